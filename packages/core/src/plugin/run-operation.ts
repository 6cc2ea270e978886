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
import type { OperationSpec, PluginManifest } from './manifest.ts';
import { resolveParams, type ParamValue } from './params.ts';
import type {
  OperationContext,
  OperationInputs,
  OperationListener,
  OperationOutputs,
  Plugin,
} from './protocol.ts';
import { seededRandom } from './seeded-random.ts';

export interface RunnerOptions {
  readonly plugin: Plugin;
  readonly manifest: PluginManifest;
  readonly models: ModelStore;
  readonly loaders: EngineLoaders;
  /** Backends to try for `auto`, best first. */
  readonly order: readonly BackendName[];
}

/**
 * Runs the operations of one plugin on the current thread: in a worker for the editor, in the
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
   * @throws KomaError, or the platform's AbortError once `signal` is aborted
   */
  async run(
    operationId: string,
    inputs: OperationInputs,
    given: Readonly<Record<string, ParamValue>>,
    listener: OperationListener,
    signal: AbortSignal,
  ): Promise<OperationOutputs> {
    const spec = findOperation(this.#options.manifest, operationId);
    const operation = this.#options.plugin.operations[operationId];
    if (!operation)
      throw new KomaError('PLUGIN_FAILED', `The plugin does not contain "${operationId}".`, {
        reason: operationId,
      });
    for (const { name } of spec.inputs) {
      if (!inputs[name])
        throw new KomaError('INPUT_MISSING', `${spec.title.en} needs a picture to work on.`, { input: name });
    }
    const params = resolveParams(spec, given);
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
      inference: {
        get backend() {
          return inference.report;
        },
        session: (source) => inference.session(source),
      },
      models: { bytes: (id) => this.#options.models.bytes(id) },
      random: seededRandom,
      log: (message) => console.debug(`[${this.#options.manifest.id}] ${message}`),
    };
    try {
      const outputs = await operation(inputs, params, context);
      if (signal.aborted) throw abortError();
      return checkOutputs(spec, outputs);
    } catch (error) {
      // Whatever breaks while an operation is being stopped is of no interest.
      if (signal.aborted || isAbortError(error)) throw abortError();
      if (error instanceof KomaError) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new KomaError(
        'PLUGIN_FAILED',
        `${spec.title.en} failed (${reason}).`,
        { reason },
        { cause: error },
      );
    } finally {
      this.#onBackend = undefined;
      if (inference.started) listener.backend(inference.report);
    }
  }

  dispose(): Promise<void> {
    return this.#inference.dispose();
  }
}

/** The description of an operation. @throws KomaError `PLUGIN_FAILED` */
export function findOperation(manifest: PluginManifest, id: string): OperationSpec {
  const spec = manifest.contributes.operations.find((operation) => operation.id === id);
  if (!spec)
    throw new KomaError('PLUGIN_FAILED', `${manifest.name.en} has no operation "${id}".`, { reason: id });
  return spec;
}

/**
 * Refuses a reply that is not what the manifest promises, before it comes near a document.
 * @param outputs anything: a plugin made it
 * @returns the promised pictures and nothing else
 */
export function checkOutputs(
  spec: OperationSpec,
  outputs: OperationOutputs | null | undefined,
): OperationOutputs {
  const checked: Record<string, RasterImage> = {};
  for (const { name } of spec.outputs) {
    const image: RasterImage | null | undefined = outputs?.[name];
    const fits =
      image != null &&
      Number.isInteger(image.width) &&
      Number.isInteger(image.height) &&
      image.width >= 1 &&
      image.height >= 1 &&
      image.data instanceof Uint8ClampedArray &&
      image.data.length === image.width * image.height * 4;
    if (!fits)
      throw new KomaError('PLUGIN_FAILED', `${spec.title.en} returned no valid "${name}".`, { reason: name });
    checked[name] = image;
  }
  return checked;
}
