import type { InferenceSession, Tensor as OrtTensor } from 'onnxruntime-common';
import type { BackendName, Engine, Session, Tensor } from './engine.ts';

/** What the web and the Node builds of ONNX Runtime have in common. */
export interface OrtModule {
  readonly InferenceSession: {
    create(bytes: Uint8Array, options?: InferenceSession.SessionOptions): Promise<InferenceSession>;
  };
  readonly Tensor: {
    new (type: 'float32', data: Float32Array, dims: readonly number[]): OrtTensor;
    new (type: 'int64', data: BigInt64Array, dims: readonly number[]): OrtTensor;
  };
}

export interface OrtEngineOptions {
  readonly name: BackendName;
  readonly threads: number;
  readonly executionProviders: InferenceSession.SessionOptions['executionProviders'];
}

/** Wraps a loaded build of ONNX Runtime. Its environment (WASM paths, threads) is set by the caller. */
export function createOrtEngine(ort: OrtModule, options: OrtEngineOptions): Engine {
  return {
    name: options.name,
    threads: options.threads,
    async createSession(bytes, { lean = false } = {}) {
      const session = await ort.InferenceSession.create(bytes, {
        executionProviders: options.executionProviders ?? [],
        graphOptimizationLevel: 'all',
        executionMode: 'sequential',
        logSeverityLevel: 3,
        // The arena never gives memory back; a planned pattern makes one block of it, arena or not.
        enableCpuMemArena: !lean,
        enableMemPattern: true,
        // Thread counts of the web build are global and were set before it started.
        ...(options.name === 'native' ? { intraOpNumThreads: options.threads, interOpNumThreads: 1 } : {}),
      });
      return wrapSession(ort, session);
    },
  };
}

function wrapSession(ort: OrtModule, session: InferenceSession): Session {
  return {
    async run(inputs) {
      const feeds: Record<string, OrtTensor> = {};
      for (const [name, tensor] of Object.entries(inputs)) feeds[name] = toOrt(ort, tensor);
      const results = await session.run(feeds);
      const outputs: Record<string, Tensor> = {};
      for (const [name, tensor] of Object.entries(results)) {
        const data = tensor.location === 'cpu' ? tensor.data : await tensor.getData(true);
        if (tensor.type !== 'float32' || !(data instanceof Float32Array)) {
          throw new TypeError(`output ${name} is ${tensor.type}, expected float32`);
        }
        outputs[name] = { type: 'float32', dims: tensor.dims, data };
      }
      return outputs;
    },
    release: () => session.release(),
  };
}

function toOrt(ort: OrtModule, tensor: Tensor): OrtTensor {
  return tensor.type === 'float32'
    ? new ort.Tensor('float32', tensor.data, tensor.dims)
    : new ort.Tensor('int64', tensor.data, tensor.dims);
}
