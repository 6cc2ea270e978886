import { availableParallelism } from 'node:os';
import { createOrtEngine, type BackendName, type EngineLoaders } from '@koma/core/inference';

/** More WebAssembly threads than this make convolutions no faster, and each costs memory. */
const MAX_WASM_THREADS = 8;

/** Starts the two builds of ONNX Runtime that run in Node.js. Each is imported only when it is used. */
export const ENGINE_LOADERS: EngineLoaders = {
  async native(threads = availableParallelism()) {
    // Microsoft's build keeps a queue of usage events in the home folder unless it is told not to,
    // before it is loaded. Koma reports nothing to anybody.
    process.env['ORT_DISABLE_TELEMETRY'] = '1';
    const { default: ort } = await import('onnxruntime-node');
    return createOrtEngine(ort, { name: 'native', threads, executionProviders: ['cpu'] });
  },
  async wasm(threads = Math.min(MAX_WASM_THREADS, availableParallelism())) {
    // Its Node.js build: the one behind `onnxruntime-web/wasm` cannot start threads here.
    const { default: ort } = await import('onnxruntime-web');
    ort.env.wasm.numThreads = threads;
    return createOrtEngine(ort, { name: 'wasm', threads, executionProviders: ['wasm'] });
  },
};

/** The backends to try, best first. What is asked for by name is the only one: a script wants to know. */
export function backendOrder(backend: 'auto' | 'native' | 'wasm'): readonly BackendName[] {
  return backend === 'auto' ? ['native', 'wasm'] : [backend];
}
