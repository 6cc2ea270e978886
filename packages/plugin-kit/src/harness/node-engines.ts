import type { EngineLoaders } from '@koma/core/inference';
import { createOrtEngine } from '@koma/core/inference';

/** Runs models on the processor, by the build of ONNX Runtime for Node. */
export const NODE_ENGINES: EngineLoaders = {
  async native(threads = 1) {
    // Microsoft's build keeps a queue of usage events in the home folder unless it is told not to, before it is loaded.
    process.env['ORT_DISABLE_TELEMETRY'] = '1';
    const { default: ort } = await import('onnxruntime-node');
    return createOrtEngine(ort, { name: 'native', threads, executionProviders: ['cpu'] });
  },
};
