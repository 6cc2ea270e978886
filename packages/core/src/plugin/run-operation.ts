import { abortError, isAbortError, KomaError } from '../errors.ts';
import {
  InferenceService,
  type BackendName,
  type BackendReport,
  type EngineLoaders,
  type EngineRequest,
  type ModelStore,
} from '../inference/index.ts';
import type { RasterImage } from '../raster/index.ts';
import { checkInputs } from './check-inputs.ts';
import { checkOutputs } from './check-outputs.ts';
import type {
  Generator,
  GeneratorAnswer,
  GeneratorContext,
  GeneratorMethod,
  GeneratorRequest,
} from './generator.ts';
import { checkAnswer } from './generator-answer.ts';
import type { ExportDocument, FileOutput } from './exporter.ts';
import { checkFile } from './file-output.ts';
import type { PluginManifest } from './manifest.ts';
import { findExporter, findGenerator, findInteractive, findOperation } from './find-contribution.ts';
import { resolveParams, type ParamValue } from './params.ts';
import type {
  OperationContext,
  OperationInputs,
  OperationListener,
  OperationOutputs,
  Plugin,
} from './protocol.ts';
import type { SessionListener, SessionUpdate } from './interactive.ts';
import { nextTask } from './next-task.ts';
import { refusedServices } from './plugin-services.ts';
import { RunnerSession, type WithinSession } from './runner-session.ts';
import { seededRandom } from '../seeded-random.ts';
import type { DrawSvg } from './svg-service.ts';

export interface RunnerOptions {
  readonly plugin: Plugin;
  readonly manifest: PluginManifest;
  readonly models: ModelStore;
  readonly loaders: EngineLoaders;
  /** Backends to try for `auto`, best first. */
  readonly order: readonly BackendName[];
  /** Draws what generators write as SVG; see `createSvgService`. */
  readonly drawSvg?: DrawSvg;
}

/**
 * Runs the operations and generators of one plugin on the current thread: in a worker for the editor, in the
 * command line's own process. Keeps sessions open between runs. One run at a time.
 */
export class OperationRunner {
  readonly #options: RunnerOptions;
  readonly #inference: InferenceService;
  #onBackend: ((report: BackendReport) => void) | undefined;

