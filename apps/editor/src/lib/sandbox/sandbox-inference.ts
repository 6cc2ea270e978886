import { deserializeError } from '@koma/core/errors';
import {
  detectCapabilities,
  type BackendReport,
  type EngineRequest,
  type ModelSpec,
} from '@koma/core/inference';
import type { InferenceDesk } from '@koma/core/sandbox';
import * as Comlink from 'comlink';
import type { InferenceReply, InferenceWorkerApi, ReadFile } from './inference.worker.ts';
import { tensorBuffers } from './tensor-buffers.ts';

export interface SandboxInferenceOptions {
  /** The models in the plugin's manifest. */
  readonly models: readonly ModelSpec[];
  /** Reads a file of the plugin's package. */
  readonly readFile: ReadFile;
  readonly engine: EngineRequest;
}

/** Models of one plugin in a worker of their own, which starts with the first model and ends with `close`. */
export function sandboxInference({ models, readFile, engine }: SandboxInferenceOptions): InferenceDesk & {
  close(): void;
} {
  let worker: Worker | undefined;
  let api: Comlink.Remote<InferenceWorkerApi> | undefined;
  let backend = firstChoice(engine);
  const start = (): Comlink.Remote<InferenceWorkerApi> => {
    worker ??= new Worker(new URL('./inference.worker.ts', import.meta.url), {
      type: 'module',
      name: 'koma-inference',
    });
    if (!api) {
      api = Comlink.wrap<InferenceWorkerApi>(worker);
      void api.init(engine, models, Comlink.proxy(readFile));
    }
    return api;
  };
  const told = <T>(reply: InferenceReply<T>): T => {
    if (!reply.ok) throw deserializeError(reply.error);
    backend = reply.backend;
    return reply.value;
  };
  return {
    get backend() {
      return backend;
    },
    async open(source) {
      const id = told(await start().open(source));
      return { id, backend };
    },
    async run(id, inputs) {
      const outputs = told(await start().run(id, Comlink.transfer(inputs, tensorBuffers(inputs))));
      return { outputs, backend };
    },
    async release(id) {
      told(await start().release(id));
    },
    close: () => worker?.terminate(),
  };
}

/** What is going to be tried first. */
function firstChoice({ preference, threads }: EngineRequest): BackendReport {
  const { webgpu, wasmThreads, crossOriginIsolated } = detectCapabilities();
  if (webgpu && preference !== 'wasm') return { name: 'webgpu', threads: 1 };
  return { name: 'wasm', threads: crossOriginIsolated ? (threads ?? wasmThreads) : 1 };
}
