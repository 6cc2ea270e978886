import { buffersOf } from '../buffers-of.ts';
import { abortError, deserializeError, KomaError } from '../errors.ts';
import type { EngineRequest } from '../inference/index.ts';
import { attemptJob } from './attempt-job.ts';
import type { GeneratorAnswer, GeneratorMethod, GeneratorRequest } from './generator.ts';
import { checkAnswer } from './generator-answer.ts';
import type { LocalizedText, OperationSpec, PluginManifest } from './manifest.ts';
import { resolveParams, type ParamValue } from './params.ts';
import type { OperationInputs, OperationOutputs } from './protocol.ts';
import type { ExportDocument, FileOutput } from './exporter.ts';
import { checkFile } from './file-output.ts';
import { checkOutputs } from './check-outputs.ts';
import { checkSessionUpdate } from './check-session-update.ts';
import type { SessionListener, SessionUpdate } from './interactive.ts';
import { PluginSession, type SessionOptions } from './plugin-session.ts';
import type { GenerateOptions, JobOptions, PluginHostOptions, RunOptions, Send } from './host-options.ts';
import { ownInputs, ownRequest, pictureSize } from './own-inputs.ts';
import { unlessAborted } from './unless-aborted.ts';
import type { RunningWorker } from './running-worker.ts';
import { findExporter, findGenerator, findInteractive, findOperation } from './find-contribution.ts';

/** WebAssembly memory never shrinks; an idle worker gives it back by ending. */
const IDLE_MS = 90_000;

/**
 * Runs a plugin's operations and generators in its worker, one after the other. The worker starts with the
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
   * @throws KomaError with a sentence for the person; AbortError at most 300 ms after
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
        const { own, buffers } = ownInputs(inputs);
        const { outputs: wanted } = options;
        const call = { operation: operationId, inputs: own, params: resolved };
        const asked = wanted === undefined ? call : { ...call, outputs: wanted };
        const reply = await api.run(asked, listener, buffers);
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
        const reply = await api.generate(call, listener, buffers);
        if (!reply.ok) throw deserializeError(reply.error);
        return reply.answer;
      });
      return checkAnswer(spec, method, answer);
    });
  }

  /**
   * Turns a document into a file after the jobs already queued.
   * @param document given away: its pictures are the exporter's from now on
   * @throws as {@link run} does
   */
  export(
    exporterId: string,
    document: ExportDocument,
    params: Readonly<Record<string, ParamValue>>,
    options: Omit<RunOptions, 'outputs' | 'onPreview'> = {},
  ): Promise<FileOutput> {
    return this.#enqueue(options, async () => {
      const spec = findExporter(this.manifest, exporterId);
      const call = { exporter: exporterId, document, params: resolveParams(spec, params) };
      const file = await this.#run({ ...options, giveAway: true }, async ({ api }, listener) => {
        const reply = await api.export(call, listener, buffersOf(document));
        if (!reply.ok) throw deserializeError(reply.error);
        return reply.file;
      });
      return checkFile(spec, file);
    });
  }

  /**
   * Opens the interactive form of an operation after the jobs already queued; its calls queue among others. Pictures
   * are copied, so the caller keeps its own, unless it gives them away. The worker does not end by itself while a
   * session is open.
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
        const listener: SessionListener = {
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
        };
        const { own, buffers } = ownInputs(inputs, options.giveAway);
        const call = { operation: operationId, inputs: own, params: resolved };
        const reply = await running.api.openSession(call, listener, buffers);
        if (!reply.ok) throw deserializeError(reply.error);
        session = this.#link(running, spec, reply.session, options);
        return session;
      });
    });
  }

  /** Starts the worker for a job that is about to come, unless it runs. */
  start(): void {
    if (this.#disposal.signal.aborted) return;
    this.#start(this.#engine);
    this.#rest();
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
        // What was given away is gone with the first.
        if (!retry || options.giveAway || options.signal?.aborted) throw error;
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
      running.api.closeSession(id);
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

  #attempt<T>(options: JobOptions, running: RunningWorker, send: Send<T>): Promise<T> {
    const { onBackend } = this.#options;
    const end = (worker: RunningWorker): void => this.#end(worker);
    return attemptJob({ name: this.manifest.name.en, onBackend, end }, options, running, send);
  }

  #start(engine: EngineRequest): RunningWorker {
    if (this.#running) return this.#running;
    const running = this.#options.start(engine, (error) => this.#end(running, error));
    this.#running = running;
    return running;
  }

  #kill(): void {
    if (this.#running) this.#end(this.#running);
  }

  /** Ends a worker, whose jobs and sessions end with it. */
  #end(running: RunningWorker, reason: Error = abortError()): void {
    if (running !== this.#running) return;
    clearTimeout(this.#idleTimer);
    this.#running = undefined;
    running.terminate();
    running.gone.abort(reason);
  }
}
