/**
 * How much of a pixel lies inside of a hard edge, as if the edge were smooth: the binomial mean of 5 x 5 pixels
 * (variance 1 px²) as the position of a straight edge, and that as coverage.
 * @param hard 0 or 1 a pixel
 * @param at a pixel at least 2 px inside of the plane
 * @returns 0-1
 */
export function contourCoverage(hard: Uint8Array, width: number, at: number): number {
  let total = 0;
  for (let dy = -2; dy <= 2; dy++) {
    const row = at + dy * width;
    const line = hard[row - 2]! + hard[row + 2]! + 4 * (hard[row - 1]! + hard[row + 1]!) + 6 * hard[row]!;
    total += line * BINOMIAL[dy + 2]!;
  }
  return COVERAGE[total]!;
}

const BINOMIAL = [1, 4, 6, 4, 1];

/** Coverage by the binomial sum, 0-256: 0.5 + the quantile of the normal distribution, cut to 0-1. */
const COVERAGE = Float32Array.from({ length: 257 }, (_, total) =>
  Math.min(1, Math.max(0, 0.5 + normalQuantile(total / 256))),
);

/**
 * Where the normal distribution reaches a share, in standard deviations: P. Acklam's rational approximation of its
 * middle, good for shares from 0.025 to 0.975; beyond, the ends of that range.
 */
export function normalQuantile(share: number): number {
  const q = Math.min(0.475, Math.max(-0.475, share - 0.5));
  const r = q * q;
  const above =
    ((((-3.969683028665376e1 * r + 2.209460984245205e2) * r - 2.759285104469687e2) * r + 1.38357751867269e2) *
      r -
      3.066479806614716e1) *
      r +
    2.506628277459239;
  const below =
    ((((-5.447609879822406e1 * r + 1.615858368580409e2) * r - 1.556989798598866e2) * r +
      6.680131188771972e1) *
      r -
      1.328068155288572e1) *
      r +
    1;
  return (q * above) / below;
}
