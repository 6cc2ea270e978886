/**
 * What is known of enlarging 512 × 512 pixels twofold before this code existed: the prototypes' best
 * times on a quiet machine with 2 Zen 3 cores whose FMA peak was 199.7 GFLOP/s on two threads.
 */
export interface ReferenceFigures {
  /** Floating-point operations that the picture needs without any context, in 1e9. */
  readonly usefulGflop: number;
  readonly nativeSeconds: number;
  /** WebAssembly on two threads. */
  readonly wasmSeconds: number;
  /** CPU time on one thread over the time on two. */
  readonly wasmScaling: number;
  /** Native time over the time that the machine's FMA peak would take. */
  readonly nativeToPeak: number;
}

/** Networks that the benchmark times, by the operation's `model` parameter. */
export type Model = 'upconv7' | 'cunet';

export const MODELS: readonly Model[] = ['upconv7', 'cunet'];

export const REFERENCE: Readonly<Record<Model, ReferenceFigures>> = {
  upconv7: { usefulGflop: 289.3, nativeSeconds: 1.73, wasmSeconds: 7.4, wasmScaling: 2.2, nativeToPeak: 1.2 },
  cunet: { usefulGflop: 403.7, nativeSeconds: 3.03, wasmSeconds: 13.7, wasmScaling: 1.8, nativeToPeak: 1.5 },
};
