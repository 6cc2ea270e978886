import type { Point } from '../geometry/point.ts';
import type { Proportions } from './proportions.ts';

/** How far the shoulder joints are from the middle line, torso units. */
export const shoulderAt = 106;

/** The top of the shoulder from beside the neck to where the arm's outline goes on, torso units. */
export const shoulderLine: readonly Point[] = [
  [68, 9],
  [90, 14.5],
  [107, 20.5],
  [120.5, 29],
];

/** Half the width of an arm at its root in world units, and of the cap that it lies under the shoulder with. */
export const shoulderRadius = ({ armThickness, chibi }: Proportions): number =>
  (chibi ? 29 : 31) * 1.03 * armThickness;

/**
 * How far below the pit of the neck the shoulder joints lie, torso units: so far that the roundness of
 * the arm, thick or thin, meets the end of the shoulder's line.
 *
 * @param reach How much of the torso's length is seen.
 */
export function shoulderHeight(p: Proportions, reach: number): number {
  const [endX, endY] = shoulderLine[shoulderLine.length - 1] as Point;
  const aside = (endX - shoulderAt) * p.width;
  const below = Math.sqrt(Math.max(0, shoulderRadius(p) ** 2 - aside ** 2));
  return endY + below / (p.length * reach);
}
