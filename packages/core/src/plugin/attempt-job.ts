import { abortError, isAbortError, KomaError } from '../errors.ts';
import type { BackendReport } from '../inference/index.ts';
import type { GeneratorAnswer, GeneratorMethod } from './generator.ts';
import type { JobOptions, Send } from './host-options.ts';
import type { LocalizedText } from './manifest.ts';
import type { OperationListener, PreviewTile } from './protocol.ts';
import type { RunningWorker } from './running-worker.ts';

/** A worker that has not stopped by itself this long after a cancel is killed. */
const CANCEL_GRACE_MS = 300;
/** A worker with an open session knows more than it takes long to learn again, and nobody waits for the cancelled call. */
const SESSION_GRACE_MS = 1000;

/** What a job needs of its host. */
export interface JobHost {
  /** The plugin's name, for errors. */
  readonly name: string;
  readonly onBackend: ((report: BackendReport) => void) | undefined;
  /** Ends the worker. */
  end(running: RunningWorker): void;
}

/**
 * Does one job in a worker, unless it is cancelled or the worker is gone before.
 * @throws KomaError; AbortError soon after `signal` is aborted, whatever the worker is doing
 */
export async function attemptJob<T>(
  host: JobHost,
  options: JobOptions,
  running: RunningWorker,
  send: Send<T>,
): Promise<T> {
  const stop = new AbortController();
  const { api, ready, gone } = running;
  const interrupted = new Promise<never>((_, reject) => {
    const fail = (): void => reject(gone.signal.reason as Error);
    if (gone.signal.aborted) fail();
    gone.signal.addEventListener('abort', fail, { signal: stop.signal });
    options.signal?.addEventListener(
      'abort',
      () => {
        api.cancel();
        const grace = running.sessions > 0 ? SESSION_GRACE_MS : CANCEL_GRACE_MS;
        const timer = setTimeout(() => host.end(running), grace);
        stop.signal.addEventListener('abort', () => clearTimeout(timer));
      },
      { signal: stop.signal },
    );
  });
  const silent = (): boolean => stop.signal.aborted || options.signal?.aborted === true;
  const work = async (): Promise<T> => {
    await ready;
    // The worker knows of no job yet, so it could not be told.
    if (silent()) throw abortError();
    const listener: OperationListener = {
      // Blocks, not expressions: what a callback returns must not travel back to the worker.
      progress: (fraction: number, label?: LocalizedText): void => {
        if (!silent()) options.onProgress?.(fraction, label);
      },
      preview: (tile: PreviewTile): void => {
        if (!silent()) options.onPreview?.(tile);
      },
      backend: (report: BackendReport): void => {
        host.onBackend?.(report);
      },
      partial: (answer: GeneratorAnswer<GeneratorMethod>): void => {
        if (!silent()) options.onPartial?.(answer);
      },
    };
    return send(running, listener);
  };
  try {
    return await Promise.race([work(), interrupted]);
  } catch (error) {
    if (error instanceof KomaError || isAbortError(error)) throw error;
    // The worker did not keep to the protocol, or its answer could not be sent.
    host.end(running);
    const reason = error instanceof Error ? error.message : String(error);
    throw new KomaError('PLUGIN_FAILED', `${host.name} failed (${reason}).`, { reason }, { cause: error });
  } finally {
    stop.abort();
  }
}
