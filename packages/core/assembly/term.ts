// oxlint-disable typescript/no-extraneous-class -- TypeScript allows `@inline` on methods only

import { Constant } from './constant';

/**
 * The separable blend functions B(cb, cs) of W3C Compositing and Blending Level 1, and linear dodge and
 * linear burn, as V = S + D - A·B on premultiplied values; see {@link BlendLoop} for the letters.
 */
export class Term {
  static readonly NORMAL: i32 = 0;
  static readonly MULTIPLY: i32 = 1;
  static readonly SCREEN: i32 = 2;
  static readonly OVERLAY: i32 = 3;
  static readonly DARKEN: i32 = 4;
  static readonly LIGHTEN: i32 = 5;
  static readonly COLOR_DODGE: i32 = 6;
  static readonly COLOR_BURN: i32 = 7;
  static readonly HARD_LIGHT: i32 = 8;
  static readonly SOFT_LIGHT: i32 = 9;
  static readonly DIFFERENCE: i32 = 10;
  static readonly EXCLUSION: i32 = 11;
  static readonly LINEAR_DODGE: i32 = 12;
  static readonly LINEAR_BURN: i32 = 13;

  /** A vector that the three channels of a mode share. */
  @inline
  static extra(mode: i32, as: v128, ab: v128): v128 {
    if (mode == Term.COLOR_DODGE || mode == Term.COLOR_BURN) return f32x4.mul(ab, Constant.nothing());
    if (mode == Term.SOFT_LIGHT) return f32x4.div(Constant.one(), f32x4.pmax(ab, Constant.tiny()));
    return as;
  }

  /**
   * V of one channel.
   *
   * @param mode a constant
   * @param s, b premultiplied source and backdrop; `as`, `ab` their alphas
   * @param A, S, D as·ab, ab·s and as·b
   * @param extra from {@link extra}
   */
  @inline
  static of(mode: i32, s: v128, b: v128, as: v128, ab: v128, A: v128, S: v128, D: v128, extra: v128): v128 {
    if (mode == Term.NORMAL) return D;
    if (mode == Term.SCREEN) return f32x4.mul(s, b);
    if (mode == Term.DARKEN) return f32x4.pmax(S, D);
    if (mode == Term.LIGHTEN) return f32x4.pmin(S, D);
    if (mode == Term.DIFFERENCE) return f32x4.mul(f32x4.pmin(S, D), Constant.two());
    const product = f32x4.mul(s, b);
    if (mode == Term.EXCLUSION) return f32x4.add(product, product);
    const sum = f32x4.add(S, D);
    if (mode == Term.MULTIPLY) return f32x4.sub(sum, product);
    if (mode == Term.LINEAR_DODGE) return f32x4.pmax(f32x4.splat(0), f32x4.sub(sum, A));
    if (mode == Term.LINEAR_BURN) return f32x4.pmin(sum, A);
    if (mode == Term.COLOR_DODGE) return f32x4.sub(sum, Term.dodge(s, b, as, A, D, extra));
    if (mode == Term.COLOR_BURN) return f32x4.sub(sum, Term.burn(s, b, as, ab, A, extra));
    if (mode == Term.SOFT_LIGHT) return f32x4.sub(S, Term.soften(s, b, as, ab, extra));
    // Hard light turns on the source, overlay on the backdrop; the two halves are the same.
    const multiplied = f32x4.sub(sum, f32x4.add(product, product));
    const screened = f32x4.sub(A, multiplied);
    const turn = mode == Term.HARD_LIGHT ? f32x4.le(f32x4.add(s, s), as) : f32x4.le(f32x4.add(b, b), ab);
    return v128.bitselect(multiplied, screened, turn);
  }

  /** A·B of color dodge: 0 on black, else min(1, cb / (1 - cs)). */
  @inline
  private static dodge(s: v128, b: v128, as: v128, A: v128, D: v128, black: v128): v128 {
    const ratio = f32x4.div(f32x4.mul(D, as), f32x4.pmax(f32x4.splat(0), f32x4.sub(as, s)));
    // 0/0 happens where A is 0 only, and pmin then gives its first argument.
    return v128.andnot(f32x4.pmin(A, ratio), f32x4.le(b, black));
  }

  /** A·B of color burn: 1 on white, else 1 - min(1, (1 - cb) / cs). */
  @inline
  private static burn(s: v128, b: v128, as: v128, ab: v128, A: v128, white: v128): v128 {
    const gap = f32x4.sub(ab, b);
    const ratio = f32x4.div(f32x4.mul(f32x4.mul(gap, as), as), f32x4.pmax(f32x4.splat(0), s));
    return f32x4.sub(A, v128.andnot(f32x4.pmin(A, ratio), f32x4.le(gap, white)));
  }

  /** A·B - D of soft light; `inverse` is 1/ab. */
  @inline
  private static soften(s: v128, b: v128, as: v128, ab: v128, inverse: v128): v128 {
    const zero = f32x4.splat(0);
    const straight = f32x4.mul(b, inverse);
    const weight = f32x4.sub(f32x4.add(s, s), as);
    const darker = f32x4.sub(b, f32x4.mul(b, straight));
    const slope = f32x4.sub(f32x4.mul(straight, Constant.sixteen()), Constant.twelve());
    const cubic = f32x4.mul(f32x4.add(f32x4.mul(slope, straight), Constant.four()), b);
    // Not a number where rounding left b below 0, but then the cubic is taken.
    const root = f32x4.sqrt(f32x4.mul(b, ab));
    const lifted = v128.bitselect(cubic, root, f32x4.le(straight, Constant.quarter()));
    const step = v128.bitselect(darker, f32x4.sub(lifted, b), f32x4.le(weight, zero));
    return f32x4.mul(weight, step);
  }
}
