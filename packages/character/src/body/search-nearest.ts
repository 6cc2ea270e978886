import type { Range } from './pose-angles.ts';

/** From the first step of the search to the last, degrees; lengths, which go from 0 to 1, a hundredth of it. */
const FIRST_STEP = 32;
const LAST_STEP = 0.05;
/** How a degree of change weighs against a miss: of two ways to a place the shorter is taken. */
const CHANGE_WEIGHT = 2e-6;
/** Starting angles where the way from where the limb is leads nowhere. */
const OTHER_STARTS = [-90, -30, 30, 90, 150];

/**
 * Values within their ranges for which `miss` is smallest, near the given ones: a compass search (Kolda,
 * Lewis and Torczon 2003, algorithm 1), again from other angles where it ends away from 0, and with lengths
 * as well where angles alone do not get there.
 *
 * @param values angles in degrees first, then lengths
 * @param angles how many of them are angles
 * @param miss 0 where the place is reached
 * @param close a miss that counts as none
 */
export function searchNearest(
  values: readonly number[],
  ranges: readonly Range[],
  angles: number,
  miss: (values: readonly number[]) => number,
  close: number,
): number[] {
  const cost = (at: readonly number[]): number =>
    miss(at) +
    at.reduce((sum, value, i) => sum + Math.abs(value - values[i]!) * scaleOf(i) * CHANGE_WEIGHT, 0);
  const scaleOf = (i: number): number => (i < angles ? 1 : 100);
  const clamped = (value: number, i: number): number =>
    Math.min(ranges[i]![1], Math.max(ranges[i]![0], value));
  const search = (start: readonly number[], free: number): number[] => {
    let best = start.map(clamped);
    let least = cost(best);
    for (let step = FIRST_STEP; step >= LAST_STEP; step /= 2) {
      for (let improved = true; improved;) {
        improved = false;
        for (let i = 0; i < free; i++)
          for (const way of [1, -1]) {
            const tried = best.slice();
            tried[i] = clamped(tried[i]! + (way * step) / scaleOf(i), i);
            const tally = cost(tried);
            if (tally < least - 1e-9) {
              [best, least, improved] = [tried, tally, true];
            }
          }
      }
    }
    return best;
  };
  let best = search(values, angles);
  if (miss(best) <= close) return best;
  for (const first of OTHER_STARTS) {
    // Both ways that a limb of two bones can be bent.
    for (const second of angles > 1 ? [-70, 70] : [0]) {
      const start = values.map((value, i) => (i >= angles ? value : [first, second, 0][i]!));
      const found = search(start, angles);
      if (miss(found) < miss(best) - close) best = found;
    }
  }
  if (miss(best) <= close || values.length === angles) return best;
  const found = search(best, values.length);
  return miss(found) < miss(best) - close ? found : best;
}
