import * as Comlink from 'comlink';
import { KomaError } from '../errors.ts';
import type { PluginManifest } from './manifest.ts';
import type { OperationListener, PluginWorkerApi } from './protocol.ts';
import type { RunningWorker, StartWorker, WorkerClient } from './running-worker.ts';

/** Where a built-in plugin's code is. */
export interface BuiltinSource {
  readonly manifest: PluginManifest;
  /** Starts the plugin's own module worker, which calls `servePlugin`. */
  readonly createWorker: () => Worker;
}

/**
 * Starts workers that are ours, and so may be talked to by Comlink. Third-party code never gets a Comlink endpoint: see
 * `core/sandbox`.
 */
export function startBuiltin({ manifest, createWorker }: BuiltinSource): StartWorker {
  return (engine, crashed) => {
    const worker = createWorker();
    const api = Comlink.wrap<PluginWorkerApi>(worker);
    const gone = new AbortController();
    const running: RunningWorker = {
      api: workerClient(api),
      ready: api.init(engine),
      gone,
      sessions: 0,
      terminate: () => worker.terminate(),
    };
    const hear = (event: Event): void => crashed(crashError(manifest, event));
    worker.addEventListener('error', hear, { signal: gone.signal });
    worker.addEventListener('messageerror', hear, { signal: gone.signal });
    // Where it never starts, the job that waits for it says so.
    running.ready.catch(() => {});
    return running;
  };
}

/** The host's end of a worker of ours. */
export function workerClient(api: Comlink.Remote<Omit<PluginWorkerApi, 'init'>>): WorkerClient {
  const give = <T>(call: T, transfer: readonly ArrayBuffer[]): T => Comlink.transfer(call, [...transfer]);
  const heard = <T extends object>(listener: T): T => Comlink.proxy(listener);
  return {
    run: (call, listener, transfer) => api.run(give(call, transfer), heard<OperationListener>(listener)),
    generate: (call, listener, transfer) => api.generate(give(call, transfer), heard(listener)),
    export: (call, listener, transfer) => api.export(give(call, transfer), heard(listener)),
    openSession: (call, listener, transfer) => api.openSession(give(call, transfer), heard(listener)),
    updateSession: (call) => api.updateSession(call),
    commitSession: (call) => api.commitSession(call),
    closeSession: (session) => void api.closeSession(session),
    cancel: () => void api.cancel(),
  };
}

function crashError({ name }: PluginManifest, event: Event): KomaError {
  // A worker whose script could not be fetched gives a bare Event; one that threw says what.
  if (event.type === 'error' && !('message' in event && event.message)) {
    const message = `A part of ${name.en} could not be loaded. Check the connection and try again.`;
    return new KomaError('PROGRAM_INCOMPLETE', message);
  }
  const reason = 'message' in event ? String(event.message) : 'unreadable message';
  const message = `${name.en} stopped unexpectedly. Your document is unchanged.`;
  return new KomaError('PLUGIN_CRASHED', message, { reason });
}
