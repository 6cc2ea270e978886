// oxlint-disable typescript/no-extraneous-class -- TypeScript allows `@inline` on methods only

import { Constant } from './constant';
import { Pixel } from './pixel';

/** One level of a mip pyramid, on straight RGBA8 whose side is a multiple of 8 pixels. */
export class HalveLoop {
  /**
   * The mean of 2 x 2 pixels, colours weighted by alpha, rounded to the nearest.
   *
   * @param src `side` x `side` pixels
   * @param out `side / 2` x `side / 2` pixels, written; where alpha rounds to 0, (0, 0, 0, 0)
   */
  @inline
  static run(src: usize, out: usize, side: i32): void {
    const stride = (<usize>side) << 2;
    for (let y = 0; y < side; y += 2, src += stride << 1) {
      for (let x: usize = 0; x < stride; x += 32, out += 16) {
        const at = src + x;
        const first = v128.load(at);
        const second = v128.load(at, 16);
        const third = v128.load(at + stride);
        const fourth = v128.load(at + stride, 16);
        const a = v128.shuffle<i32>(first, second, 0, 2, 4, 6);
        const b = v128.shuffle<i32>(first, second, 1, 3, 5, 7);
        const c = v128.shuffle<i32>(third, fourth, 0, 2, 4, 6);
        const d = v128.shuffle<i32>(third, fourth, 1, 3, 5, 7);
        const upper = HalveLoop.pair(a, b, 24);
        const lower = HalveLoop.pair(c, d, 24);
        const ones = i16x8.splat(1);
        const total = i32x4.add(i32x4.dot_i16x8_s(upper, ones), i32x4.dot_i16x8_s(lower, ones));
        const weight = f32x4.div(Constant.one(), f32x4.convert_i32x4_s(total));
        const alpha = i32x4.shr_u(i32x4.add(total, i32x4.splat(2)), 2);
        const red = HalveLoop.mean(a, b, c, d, upper, lower, weight, 0);
        const green = HalveLoop.mean(a, b, c, d, upper, lower, weight, 8);
        const blue = HalveLoop.mean(a, b, c, d, upper, lower, weight, 16);
        v128.store(out, Pixel.pack(red, green, blue, alpha));
      }
    }
  }

  /** One byte of two pixels side by side, as the two 16-bit halves of each lane. */
  @inline
  static pair(left: v128, right: v128, shift: i32): v128 {
    const low = Constant.byte();
    const l = v128.and(i32x4.shr_u(left, shift), low);
    return v128.or(l, i32x4.shl(v128.and(i32x4.shr_u(right, shift), low), 16));
  }

  /** One channel's weighted mean as an integer in each lane. */
  @inline
  static mean(a: v128, b: v128, c: v128, d: v128, upper: v128, lower: v128, weight: v128, shift: i32): v128 {
    const sum = i32x4.add(
      i32x4.dot_i16x8_s(HalveLoop.pair(a, b, shift), upper),
      i32x4.dot_i16x8_s(HalveLoop.pair(c, d, shift), lower),
    );
    const mean = f32x4.mul(f32x4.convert_i32x4_s(sum), weight);
    return v128.and(f32x4.add(mean, Constant.round()), Constant.byte());
  }
}
