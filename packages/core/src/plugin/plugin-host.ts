import * as Comlink from 'comlink';
import { abortError, deserializeError, isAbortError, KomaError } from '../errors.ts';
import type { BackendReport, EngineRequest } from '../inference/index.ts';
import type { GeneratorAnswer, GeneratorMethod, GeneratorRequest } from './generator.ts';
import { checkAnswer } from './generator-answer.ts';
import type { LocalizedText, OperationSpec, PluginManifest } from './manifest.ts';
import { resolveParams, type ParamValue } from './params.ts';
import type { OperationInputs, OperationListener, OperationOutputs, PreviewTile } from './protocol.ts';
import { checkOutputs } from './check-outputs.ts';
import { checkSessionUpdate } from './check-session-update.ts';
import type { SessionListener, SessionUpdate } from './interactive.ts';
import { PluginSession, type SessionOptions } from './plugin-session.ts';
import { copyInputs, ownRequest, pictureSize } from './own-inputs.ts';
import { unlessAborted } from './unless-aborted.ts';
import { startWorker, type RunningWorker } from './running-worker.ts';
import { findGenerator, findInteractive, findOperation } from './run-operation.ts';

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

export interface GenerateOptions<M extends GeneratorMethod = GeneratorMethod> extends Omit<
  RunOptions,
  'outputs'
> {
  /** Pictures and files in the request need not be copied. */
  readonly giveAway?: boolean;
  /** Takes what is known of the answer so far, where the generator tells. */
  onPartial?(answer: GeneratorAnswer<M>): void;
}

type JobOptions = RunOptions & Pick<GenerateOptions, 'onPartial'>;

/** Sends a job to the worker and takes its reply; done again where the worker has to be another one. */
type Send<T> = (running: RunningWorker, listener: OperationListener) => Promise<T>;

