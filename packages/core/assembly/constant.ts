// oxlint-disable typescript/no-extraneous-class -- TypeScript allows `@inline` on methods only

/**
 * Constants as vectors, loaded from memory. Written as literals they would be cheaper in theory, but V8
 * builds such a vector anew wherever it is used, in three instructions, and they made up a fifth of the
 * loops' time.
 */
const TABLE = memory.data<f32>([
  1.0 / 255.0,
  255,
  8388608,
  1,
  2,
  4,
  12,
  16,
  0.25,
  0.3,
  0.59,
  0.11,
  1.0 / 262144.0,
  1e-30,
]);
const BYTE = memory.data<u32>([255]);

/** Vectors with the same number in all lanes. */
export class Constant {
  /** 1/255; in float32, 255 times it is exactly 1. */
  @inline
  static unit(): v128 {
    return v128.load32_splat(TABLE);
  }

  @inline
  static n255(): v128 {
    return v128.load32_splat(TABLE, 4);
  }

  /** 2^23: adding it to a float32 from 0 to 2^22 leaves the rounded integer in the low bits. */
  @inline
  static round(): v128 {
    return v128.load32_splat(TABLE, 8);
  }

  @inline
  static one(): v128 {
    return v128.load32_splat(TABLE, 12);
  }

  @inline
  static two(): v128 {
    return v128.load32_splat(TABLE, 16);
  }

  @inline
  static four(): v128 {
    return v128.load32_splat(TABLE, 20);
  }

  @inline
  static twelve(): v128 {
    return v128.load32_splat(TABLE, 24);
  }

  @inline
  static sixteen(): v128 {
    return v128.load32_splat(TABLE, 28);
  }

  @inline
  static quarter(): v128 {
    return v128.load32_splat(TABLE, 32);
  }

  /** What red adds to a colour's luminosity. */
  @inline
  static red(): v128 {
    return v128.load32_splat(TABLE, 36);
  }

  /** What green adds to a colour's luminosity. */
  @inline
  static green(): v128 {
    return v128.load32_splat(TABLE, 40);
  }

  /** What blue adds to a colour's luminosity. */
  @inline
  static blue(): v128 {
    return v128.load32_splat(TABLE, 44);
  }

  /**
   * What counts as nothing beside 1: 2^-18. Dodge and burn jump where the backdrop is black or white, and
   * hue and saturation where a colour is grey, so rounding errors of float32 (below 2^-20 after dozens of
   * layers) must not decide there.
   */
  @inline
  static nothing(): v128 {
    return v128.load32_splat(TABLE, 48);
  }

  /** 1e-30, smaller than every alpha above 0 that matters: keeps divisions from 0/0. */
  @inline
  static tiny(): v128 {
    return v128.load32_splat(TABLE, 52);
  }

  /** The integer 255 in each lane. */
  @inline
  static byte(): v128 {
    return v128.load32_splat(BYTE);
  }
}
