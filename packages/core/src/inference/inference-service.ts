import { KomaError } from '../errors.ts';
import type { BackendName, BackendReport, Engine, EngineRequest, ModelSource, Session } from './engine.ts';
import { probeSession } from './model-probe.ts';
import type { ModelStore } from './model-store.ts';

/** Starts one backend. Heavy builds of ONNX Runtime are imported only inside these. */
export type EngineLoaders = Partial<Record<BackendName, (threads: number | undefined) => Promise<Engine>>>;

export interface InferenceServiceOptions {
  readonly loaders: EngineLoaders;
  /** Backends to try for `preference: 'auto'`, best first. */
  readonly order: readonly BackendName[];
  readonly request: EngineRequest;
  readonly models: ModelStore;
  readonly onBackend?: (report: BackendReport) => void;
}

/** Sessions kept open. WebAssembly memory never shrinks, so this stays small. */
const MAX_SESSIONS = 6;
/** A GPU that has not answered the known tile by then hangs or emulates; the CPU is faster. */
const PROBE_DEADLINE_MS = 20_000;

/**
 * Opens models on the best backend that really works. A backend must answer a known tile correctly
 * before it gets real work; if a GPU fails, then or later, everything moves to the next backend and
 * {@link report} says so. One instance serves one worker and one operation at a time.
 */
export class InferenceService {
  readonly #options: InferenceServiceOptions;
  readonly #candidates: BackendName[];
  readonly #sessions = new Map<string, Session>();
  #engine: Engine | undefined;
  #fallback: BackendReport['fallback'];

  constructor(options: InferenceServiceOptions) {
    this.#options = options;
    const { preference } = options.request;
    const wanted =
      preference === 'auto'
        ? options.order
        : [preference, ...options.order.filter((name) => name !== preference)];
    this.#candidates = wanted.filter((name) => options.loaders[name] !== undefined);
  }

  /** True once a backend runs. */
  get started(): boolean {
    return this.#engine !== undefined;
  }

  /** What runs now, or what will be tried first. */
  get report(): BackendReport {
    const name = this.#engine?.name ?? this.#candidates[0] ?? 'wasm';
    const threads = this.#engine?.threads ?? this.#options.request.threads ?? 1;
    return this.#fallback ? { name, threads, fallback: this.#fallback } : { name, threads };
  }

  /**
   * A session for a model, opened once and kept.
   * @throws KomaError `MODEL_UNAVAILABLE`, `MODEL_CORRUPT`, `MODEL_WRONG_ANSWER` or `INFERENCE_FAILED`
   */
  async session(source: ModelSource): Promise<Session> {
    const key = 'model' in source ? source.model : source.key;
    await this.#open(key, source);
    return {
      run: async (inputs) => {
        const session = await this.#open(key, source);
        const engine = this.#engine;
        try {
          return await session.run(inputs);
        } catch (error) {
          if (engine?.name !== 'webgpu') throw inferenceFailed(error);
          await this.#fallBack(error instanceof Error ? error.message : String(error));
          return await (await this.#open(key, source)).run(inputs);
        }
      },
      release: () => this.#release(key),
    };
  }

  async dispose(): Promise<void> {
    for (const key of this.#sessions.keys()) await this.#release(key);
  }

  async #open(key: string, source: ModelSource): Promise<Session> {
    const existing = this.#sessions.get(key);
    if (existing) {
      // Re-inserting makes it the most recently used.
      this.#sessions.delete(key);
      this.#sessions.set(key, existing);
      return existing;
    }
    const bytes = 'model' in source ? await this.#options.models.bytes(source.model) : source.bytes;
    const probe = 'model' in source ? this.#options.models.spec(source.model).probe : undefined;
    for (;;) {
      const engine = await this.#start();
      try {
        const session = await engine.createSession(bytes, { lean: source.lean ?? false });
        if (probe && !(await this.#answers(engine, session, probe))) {
          throw new KomaError(
            'MODEL_WRONG_ANSWER',
            `This machine's ${engine.name} backend computes "${key}" wrongly.`,
            { model: key },
          );
        }
        this.#sessions.set(key, session);
        const oldest = this.#sessions.keys().next().value;
        if (this.#sessions.size > MAX_SESSIONS && oldest !== undefined) await this.#release(oldest);
        return session;
      } catch (error) {
        if (engine.name !== 'webgpu') throw error instanceof KomaError ? error : inferenceFailed(error);
        await this.#fallBack(error instanceof Error ? error.message : String(error));
      }
    }
  }

  async #answers(
    engine: Engine,
    session: Session,
    probe: Parameters<typeof probeSession>[1],
  ): Promise<boolean> {
    const answer = probeSession(session, probe);
    if (engine.name !== 'webgpu') return answer;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const deadline = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('it took too long')), PROBE_DEADLINE_MS);
    });
    return Promise.race([answer, deadline]).finally(() => clearTimeout(timer));
  }

  async #start(): Promise<Engine> {
    for (;;) {
      if (this.#engine) return this.#engine;
      const name = this.#candidates[0];
      const load = name && this.#options.loaders[name];
      if (!load)
        throw new KomaError('INFERENCE_FAILED', 'No way to run models works on this machine.', {
          reason: this.#fallback?.reason ?? '',
        });
      try {
        this.#engine = await load(this.#options.request.threads);
        this.#options.onBackend?.(this.report);
      } catch (error) {
        if (this.#candidates.length < 2) throw inferenceFailed(error);
        await this.#fallBack(error instanceof Error ? error.message : String(error));
      }
    }
  }

  async #fallBack(reason: string): Promise<void> {
    const from = this.#candidates.shift();
    this.#engine = undefined;
    // Sessions of a lost GPU may refuse to be released; they are gone either way.
    await Promise.allSettled([...this.#sessions.values()].map((session) => session.release()));
    this.#sessions.clear();
    if (from) this.#fallback = { from, reason: reason.slice(0, 300) };
  }

  async #release(key: string): Promise<void> {
    const session = this.#sessions.get(key);
    this.#sessions.delete(key);
    await session?.release();
  }
}

function inferenceFailed(error: unknown): KomaError {
  const reason = error instanceof Error ? error.message : String(error);
  // The allocator's wording differs between builds; Emscripten throws numbers when memory runs out.
  if (/out of memory|bad_alloc|allocat|^\d+$/i.test(reason)) {
    const message =
      'There is not enough memory for this picture. Close other programs, or choose a smaller tile.';
    return new KomaError('OUT_OF_MEMORY', message, { reason }, { cause: error });
  }
  return new KomaError(
    'INFERENCE_FAILED',
    `The model could not be run (${reason}).`,
    { reason },
    { cause: error },
  );
}
