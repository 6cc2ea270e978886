import { createOrtEngine, type Capabilities, type Engine, type EngineLoaders } from '@koma/core/inference';
import type { Env } from 'onnxruntime-common';
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
  // A software adapter computes correctly and more slowly than WebAssembly.
  const gpu = (
    navigator as Navigator & { gpu?: { requestAdapter(options: object): Promise<GpuAdapter | null> } }
  ).gpu;
  const adapter = await gpu?.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) throw new Error('no graphics adapter');
  if (adapter.info?.isFallbackAdapter || adapter.info?.architecture === 'swiftshader')
    throw new Error('only a software adapter');
  const ort = await import('onnxruntime-web/webgpu');
  configure(ort.env, { wasm: gpuWasmUrl, mjs: gpuGlueUrl }, 1);
  return createOrtEngine(ort, { name: 'webgpu', threads: 1, executionProviders: ['webgpu'] });
}

interface GpuAdapter {
  readonly info?: { readonly isFallbackAdapter?: boolean; readonly architecture?: string };
}

function configure(env: Env, paths: { wasm: string; mjs: string }, threads: number): void {
  env.logLevel = 'error';
  env.wasm.numThreads = threads;
  env.wasm.wasmPaths = {
    wasm: new URL(paths.wasm, self.location.href).href,
    mjs: new URL(paths.mjs, self.location.href).href,
  };
}
