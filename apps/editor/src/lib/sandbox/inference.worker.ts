/**
 * Runs the models of one third-party plugin, where the plugin cannot reach: tensors in, tensors out. Ours; ends with
 * the plugin.
 */
import { serializeError, type SerializedError } from '@koma/core/errors';
import {
  createModelStore,
  detectCapabilities,
  InferenceService,
  type BackendReport,
  type EngineRequest,
  type ModelSource,
  type ModelSpec,
  type Session,
  type Tensor,
} from '@koma/core/inference';
import * as Comlink from 'comlink';
import { webEngines } from '../engine/web-engines.ts';
import { tensorBuffers } from './tensor-buffers.ts';

/** Comlink keeps no class of an error: what fails is an answer, too. */
export type InferenceReply<T> =
  | { readonly ok: true; readonly value: T; readonly backend: BackendReport }
  | { readonly ok: false; readonly error: SerializedError };

/** A file of the plugin's package. */
export type ReadFile = (path: string) => Promise<Uint8Array>;

type Tensors = Readonly<Record<string, Tensor>>;

let service: InferenceService | undefined;
let last: Promise<unknown> = Promise.resolve();
const sessions: Session[] = [];
const ids = new Map<string, number>();

/** One after the other: ONNX Runtime is not re-entrant. */
function inTurn<T>(work: (started: InferenceService) => Promise<T>): Promise<InferenceReply<T>> {
  const reply = last.then(async (): Promise<InferenceReply<T>> => {
    try {
      if (!service) throw new TypeError('not started');
      const value = await work(service);
      return { ok: true, value, backend: service.report };
    } catch (error) {
      return { ok: false, error: serializeError(error, 'INFERENCE_FAILED') };
    }
  });
  last = reply;
  return reply;
}

const api = {
  init(request: EngineRequest, models: readonly ModelSpec[], readFile: ReadFile): void {
    service = new InferenceService({
      loaders: webEngines(detectCapabilities()),
      order: ['webgpu', 'wasm'],
      request,
      models: createModelStore(models, readFile),
    });
  },
  /** The session's id; the same for the same model. */
  open: (source: ModelSource): Promise<InferenceReply<number>> =>
    inTurn(async (started) => {
      const key = 'model' in source ? `model ${source.model}` : `key ${source.key}`;
      const session = await started.session(source);
      const known = ids.get(key);
      if (known !== undefined) return known;
      const id = sessions.push(session);
      ids.set(key, id);
      return id;
    }),
  async run(id: number, inputs: Tensors): Promise<InferenceReply<Tensors>> {
    const reply = await inTurn((): Promise<Tensors> => {
      const session = sessions[id - 1];
      if (!session) throw new TypeError('the model is not open');
      return session.run(inputs);
    });
    return reply.ok ? Comlink.transfer(reply, tensorBuffers(reply.value)) : reply;
  },
  release: (id: number): Promise<InferenceReply<undefined>> =>
    inTurn(async () => {
      await sessions[id - 1]?.release();
      return undefined;
    }),
};

export type InferenceWorkerApi = typeof api;

Comlink.expose(api);
