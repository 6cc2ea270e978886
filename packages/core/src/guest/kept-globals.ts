const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/**
 * Globals that a plugin's code may use: the language itself, and of the platform what computes, draws or waits.
 * Whatever browsers come to add is taken away until it is named here. Not here for a reason: `crypto` (random numbers
 * that no seed repeats), everything of networks, storage and devices, other workers, `postMessage` and `close` (they
 * reach the frame's document).
 */
export const KEPT_GLOBALS: ReadonlySet<string> = words(`
  globalThis self undefined NaN Infinity
  Object Function Array String Boolean Number BigInt Symbol Date Math JSON Reflect Proxy Promise RegExp Intl
  Map Set WeakMap WeakSet WeakRef FinalizationRegistry Iterator AsyncIterator DisposableStack AsyncDisposableStack
  SuppressedError Temporal Atomics
  Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError InternalError
  ArrayBuffer SharedArrayBuffer DataView
  Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float16Array Float32Array
  Float64Array BigInt64Array BigUint64Array
  parseInt parseFloat isNaN isFinite decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape eval
  WebAssembly
  console performance Performance setTimeout clearTimeout setInterval clearInterval queueMicrotask structuredClone
  requestAnimationFrame cancelAnimationFrame reportError scheduler
  TextEncoder TextDecoder TextEncoderStream TextDecoderStream CompressionStream DecompressionStream
  ReadableStream ReadableStreamDefaultReader ReadableStreamDefaultController ReadableStreamBYOBReader
  ReadableByteStreamController WritableStream WritableStreamDefaultWriter WritableStreamDefaultController
  TransformStream TransformStreamDefaultController ByteLengthQueuingStrategy CountQueuingStrategy
  atob btoa Blob File FileReader FileReaderSync URL URLSearchParams FormData Headers
  AbortController AbortSignal DOMException Event EventTarget CustomEvent ErrorEvent MessageEvent ProgressEvent
  PromiseRejectionEvent MessageChannel MessagePort
  ImageData ImageBitmap ImageBitmapRenderingContext createImageBitmap OffscreenCanvas
  OffscreenCanvasRenderingContext2D Path2D CanvasGradient CanvasPattern TextMetrics
  WebGLRenderingContext WebGL2RenderingContext WebGLActiveInfo WebGLBuffer WebGLFramebuffer WebGLProgram WebGLQuery
  WebGLRenderbuffer WebGLSampler WebGLShader WebGLShaderPrecisionFormat WebGLSync WebGLTexture
  WebGLTransformFeedback WebGLUniformLocation WebGLVertexArrayObject
  DOMMatrix DOMMatrixReadOnly DOMPoint DOMPointReadOnly DOMQuad DOMRect DOMRectReadOnly
  addEventListener removeEventListener dispatchEvent onerror onunhandledrejection onrejectionhandled
  WorkerGlobalScope DedicatedWorkerGlobalScope WorkerNavigator WorkerLocation
  navigator location origin isSecureContext crossOriginIsolated name
  komaPlugin komaGuest
`);

/** Of `navigator`: what libraries choose their code by. */
export const KEPT_NAVIGATOR: ReadonlySet<string> = words(`
  userAgent appVersion appName appCodeName product platform vendor vendorSub productSub language languages
  hardwareConcurrency onLine
`);