  constructor(options: RunnerOptions, request: EngineRequest) {
    this.#options = options;
    this.#inference = new InferenceService({
      loaders: options.loaders,
      order: options.order,
      request,
      models: options.models,
      onBackend: (report) => this.#onBackend?.(report),
    });
  }

  get backend(): BackendReport {
    return this.#inference.report;
  }

  /**
   * @param given parameters as the caller has them; defaults are filled in and ranges checked here
   * @param wanted names of the outputs to make; absent: all
   * @throws KomaError, or the platform's AbortError once `signal` is aborted
   */
  async run(
    operationId: string,
    inputs: OperationInputs,
    given: Readonly<Record<string, ParamValue>>,
    listener: OperationListener,
    signal: AbortSignal,
    wanted?: readonly string[],
  ): Promise<OperationOutputs> {
    const spec = findOperation(this.#options.manifest, operationId);
    const operation = this.#options.plugin.operations[operationId];
    if (!operation)
      throw new KomaError('PLUGIN_FAILED', `The plugin does not contain "${operationId}".`, {
        reason: operationId,
      });
    const checked = checkInputs(spec, inputs);
    const params = resolveParams(spec, given);
    return this.#within(spec.title.en, listener, signal, wanted, async (context) => {
      // The manifest says what its inputs are, and they are just that.
      const outputs = await operation(checked as never, params, context);
      return checkOutputs(spec, outputs, wanted);
    });
  }

  /**
   * Asks a generator.
   * @throws KomaError, or the platform's AbortError once `signal` is aborted
   */
  async generate<M extends GeneratorMethod>(
    generatorId: string,
    method: M,
    request: GeneratorRequest<M>,
    listener: OperationListener,
    signal: AbortSignal,
  ): Promise<GeneratorAnswer<M>> {
    const spec = findGenerator(this.#options.manifest, generatorId);
    const generator: Generator | undefined = this.#options.plugin.generators?.[generatorId];
    const answering = generator?.[method] as
      | ((request: GeneratorRequest<M>, context: GeneratorContext<M>) => Promise<GeneratorAnswer<M>>)
      | undefined;
    if (!answering)
      throw new KomaError('PLUGIN_FAILED', `The plugin does not answer "${method}" of "${generatorId}".`, {
        reason: method,
      });
    return this.#within(spec.title.en, listener, signal, undefined, async (context) => {
      const drawSvg: DrawSvg = async (svg, width, height) => {
        // Drawing keeps the thread busy; a cancel that has come meanwhile is heard here.
        await nextTask();
        if (signal.aborted) throw abortError();
        return this.#drawSvg(svg, width, height);
      };
      const partial = (answer: GeneratorAnswer<M>): void =>
        listener.partial?.(checkAnswer(spec, method, answer));
      return checkAnswer(spec, method, await answering(request, { ...context, drawSvg, partial }));
    });
  }

  /**
   * Turns a document into a file.
   * @throws KomaError, or the platform's AbortError once `signal` is aborted
   */
  async export(
    exporterId: string,
    document: ExportDocument,
    given: Readonly<Record<string, ParamValue>>,
    listener: OperationListener,
    signal: AbortSignal,
  ): Promise<FileOutput> {
    const spec = findExporter(this.#options.manifest, exporterId);
    const exporter = this.#options.plugin.exporters?.[exporterId];
    if (!exporter)
      throw new KomaError('PLUGIN_FAILED', `The plugin does not contain "${exporterId}".`, {
        reason: exporterId,
      });
    const params = resolveParams(spec, given);
    return this.#within(spec.title.en, listener, signal, undefined, async (context) =>
      checkFile(spec, await exporter(document, params, context)),
    );
  }

  /**
   * Opens the interactive form of an operation.
   * @param inputs all inputs but the strokes
   * @param signal stops the opening; the session itself ends when it is closed
   * @throws KomaError, or the platform's AbortError once `signal` is aborted
   */
  async openSession(
    operationId: string,
    inputs: OperationInputs,
    given: Readonly<Record<string, ParamValue>>,
    listener: SessionListener,
    signal: AbortSignal,
  ): Promise<RunnerSession> {
    const spec = findInteractive(this.#options.manifest, operationId);
    const interactive = this.#options.plugin.interactive?.[operationId];
    if (!interactive)
      throw new KomaError('PLUGIN_FAILED', `The plugin does not contain "${operationId}".`, {
        reason: operationId,
      });
    const checked = checkInputs(
      { ...spec, inputs: spec.inputs.filter(({ type }) => type !== 'strokes') },
      inputs,
    );
    const params = resolveParams(spec, given);
    const life = new AbortController();
    const told = whileOpen(listener, life.signal);
    const within: WithinSession = (either, wanted, work) =>
      this.#within(spec.title.en, told, either, wanted, work);
    try {
      const opening = AbortSignal.any([signal, life.signal]);
      return await within(opening, undefined, async (context) => {
        const stop = (): void => life.abort();
        signal.addEventListener('abort', stop);
        try {
          const push = (update: SessionUpdate): void => told.update(update);
          const session = await interactive.open(checked as never, params, {
            ...context,
            signal: life.signal,
            push,
          });
          const opened = new RunnerSession(spec, session, life, within);
          // Cancelled while it was opened: nobody will ever close it.
          if (signal.aborted) session.close();
          return opened;
        } finally {
          signal.removeEventListener('abort', stop);
        }
      });
    } catch (error) {
      life.abort();
      throw error;
    }
  }

  dispose(): Promise<void> {
    return this.#inference.dispose();
  }

  #drawSvg(svg: string, width: number, height: number): Promise<RasterImage> {
    const { drawSvg } = this.#options;
    if (drawSvg) return drawSvg(svg, width, height);
    const reason = 'this program does not draw SVG';
    throw new KomaError('PLUGIN_FAILED', `The picture was not drawn: ${reason}.`, { reason });
  }

  /** Does a piece of work with a context of its own, and makes one kind of error of all that can happen. */
  async #within<T>(
    title: string,
    listener: OperationListener,
    signal: AbortSignal,
    wanted: readonly string[] | undefined,
    work: (context: OperationContext) => Promise<T>,
  ): Promise<T> {
    if (signal.aborted) throw abortError();
    this.#onBackend = (report) => listener.backend(report);
    let done = 0;
    const inference = this.#inference;
    const context: OperationContext = {
      signal,
      progress: (fraction, label) => {
        // NaN (0 of 0 tiles) counts as no progress.
        if (fraction > done) done = Math.min(1, fraction);
        listener.progress(done, label);
      },
      preview: (tile) => listener.preview(tile),
      wants: (output) => wanted?.includes(output) ?? true,
      inference: {
        get backend() {
          return inference.report;
        },
        session: (source) => inference.session(source),
      },
      models: { bytes: (id) => this.#options.models.bytes(id) },
      random: seededRandom,
      ...refusedServices(this.#options.manifest.name.en),
      log: (message) => console.debug(`[${this.#options.manifest.id}] ${message}`),
    };
    try {
      const result = await work(context);
      if (signal.aborted) throw abortError();
      return result;
    } catch (error) {
      // Whatever breaks while an operation is being stopped is of no interest.
      if (signal.aborted || isAbortError(error)) throw abortError();
      if (error instanceof KomaError) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new KomaError('PLUGIN_FAILED', `${title} failed (${reason}).`, { reason }, { cause: error });
    } finally {
      this.#onBackend = undefined;
      if (inference.started) listener.backend(inference.report);
    }
  }
}

/** Tells nothing once the session is closed. */
function whileOpen(listener: SessionListener, life: AbortSignal): SessionListener & OperationListener {
  return {
    progress: (fraction, label) => {
      if (!life.aborted) listener.progress(fraction, label);
    },
    update: (update) => {
      if (!life.aborted) listener.update(update);
    },
    preview: () => {},
    backend: (report) => listener.backend(report),
  };
}
