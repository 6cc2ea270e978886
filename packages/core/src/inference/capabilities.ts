/**
 * Everything Koma decides from the browser or the machine, in one place. No other module looks at
 * `navigator`; tests pass a made-up scope.
 */
export interface Capabilities {
  /** Pages with COOP and COEP headers: shared memory, so WebAssembly may use threads. */
  readonly crossOriginIsolated: boolean;
  /** `navigator.gpu` exists and is worth trying; an adapter may still be missing. */
  readonly webgpu: boolean;
  /** Logical processors, >= 1. */
  readonly processors: number;
  /** WebAssembly threads to use: 1 without isolation. */
  readonly wasmThreads: number;
}

/** The part of the global scope that is looked at. */
export interface CapabilityScope {
  readonly crossOriginIsolated?: boolean;
  readonly navigator?: {
    readonly hardwareConcurrency?: number;
    readonly gpu?: unknown;
    readonly vendor?: string;
    readonly maxTouchPoints?: number;
  };
}

/**
 * More WebAssembly threads than this make convolutions slower or no faster, and each costs memory.
 * One core is left to the page only where there are more than two.
 */
const MAX_WASM_THREADS = 8;

export function detectCapabilities(scope: CapabilityScope = globalThis as CapabilityScope): Capabilities {
  const crossOriginIsolated = scope.crossOriginIsolated === true;
  const processors = Math.max(1, scope.navigator?.hardwareConcurrency ?? 1);
  // WebKit's WebGPU still runs away with memory or crashes under ONNX Runtime (onnxruntime issues
  // 26827 and 27584), and its vendor string is the documented way to tell it from the others.
  const isWebKit = (scope.navigator?.vendor ?? '').startsWith('Apple');
  // iOS fails to reserve shared memory for WebAssembly threads (onnxruntime issues 11679, 22086).
  const isIos = isWebKit && (scope.navigator?.maxTouchPoints ?? 0) > 1;
  const useful = processors > 2 ? processors - 1 : processors;
  return Object.freeze({
    crossOriginIsolated,
    webgpu: scope.navigator?.gpu != null && !isWebKit,
    processors,
    wasmThreads: crossOriginIsolated && !isIos ? Math.min(MAX_WASM_THREADS, useful) : 1,
  });
}