/** A worker that has not stopped by itself this long after a cancel is killed. */
const CANCEL_GRACE_MS = 300;
/** A worker with an open session knows more than it takes long to learn again, and nobody waits for the cancelled call. */
const SESSION_GRACE_MS = 1000;
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
      const outputs = await this.#run(options, async ({ api }, listener) => {
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
    options: GenerateOptions<M> = {},
  ): Promise<GeneratorAnswer<M>> {
    return this.#enqueue(options, async () => {
      const spec = findGenerator(this.manifest, generatorId);
      const answer = await this.#run(options, async ({ api }, listener) => {
        const { own, buffers } = ownRequest(request, options.giveAway === true);
        const call = { generator: generatorId, method, request: own };
        const reply = await api.generate(Comlink.transfer(call, buffers), listener);
        if (!reply.ok) throw deserializeError(reply.error);
        return reply.answer;
      });
      return checkAnswer(spec, method, answer);
    });
  }

  /**
   * Opens the interactive form of an operation after the jobs already queued; its calls queue among others. Pictures
   * are copied, so the caller keeps its own. The worker does not end by itself while a session is open.
   * @param inputs all inputs but the strokes
   * @throws as {@link run} does
   */
  openSession(
    operationId: string,
    inputs: OperationInputs,
    params: Readonly<Record<string, ParamValue>>,
    options: SessionOptions,
  ): Promise<PluginSession> {
    return this.#enqueue(options, async () => {
      const spec = findInteractive(this.manifest, operationId);
      const resolved = resolveParams(spec, params);
      return this.#run(options, async (running, { backend }) => {
        let session: PluginSession | undefined;
        const size = pictureSize(spec, inputs);
        const listener: SessionListener = Comlink.proxy({
          progress: (fraction: number, label?: LocalizedText): void => options.onProgress?.(fraction, label),
          update: (update: SessionUpdate): void => {
            if (session?.isOpen === false) return;
            let checked: SessionUpdate;
            try {
              checked = checkSessionUpdate(spec, size, update);
            } catch (error) {
              this.#end(running, error as KomaError);
              return;
            }
            options.onUpdate(checked);
          },
          backend,
        });
        const { copies, buffers } = copyInputs(inputs);
        const call = { operation: operationId, inputs: copies, params: resolved };
        const reply = await running.api.openSession(Comlink.transfer(call, buffers), listener);
        if (!reply.ok) throw deserializeError(reply.error);
        session = this.#link(running, spec, reply.session, options);
        return session;
      });
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

  async #run<T>(options: JobOptions, send: Send<T>): Promise<T> {
    if (options.signal?.aborted || this.#disposal.signal.aborted) throw abortError();
    return this.#busy(async () => {
      try {
        return await this.#attempt(options, this.#start(this.#engine), send);
      } catch (error) {
        // Some machines refuse to reserve memory for WebAssembly threads, and the runtime cannot be
        // started twice in one worker: a fresh worker with one thread is the way out.
        const retry =
          error instanceof KomaError && error.code === 'OUT_OF_MEMORY' && this.#engine.threads !== 1;
        if (!retry || options.signal?.aborted) throw error;
        this.#kill();
        return await this.#attempt(options, this.#start({ ...this.#engine, threads: 1 }), send);
      }
    });
  }

  /** Does a job; the worker may end of idleness some time after it. */
  async #busy<T>(job: () => Promise<T>): Promise<T> {
    clearTimeout(this.#idleTimer);
    try {
      return await job();
    } finally {
      this.#rest();
    }
  }

  #rest(): void {
    clearTimeout(this.#idleTimer);
    if (this.#running?.sessions === 0) this.#idleTimer = setTimeout(() => this.#kill(), IDLE_MS);
  }

  #link(
    running: RunningWorker,
    spec: OperationSpec,
    id: number,
    { signal, onLost }: SessionOptions,
  ): PluginSession {
    const lost = running.gone.signal;
    const close = (): void => {
      watch.abort();
      running.sessions--;
      if (lost.aborted) return;
      void running.api.closeSession(id);
      this.#rest();
    };
    const watch = new AbortController();
    running.sessions++;
    // Cancelled while the answer was on its way: nobody would ever close it.
    if (signal?.aborted) close();
    if (signal?.aborted) throw abortError();
    lost.addEventListener('abort', () => onLost?.(lost.reason as Error), { signal: watch.signal });
    return new PluginSession({
      spec,
      id,
      lost,
      close,
      call: (until, send) =>
        this.#enqueue({ signal: until }, () =>
          this.#busy(async () => {
            if (until.aborted) throw abortError();
            return this.#attempt({ signal: until }, running, ({ api }) => send(api));
          }),
        ),
    });
  }

  async #attempt<T>(options: JobOptions, running: RunningWorker, send: Send<T>): Promise<T> {
    const stop = new AbortController();
    const { api, ready, gone } = running;
    const interrupted = new Promise<never>((_, reject) => {
      const fail = (): void => reject(gone.signal.reason as Error);
      if (gone.signal.aborted) fail();
      gone.signal.addEventListener('abort', fail, { signal: stop.signal });
      options.signal?.addEventListener(
        'abort',
        () => {
          void api.cancel();
          const grace = running.sessions > 0 ? SESSION_GRACE_MS : CANCEL_GRACE_MS;
          const timer = setTimeout(() => this.#end(running), grace);
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
        partial: (answer: GeneratorAnswer<GeneratorMethod>): void => {
          if (!silent()) options.onPartial?.(answer);
        },
      });
      return send(running, listener);
    };
    try {
      return await Promise.race([work(), interrupted]);
    } catch (error) {
      if (error instanceof KomaError || isAbortError(error)) throw error;
      // The worker did not keep to the protocol, or its answer could not be sent.
      this.#end(running);
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
      this.#running = startWorker(this.#options, engine, (running, error) => this.#end(running, error));
    }
    return this.#running;
  }

  #kill(): void {
    if (this.#running) this.#end(this.#running);
  }

  /** Ends a worker, whose jobs and sessions end with it. */
  #end(running: RunningWorker, reason: Error = abortError()): void {
    if (running !== this.#running) return;
    clearTimeout(this.#idleTimer);
    this.#running = undefined;
    running.worker.terminate();
    running.gone.abort(reason);
  }
}
