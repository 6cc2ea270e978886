import * as Comlink from 'comlink';
import { abortError, deserializeError, isAbortError, KomaError } from '../errors.ts';
import type { BackendReport, EngineRequest } from '../inference/index.ts';
import type { GeneratorAnswer, GeneratorMethod, GeneratorRequest } from './generator.ts';
import { checkAnswer } from './generator-answer.ts';
import type { LocalizedText, PluginManifest } from './manifest.ts';
import { resolveParams, type ParamValue } from './params.ts';
import type {
  OperationInputs,
  OperationListener,
  OperationOutputs,
  PluginWorkerApi,
  PreviewTile,
} from './protocol.ts';
import { checkOutputs } from './check-outputs.ts';
import { findGenerator, findOperation } from './run-operation.ts';

export interface PluginHostOptions {
  readonly manifest: PluginManifest;
  /** Starts the plugin's own module worker, which calls `servePlugin`. */
  readonly createWorker: () => Worker;
  readonly engine: EngineRequest;
  readonly onBackend?: (report: BackendReport) => void;
}

export interface RunOptions {
  readonly signal?: AbortSignal;
  /** Names of the outputs to make; absent: all. */
  readonly outputs?: readonly string[];
  readonly onProgress?: (fraction: number, label?: LocalizedText) => void;
  readonly onPreview?: (tile: PreviewTile) => void;
}

interface RunningWorker {
  readonly worker: Worker;
  readonly api: Comlink.Remote<PluginWorkerApi>;
  /** Settled when the worker has taken its engine request. */
  readonly ready: Promise<void>;
}

/** Sends a job to the worker and takes its reply; done again where the worker has to be another one. */
type Send<T> = (api: Comlink.Remote<PluginWorkerApi>, listener: OperationListener) => Promise<T>;

/** A worker that has not stopped by itself this long after a cancel is killed. */
const CANCEL_GRACE_MS = 300;
/** WebAssembly memory never shrinks; an idle worker gives it back by ending. */
const IDLE_MS = 90_000;

/**
 * Runs a built-in plugin's operations and generators in its worker, one after the other. The worker starts with the
 * first job, is replaced after a crash or a hard stop, and ends when idle. Lives on the page's thread.
 */
export class PluginHost {
  readonly manifest: PluginManifest;
  readonly #options: PluginHostOptions;
  #engine: EngineRequest;
  #running: RunningWorker | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #idleTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #disposal = new AbortController();

  constructor(options: PluginHostOptions) {
    this.manifest = options.manifest;
    this.#options = options;
    this.#engine = options.engine;
  }

  /** Another backend or thread count, from the next job on. */
  setEngine(engine: EngineRequest): void {
    this.#engine = engine;
    this.#queue = this.#queue.then(() => this.#kill());
  }

