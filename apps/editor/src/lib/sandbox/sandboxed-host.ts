/* oxlint-disable import/default -- tools/guest-text.ts makes one */
import { asset } from '$app/paths';
import { deserializeError, type KomaError } from '@koma/core/errors';
import type { BackendReport, EngineRequest } from '@koma/core/inference';
import {
  PluginHost,
  workerClient,
  type Permission,
  type PluginManifest,
  type RunningWorker,
  type StartWorker,
} from '@koma/core/plugin';
import * as Comlink from 'comlink';
import checkText from './check-runtime.ts?guest';
import { checkSandbox } from './check-sandbox.ts';
import { createGuardDoor } from './guard-door.ts';
import type { GuardApi, GuardTask } from './guard.worker.ts';
import runtimeText from './guest-runtime.ts?guest';
import type { PluginData } from './plugin-data.ts';
import { notLoaded, startSandboxFrame, type SandboxFrame } from './start-sandbox-frame.ts';

export interface SandboxedHostOptions {
  readonly package: {
    readonly manifest: PluginManifest;
    /** Reads the package's files, as they were checked when it was installed; asked at every start. */
    readonly files: () => Promise<ReadonlyMap<string, Uint8Array>>;
  };
  /** What the person allows of what the manifest asks for. */
  readonly granted: readonly Permission[];
  readonly data: PluginData;
  readonly engine: EngineRequest;
  readonly onBackend?: (report: BackendReport) => void;
  /** Told each time that the plugin stopped by itself or was stopped for what it did, not when it is cancelled. */
  readonly onCrash?: (error: KomaError) => void;
}

/**
 * The host of a third-party plugin: the same as a built-in's to whoever calls it, with walls around the code. Nothing
 * runs before the first job. Lives on the page's thread.
 *
 * Jobs reject with KomaError `SANDBOX_NOT_SAFE` where the walls do not stand, `PLUGIN_STUCK`, `PLUGIN_MISBEHAVED`,
 * `PLUGIN_CRASHED` or `PERMISSION_DENIED` besides what built-in plugins fail with.
 */
export function createSandboxedHost(options: SandboxedHostOptions): PluginHost {
  const { package: pack, engine, onBackend } = options;
  return new PluginHost({
    manifest: pack.manifest,
    engine,
    start: startGuarded(options),
    ...(onBackend && { onBackend }),
  });
}

/** Starts a plugin's frame and the guard in front of it. */
function startGuarded({ package: pack, granted, data, onCrash }: SandboxedHostOptions): StartWorker {
  const { manifest, files } = pack;
  return (engine, crashed) => {
    const gone = new AbortController();
    const fail = (error: KomaError): void => {
      if (gone.signal.aborted) return;
      onCrash?.(error);
      crashed(error);
    };
    const guard = new Worker(new URL('./guard.worker.ts', import.meta.url), {
      type: 'module',
      name: `koma-guard ${manifest.id}`,
    });
    guard.addEventListener('error', () => fail(notLoaded(manifest.id)), { signal: gone.signal });
    const door = new MessageChannel();
    const calls = new MessageChannel();
    const api = Comlink.wrap<GuardApi>(calls.port1);
    let frame: SandboxFrame | undefined;

    const start = async (): Promise<void> => {
      const page = new URL(asset('sandbox.html'), document.baseURI).href;
      const [read] = await Promise.all([files(), checkSandbox(page, checkText)]);
      if (gone.signal.aborted) return;
      Comlink.expose(createGuardDoor(read, data, fail), door.port1);
      const code = new TextDecoder().decode(read.get(manifest.entry));
      frame = startSandboxFrame({ page, runtime: runtimeText, code, name: manifest.id });
      frame.failed.catch(fail);
      const task: GuardTask = { manifest, granted, engine };
      guard.postMessage(task, [frame.port, door.port2, calls.port2]);
      const error = await Promise.race([api.ready(), frame.failed]);
      if (error) throw deserializeError(error);
    };
    const ready = start();
    ready.catch(() => {});
    const running: RunningWorker = {
      api: workerClient(api),
      ready,
      gone,
      sessions: 0,
      terminate() {
        frame?.remove();
        guard.terminate();
        door.port1.close();
        calls.port1.close();
      },
    };
    return running;
  };
}
