import { inflateSync } from 'fflate';
import type { BlendMode } from './blend-mode.ts';
import { BLEND_KERNELS_WASM } from './blend-kernels.wasm.ts';

/**
 * Blends a span of pixels into an accumulator in place. Addresses are bytes in the kernels' memory.
 *
 * @param dst accumulator: blocks of four pixels, each the premultiplied float32 planes red, green, blue
 *   and alpha (64 bytes)
 * @param src straight RGBA8, or an accumulator where `planar` is 1
 * @param mask coverage, one byte for each pixel, or 0 for none
 * @param opacity 0-1, multiplies the source's alpha
 * @param atop 1 keeps the backdrop's alpha: the source shows only where the backdrop is
 * @param blocks number of blocks of four pixels
 */
export type BlendKernel = (
  dst: number,
  src: number,
  planar: 0 | 1,
  mask: number,
  opacity: number,
  atop: 0 | 1,
  blocks: number,
) => void;

/** The other kernels over spans; parameters as in {@link BlendKernel}. */
export interface SpanKernels {
  readonly memory: WebAssembly.Memory;
  /** Premultiplies a source into an accumulator, whatever was in it. */
  set(dst: number, src: number, planar: 0 | 1, mask: number, opacity: number, blocks: number): void;
  /** dst = from + (dst - from) · opacity · mask, both accumulators. */
  lerp(dst: number, from: number, mask: number, opacity: number, blocks: number): void;
  /** Writes an accumulator as straight RGBA8 at `out`; returns 0 where all bytes written are 0. */
  store(src: number, out: number, blocks: number): number;
  /** Of RGBA8 pixels: 0 all are transparent, 2 all are opaque, 1 anything else. */
  classify(src: number, blocks: number): number;
  /** Of `blocks` times four bytes, a multiple of 16: 0 all are 0, 2 all are 255, 1 anything else. */
  classifyBytes(src: number, blocks: number): number;
  /** The 2 x 2 means of `side` x `side` RGBA8 pixels, colours weighted by alpha; `side` a multiple of 8. */
  halve(src: number, out: number, side: number): void;
}

/** One instance of the kernels with a memory of its own. */
export interface BlendKernels extends SpanKernels {
  readonly blend: Readonly<Record<BlendMode, BlendKernel>>;
}

/** The first address that the kernels' callers may use; the first page stays free. */
export const KERNEL_HEAP = 65536;

let compiled: WebAssembly.Module | undefined;

/**
 * A new instance of the WebAssembly kernels (`packages/core/assembly`). The module is compiled on the
 * first call in a thread, synchronously, which takes a few milliseconds.
 */
export function createBlendKernels(): BlendKernels {
  compiled ??= new WebAssembly.Module(unpack(BLEND_KERNELS_WASM));
  const exports = new WebAssembly.Instance(compiled).exports as unknown as SpanKernels &
    Record<string, BlendKernel>;
  const kernel = (name: string): BlendKernel => exports[name]!;
  return {
    memory: exports.memory,
    set: exports.set,
    lerp: exports.lerp,
    store: exports.store,
    classify: exports.classify,
    classifyBytes: exports.classifyBytes,
    halve: exports.halve,
    blend: {
      normal: kernel('normal'),
      darken: kernel('darken'),
      multiply: kernel('multiply'),
      'color-burn': kernel('colorBurn'),
      'linear-burn': kernel('linearBurn'),
      lighten: kernel('lighten'),
      screen: kernel('screen'),
      'color-dodge': kernel('colorDodge'),
      'linear-dodge': kernel('linearDodge'),
      overlay: kernel('overlay'),
      'soft-light': kernel('softLight'),
      'hard-light': kernel('hardLight'),
      difference: kernel('difference'),
      exclusion: kernel('exclusion'),
      hue: kernel('hue'),
      saturation: kernel('saturation'),
      color: kernel('color'),
      luminosity: kernel('luminosity'),
    },
  };
}

/** Grows a memory so that addresses below `bytes` exist. Views made before are invalid if it grew. */
export function reserveMemory(memory: WebAssembly.Memory, bytes: number): void {
  const missing = bytes - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / 65536));
}

function unpack(base64: string): Uint8Array<ArrayBuffer> {
  return inflateSync(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
}
