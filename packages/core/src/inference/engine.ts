/**
 * The one face of ONNX Runtime that Koma's code sees, whichever build of it runs underneath.
 * Types only.
 */

/** A dense tensor in row-major order. `data` belongs to whoever created it. */
export type Tensor =
  | { readonly type: 'float32'; readonly dims: readonly number[]; readonly data: Float32Array }
  | { readonly type: 'int64'; readonly dims: readonly number[]; readonly data: BigInt64Array };

/** One loaded graph. Calls must not overlap: ONNX Runtime is not re-entrant in WebAssembly. */
export interface Session {
  /** Runs the graph. The outputs are the caller's, and survive the next call. */
  run(inputs: Readonly<Record<string, Tensor>>): Promise<Record<string, Tensor>>;
  release(): Promise<void>;
}

export type BackendName = 'webgpu' | 'wasm' | 'native';

/** What really runs, for the status bar and for bug reports. */
export interface BackendReport {
  readonly name: BackendName;
  /** CPU threads; 1 for WebGPU. */
  readonly threads: number;
  /** Set when this is not what was asked for. */
  readonly fallback?: { readonly from: BackendName; readonly reason: string };
}

/** What is asked for. */
export interface EngineRequest {
  readonly preference: 'auto' | BackendName;
  /** CPU threads wanted; absent: chosen from the machine. */
  readonly threads?: number;
}

/** A model from the plugin's manifest, or bytes that the plugin derived from one. */
export type ModelSource = (
  { readonly model: string } | { readonly key: string; readonly bytes: Uint8Array }
) &
  ModelSessionOptions;

export interface ModelSessionOptions {
  /**
   * True for networks with large feature maps: working memory is returned after every run instead of
   * being kept for the next. Halves the memory of a native run, for about a tenth of its time.
   */
  readonly lean?: boolean;
}

/** One instance of ONNX Runtime on one backend. */
export interface Engine {
  readonly name: BackendName;
  readonly threads: number;
  /** @param bytes an ONNX model; may be dropped after the call */
  createSession(bytes: Uint8Array, options?: ModelSessionOptions): Promise<Session>;
}