  /**
   * Runs one operation after those already queued. Pictures are copied, so the caller keeps its own.
   * @throws KomaError with a sentence for the person; AbortError at most {@link CANCEL_GRACE_MS} after
   *   `signal` is aborted, whatever the worker is doing, and at once while the job is still queued
   */
  run(
    operationId: string,
    inputs: OperationInputs,
    params: Readonly<Record<string, ParamValue>>,
    options: RunOptions = {},
  ): Promise<OperationOutputs> {
    return this.#enqueue(options, async () => {
      const spec = findOperation(this.manifest, operationId);
      const resolved = resolveParams(spec, params);
      const outputs = await this.#run(options, async (api, listener) => {
        const { copies, buffers } = copyInputs(inputs);
        const { outputs: wanted } = options;
        const call = { operation: operationId, inputs: copies, params: resolved };
        const asked = wanted === undefined ? call : { ...call, outputs: wanted };
        const reply = await api.run(Comlink.transfer(asked, buffers), listener);
        if (!reply.ok) throw deserializeError(reply.error);
        return reply.outputs;
      });
      return checkOutputs(spec, outputs, options.outputs);
    });
  }

  /**
   * Asks a generator after the jobs already queued. Pictures and files are copied, so the caller keeps
   * its own, unless it gives them away.
   * @throws as {@link run} does
   */
  generate<M extends GeneratorMethod>(
    generatorId: string,
    method: M,
    request: GeneratorRequest<M>,
    options: Omit<RunOptions, 'outputs'> & { readonly giveAway?: boolean } = {},
  ): Promise<GeneratorAnswer<M>> {
    return this.#enqueue(options, async () => {
      const spec = findGenerator(this.manifest, generatorId);
      const answer = await this.#run(options, async (api, listener) => {
        const { own, buffers } = ownRequest(request, options.giveAway === true);
        const call = { generator: generatorId, method, request: own };
        const reply = await api.generate(Comlink.transfer(call, buffers), listener);
        if (!reply.ok) throw deserializeError(reply.error);
        return reply.answer;
      });
      return checkAnswer(spec, method, answer);
    });
  }

  /** Ends the worker. Running and queued jobs reject with AbortError. */
  dispose(): void {
    this.#disposal.abort();
    this.#kill();
  }

  #enqueue<T>({ signal }: RunOptions, start: () => Promise<T>): Promise<T> {
    const before = this.#queue;
    const job = unlessAborted(before, signal).then(start);
    // A job cancelled in the queue ends early; the next one still waits for those before it.
    this.#queue = job.then(
      () => {},
      () => before,
    );
    return job;
  }

  async #run<T>(options: RunOptions, send: Send<T>): Promise<T> {
    if (options.signal?.aborted || this.#disposal.signal.aborted) throw abortError();
    clearTimeout(this.#idleTimer);
    try {
      try {
        return await this.#attempt(options, this.#engine, send);
      } catch (error) {
        // Some machines refuse to reserve memory for WebAssembly threads, and the runtime cannot be
        // started twice in one worker: a fresh worker with one thread is the way out.
        const retry =
          error instanceof KomaError && error.code === 'OUT_OF_MEMORY' && this.#engine.threads !== 1;
        if (!retry || options.signal?.aborted) throw error;
        this.#kill();
        return await this.#attempt(options, { ...this.#engine, threads: 1 }, send);
      }
    } finally {
      if (this.#running) this.#idleTimer = setTimeout(() => this.#kill(), IDLE_MS);
    }
  }

  async #attempt<T>(options: RunOptions, engine: EngineRequest, send: Send<T>): Promise<T> {
    const stop = new AbortController();
    const { worker, api, ready } = this.#start(engine);
    const interrupted = new Promise<never>((_, reject) => {
      const fail = (error: Error): void => {
        this.#kill();
        reject(error);
      };
      const crashed = (event: Event): void => {
        // A worker whose script could not be fetched gives a bare Event; one that threw says what.
        if (event.type === 'error' && !('message' in event && event.message)) {
          const message = `A part of ${this.manifest.name.en} could not be loaded. Check the connection and try again.`;
          fail(new KomaError('PROGRAM_INCOMPLETE', message));
          return;
        }
        const reason = 'message' in event ? String(event.message) : 'unreadable message';
        fail(
          new KomaError(
            'PLUGIN_CRASHED',
            `${this.manifest.name.en} stopped unexpectedly. Your document is unchanged.`,
            { reason },
          ),
        );
      };
      worker.addEventListener('error', crashed, { signal: stop.signal });
      worker.addEventListener('messageerror', crashed, { signal: stop.signal });
      this.#disposal.signal.addEventListener('abort', () => fail(abortError()), { signal: stop.signal });
      options.signal?.addEventListener(
        'abort',
        () => {
          void api.cancel();
          const timer = setTimeout(() => fail(abortError()), CANCEL_GRACE_MS);
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
      const listener = Comlink.proxy({
        // Blocks, not expressions: what a callback returns must not travel back to the worker.
        progress: (fraction: number, label?: LocalizedText): void => {
          if (!silent()) options.onProgress?.(fraction, label);
        },
        preview: (tile: PreviewTile): void => {
          if (!silent()) options.onPreview?.(tile);
        },
        backend: (report: BackendReport): void => {
          this.#options.onBackend?.(report);
        },
      });
      return send(api, listener);
    };
    try {
      return await Promise.race([work(), interrupted]);
    } catch (error) {
      if (error instanceof KomaError || isAbortError(error)) throw error;
      // The worker did not keep to the protocol, or its answer could not be sent.
      this.#kill();
      const reason = error instanceof Error ? error.message : String(error);
      throw new KomaError(
        'PLUGIN_FAILED',
        `${this.manifest.name.en} failed (${reason}).`,
        { reason },
        { cause: error },
      );
    } finally {
      stop.abort();
    }
  }

  #start(engine: EngineRequest): RunningWorker {
    if (!this.#running) {
      const worker = this.#options.createWorker();
      const api = Comlink.wrap<PluginWorkerApi>(worker);
      this.#running = { worker, api, ready: api.init(engine) };
    }
    return this.#running;
  }

  #kill(): void {
    clearTimeout(this.#idleTimer);
    this.#running?.worker.terminate();
    this.#running = undefined;
  }
}

/** Settles with the promise, which never rejects, or rejects with AbortError before that. */
function unlessAborted(promise: Promise<unknown>, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(abortError());
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort);
    void promise.then(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    });
  });
}

function copyInputs(inputs: OperationInputs): { copies: OperationInputs; buffers: ArrayBuffer[] } {
  const buffers: ArrayBuffer[] = [];
  const copies: Record<string, OperationInputs[string]> = {};
  for (const [name, input] of Object.entries(inputs)) {
    if (!('image' in input)) {
      copies[name] = input;
      continue;
    }
    const data = input.image.data.slice();
    buffers.push(data.buffer);
    copies[name] = { ...input, image: { ...input.image, data } };
  }
  return { copies, buffers };
}

/** A request whose pictures and files are the worker's own, and their memory. */
function ownRequest<T extends object>(request: T, giveAway: boolean): { own: T; buffers: ArrayBuffer[] } {
  const buffers: ArrayBuffer[] = [];
  const owned = <Bytes extends Uint8Array | Uint8ClampedArray>(bytes: Bytes): Bytes => {
    const own = giveAway ? bytes : (bytes.slice() as Bytes);
    buffers.push(own.buffer as ArrayBuffer);
    return own;
  };
  const own = Object.fromEntries(
    Object.entries(request).map(([name, value]) => {
      if (value instanceof Uint8Array) return [name, owned(value)];
      if (value?.data instanceof Uint8ClampedArray) return [name, { ...value, data: owned(value.data) }];
      return [name, value];
    }),
  ) as T;
  return { own, buffers };
}
