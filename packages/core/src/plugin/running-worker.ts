import * as Comlink from 'comlink';
import { KomaError } from '../errors.ts';
import type { EngineRequest } from '../inference/index.ts';
import type { PluginManifest } from './manifest.ts';
import type { PluginWorkerApi } from './protocol.ts';

/** A plugin's worker, as its host knows it. */
export interface RunningWorker {
  readonly worker: Worker;
  readonly api: Comlink.Remote<PluginWorkerApi>;
  /** Settled when the worker has taken its engine request. */
  readonly ready: Promise<void>;
  /** Aborted when it is gone, with the reason: the crash, or AbortError. */
  readonly gone: AbortController;
  /** How many sessions are open in it. */
  sessions: number;
}

/**
 * Starts a plugin's worker.
 * @param crashed told that it has stopped by itself, until it is gone
 */
export function startWorker(
  { manifest, createWorker }: { readonly manifest: PluginManifest; readonly createWorker: () => Worker },
  engine: EngineRequest,
  crashed: (running: RunningWorker, error: KomaError) => void,
): RunningWorker {
  const worker = createWorker();
  const api = Comlink.wrap<PluginWorkerApi>(worker);
  const gone = new AbortController();
  const running: RunningWorker = { worker, api, ready: api.init(engine), gone, sessions: 0 };
  const hear = (event: Event): void => crashed(running, crashError(manifest, event));
  worker.addEventListener('error', hear, { signal: gone.signal });
  worker.addEventListener('messageerror', hear, { signal: gone.signal });
  // Where it never starts, the job that waits for it says so.
  running.ready.catch(() => {});
  return running;
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
