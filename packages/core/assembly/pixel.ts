// oxlint-disable typescript/no-extraneous-class -- TypeScript allows `@inline` on methods only

import { Constant } from './constant';

/** How bytes become numbers from 0 to 1 and back, four pixels of RGBA8 at a time. */
export class Pixel {
  /** One channel of the four pixels as float32, 0-255; `shift` is 0, 8 or 16 for red, green and blue. */
  @inline
  static channel(pixels: v128, shift: i32): v128 {
    const shifted = shift == 0 ? pixels : i32x4.shr_u(pixels, shift);
    return f32x4.convert_i32x4_s(v128.and(shifted, Constant.byte()));
  }

  /** Their alphas as float32, 0-255. */
  @inline
  static alpha(pixels: v128): v128 {
    return f32x4.convert_i32x4_s(i32x4.shr_u(pixels, 24));
  }

  /** `opacity` times the mask's coverage of four pixels. */
  @inline
  static coverage(mask: usize, opacity: v128): v128 {
    const wide = i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(mask)));
    return f32x4.mul(f32x4.mul(f32x4.convert_i32x4_s(wide), Constant.unit()), opacity);
  }

  /** Numbers from 0 to 255 or a little more, rounded to the nearest byte. */
  @inline
  static toByte(value: v128): v128 {
    return v128.and(f32x4.add(f32x4.pmin(value, Constant.n255()), Constant.round()), Constant.byte());
  }

  /** Four pixels from the bytes of their channels; where alpha is 0 all is 0. */
  @inline
  static pack(r: v128, g: v128, b: v128, a: v128): v128 {
    const colour = v128.or(v128.or(r, i32x4.shl(g, 8)), v128.or(i32x4.shl(b, 16), i32x4.shl(a, 24)));
    return v128.andnot(colour, i32x4.eq(a, i32x4.splat(0)));
  }
}
