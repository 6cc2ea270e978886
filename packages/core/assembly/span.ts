// oxlint-disable typescript/no-extraneous-class -- TypeScript allows `@inline` on methods only

import { Constant } from './constant';
import { Pixel } from './pixel';

/** What is done to a span of pixels besides blending; accumulators are laid out as in {@link BlendLoop}. */
export class Span {
  /** Premultiplies a source into an accumulator, whatever was in it. Parameters as in {@link BlendLoop}. */
  @inline
  static set(dst: usize, src: usize, planar: i32, mask: usize, opacity: f32, blocks: i32): void {
    const end = dst + ((<usize>blocks) << 6);
    const scale = f32x4.splat(opacity);
    for (; dst < end; dst += 64) {
      let cover = scale;
      if (mask) {
        cover = Pixel.coverage(mask, scale);
        mask += 4;
      }
      if (planar) {
        v128.store(dst, f32x4.mul(v128.load(src), cover));
        v128.store(dst, f32x4.mul(v128.load(src, 16), cover), 16);
        v128.store(dst, f32x4.mul(v128.load(src, 32), cover), 32);
        v128.store(dst, f32x4.mul(v128.load(src, 48), cover), 48);
        src += 64;
      } else {
        const pixels = v128.load(src);
        src += 16;
        const as = f32x4.mul(f32x4.mul(Pixel.alpha(pixels), Constant.unit()), cover);
        const factor = f32x4.mul(as, Constant.unit());
        v128.store(dst, f32x4.mul(Pixel.channel(pixels, 0), factor));
        v128.store(dst, f32x4.mul(Pixel.channel(pixels, 8), factor), 16);
        v128.store(dst, f32x4.mul(Pixel.channel(pixels, 16), factor), 32);
        v128.store(dst, as, 48);
      }
    }
  }

  /** dst = from + (dst - from)·opacity·mask. */
  @inline
  static lerp(dst: usize, from: usize, mask: usize, opacity: f32, blocks: i32): void {
    const end = dst + ((<usize>blocks) << 6);
    const scale = f32x4.splat(opacity);
    for (; dst < end; dst += 64, from += 64) {
      let cover = scale;
      if (mask) {
        cover = Pixel.coverage(mask, scale);
        mask += 4;
      }
      Span.mix(dst, from, cover);
      Span.mix(dst + 16, from + 16, cover);
      Span.mix(dst + 32, from + 32, cover);
      Span.mix(dst + 48, from + 48, cover);
    }
  }

  @inline
  private static mix(dst: usize, from: usize, cover: v128): void {
    const start = v128.load(from);
    v128.store(dst, f32x4.add(start, f32x4.mul(f32x4.sub(v128.load(dst), start), cover)));
  }

  /**
   * Writes an accumulator as straight RGBA8, rounded to the nearest; pixels whose alpha rounds to 0 are
   * (0, 0, 0, 0).
   *
   * @returns 0 where all bytes written are 0
   */
  @inline
  static store(src: usize, out: usize, blocks: i32): i32 {
    const end = out + ((<usize>blocks) << 4);
    let any = i32x4.splat(0);
    for (; out < end; out += 16, src += 64) {
      const alpha = v128.load(src, 48);
      const factor = f32x4.div(Constant.n255(), f32x4.pmax(alpha, Constant.tiny()));
      const pixels = Pixel.pack(
        Pixel.toByte(f32x4.mul(v128.load(src), factor)),
        Pixel.toByte(f32x4.mul(v128.load(src, 16), factor)),
        Pixel.toByte(f32x4.mul(v128.load(src, 32), factor)),
        Pixel.toByte(f32x4.mul(alpha, Constant.n255())),
      );
      any = v128.or(any, pixels);
      v128.store(out, pixels);
    }
    return v128.any_true(any);
  }

  /** 0: all pixels are transparent, 2: all are opaque, 1: anything else. */
  @inline
  static classify(src: usize, blocks: i32): i32 {
    const end = src + ((<usize>blocks) << 4);
    let any = i32x4.splat(0);
    let all = i32x4.splat(-1);
    for (; src < end; src += 16) {
      const pixels = v128.load(src);
      any = v128.or(any, pixels);
      all = v128.and(all, pixels);
    }
    if (!v128.any_true(i32x4.shr_u(any, 24))) return 0;
    return i32x4.all_true(i32x4.eq(i32x4.shr_u(all, 24), Constant.byte())) ? 2 : 1;
  }

  /** 0: all bytes are 0, 2: all are 255, 1: anything else. `blocks` of four bytes, a multiple of 4. */
  @inline
  static classifyBytes(src: usize, blocks: i32): i32 {
    const end = src + ((<usize>blocks) << 2);
    let any = i32x4.splat(0);
    let all = i32x4.splat(-1);
    for (; src < end; src += 16) {
      const bytes = v128.load(src);
      any = v128.or(any, bytes);
      all = v128.and(all, bytes);
    }
    if (!v128.any_true(any)) return 0;
    return i32x4.all_true(i32x4.eq(all, i32x4.splat(-1))) ? 2 : 1;
  }
}
