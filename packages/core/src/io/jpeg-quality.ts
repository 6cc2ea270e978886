/** What {@link estimateJpegQuality} found. */
export interface JpegQualityEstimate {
  /** libjpeg's scale, 1 (worst) to 100 (best). */
  readonly quality: number;
  /** The table is the one that libjpeg makes for `quality`. */
  readonly exact: boolean;
  /**
   * Distance to libjpeg's table for `quality`: root mean square of log2(step / libjpeg's step).
   * 0 means equal, 1 means steps off by a factor of two.
   */
  readonly error: number;
}

/** ITU-T T.81 table K.1, luminance, in row order. */
// prettier-ignore
const ANNEX_K_LUMINANCE: readonly number[] = [
  16, 11, 10, 16,  24,  40,  51,  61,
  12, 12, 14, 19,  26,  58,  60,  55,
  14, 13, 16, 24,  40,  57,  69,  56,
  14, 17, 22, 29,  51,  87,  80,  62,
  18, 22, 37, 56,  68, 109, 103,  77,
  24, 35, 55, 64,  81, 104, 113,  92,
  49, 64, 78, 87, 103, 121, 120, 101,
  72, 92, 95, 98, 112, 100, 103,  99,
];

/** Largest step in a baseline (8-bit) table, and in the 16-bit tables libjpeg writes on request. */
const BASELINE_MAX_STEP = 255;
const EXTENDED_MAX_STEP = 32767;

/**
 * Estimates the quality setting that made a JPEG, from its luminance quantisation table.
 *
 * The Independent JPEG Group's scaling (libjpeg `jcparam.c`, `jpeg_quality_scaling`) turns a quality q
 * into a percentage s = 5000 / q below 50, else 200 - 2q (integers), and each step into
 * clamp((K * s + 50) / 100, 1, 255) of Annex K's table. This is its inverse: the q whose table is nearest,
 * in least squares of the logarithms so that fine and coarse steps count alike.
 *
 * Exact for every table that libjpeg or libjpeg-turbo makes, q 1 to 100: those hundred tables differ.
 * Other encoders (mozjpeg, Photoshop, cameras) use tables of their own: there the answer is the libjpeg
 * quality of about the same coarseness, `exact` is false, and `error` says how far off the table is.
 * mozjpeg's default tables, for one, read up to 13 below mozjpeg's own setting (75 reads as 66) with
 * an error of about 0.5.
 *
 * @param table 64 steps in row order, 1-65535 (a step of 0 is invalid and counts as 1)
 */
export function estimateJpegQuality(table: Uint16Array): JpegQualityEstimate {
  const maxStep = table.some((step) => step > BASELINE_MAX_STEP) ? EXTENDED_MAX_STEP : BASELINE_MAX_STEP;
  let quality = 1;
  let least = Infinity;
  for (let q = 1; q <= 100; q++) {
    const distance = squaredLogDistance(table, q, maxStep);
    if (distance < least) {
      least = distance;
      quality = q;
    }
  }
  return { quality, exact: least === 0, error: Math.sqrt(least / ANNEX_K_LUMINANCE.length) };
}

function squaredLogDistance(table: Uint16Array, quality: number, maxStep: number): number {
  const scale = quality < 50 ? Math.floor(5000 / quality) : 200 - 2 * quality;
  let sum = 0;
  ANNEX_K_LUMINANCE.forEach((base, i) => {
    const step = Math.min(maxStep, Math.max(1, Math.floor((base * scale + 50) / 100)));
    sum += Math.log2(Math.max(1, table[i] ?? 1) / step) ** 2;
  });
  return sum;
}
