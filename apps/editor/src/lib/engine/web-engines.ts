import { createOrtEngine, type Capabilities, type Engine, type EngineLoaders } from '@koma/core/inference';
import type { Env } from 'onnxruntime-common';
import { findAdapter } from './find-adapter.ts';
import gpuWasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import gpuGlueUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import glueUrl from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';

/**
 * The builds of ONNX Runtime that a browser can run, each fetched only when it is started. Runs in
 * the plugin's own worker.
 */
export function webEngines(capabilities: Capabilities): EngineLoaders {
  return {
    wasm: async (threads) => {
      const ort = await import('onnxruntime-web/wasm');
      const count = capabilities.crossOriginIsolated ? (threads ?? capabilities.wasmThreads) : 1;
      configure(ort.env, { wasm: wasmUrl, mjs: glueUrl }, count);
      return createOrtEngine(ort, { name: 'wasm', threads: count, executionProviders: ['wasm'] });
    },
    ...(capabilities.webgpu ? { webgpu: startWebGpu } : {}),
  };
}

async function startWebGpu(): Promise<Engine> {
  await findAdapter();
  const ort = await import('onnxruntime-web/webgpu');
  configure(ort.env, { wasm: gpuWasmUrl, mjs: gpuGlueUrl }, 1);
  return createOrtEngine(ort, { name: 'webgpu', threads: 1, executionProviders: ['webgpu'] });
}

function configure(env: Env, paths: { wasm: string; mjs: string }, threads: number): void {
  env.logLevel = 'error';
  env.wasm.numThreads = threads;
  env.wasm.wasmPaths = {
    wasm: new URL(paths.wasm, self.location.href).href,
    mjs: new URL(paths.mjs, self.location.href).href,
  };
}
