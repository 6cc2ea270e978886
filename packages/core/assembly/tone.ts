// oxlint-disable typescript/no-extraneous-class -- TypeScript allows `@inline` on methods only

import { Constant } from './constant';

/**
 * The non-separable blend functions of W3C Compositing and Blending Level 1 on colours scaled by
 * A = as·ab, where white is A.
 *
 * All four take one of the two colours (C, with luminosity l), stretch it to a saturation (SetSat, which
 * is C·k plus a grey), move it to a luminosity (SetLum) and pull it into range (ClipColor). Greys that
 * SetSat adds are undone by SetLum, so all of it is L + (C - l)·factor.
 */
export class Tone {
  static readonly HUE: i32 = 14;
  static readonly SATURATION: i32 = 15;
  static readonly COLOR: i32 = 16;
  static readonly LUMINOSITY: i32 = 17;

  /** Whether a mode looks at the three channels together. */
  @inline
  static handles(mode: i32): bool {
    return mode >= Tone.HUE;
  }

  /** Whether a mode takes the source's colour to the backdrop's luminosity, else the backdrop's. */
  @inline
  static takesSource(mode: i32): bool {
    return mode == Tone.HUE || mode == Tone.COLOR;
  }

  /** Lum: 0.3 r + 0.59 g + 0.11 b. */
  @inline
  static lum(r: v128, g: v128, b: v128): v128 {
    const sum = f32x4.add(f32x4.mul(r, Constant.red()), f32x4.mul(g, Constant.green()));
    return f32x4.add(sum, f32x4.mul(b, Constant.blue()));
  }

  /** The factor on the colour's differences from its luminosity `own`, whose new luminosity is `L`. */
  @inline
  static factor(
    mode: i32,
    own: v128,
    L: v128,
    A: v128,
    Sr: v128,
    Sg: v128,
    Sb: v128,
    Dr: v128,
    Dg: v128,
    Db: v128,
  ): v128 {
    const ofSource = Tone.takesSource(mode);
    const least = ofSource ? Tone.least(Sr, Sg, Sb) : Tone.least(Dr, Dg, Db);
    const most = ofSource ? Tone.most(Sr, Sg, Sb) : Tone.most(Dr, Dg, Db);
    const below = f32x4.sub(own, least);
    const above = f32x4.sub(most, own);
    if (mode == Tone.COLOR || mode == Tone.LUMINOSITY) return Tone.pull(L, A, below, above);
    const saturation = ofSource
      ? f32x4.sub(Tone.most(Dr, Dg, Db), Tone.least(Dr, Dg, Db))
      : f32x4.sub(Tone.most(Sr, Sg, Sb), Tone.least(Sr, Sg, Sb));
    const present = f32x4.sub(most, least);
    const grey = f32x4.le(present, f32x4.mul(A, Constant.nothing()));
    const stretch = v128.andnot(f32x4.div(saturation, present), grey);
    const pull = Tone.pull(L, A, f32x4.mul(below, stretch), f32x4.mul(above, stretch));
    return f32x4.mul(stretch, pull);
  }

  /**
   * ClipColor: how far a colour must shrink towards its luminosity L to lie between 0 and A, if it reaches
   * `below` under and `above` over it. (It cannot leave both ends: no saturation is more than A.)
   */
  @inline
  static pull(L: v128, A: v128, below: v128, above: v128): v128 {
    // Rounding can leave L just below 0 or above A, which must not be blown up by small divisors.
    const floor = f32x4.pmax(f32x4.splat(0), L);
    const room = f32x4.pmax(f32x4.splat(0), f32x4.sub(A, L));
    const dark = f32x4.div(floor, f32x4.pmax(Constant.tiny(), below));
    const light = f32x4.div(room, f32x4.pmax(Constant.tiny(), above));
    return f32x4.pmin(Constant.one(), f32x4.pmin(dark, light));
  }

  @inline
  private static least(r: v128, g: v128, b: v128): v128 {
    return f32x4.pmin(f32x4.pmin(r, g), b);
  }

  @inline
  private static most(r: v128, g: v128, b: v128): v128 {
    return f32x4.pmax(f32x4.pmax(r, g), b);
  }
}
