import type { RegionMap } from '@koma/lineart';
import type { Bounds } from '../strokes/capsule-spans.ts';

/** Where regions lie: left, top, right and bottom of each, work pixels; right and bottom beyond it. */
export type RegionBounds = Int32Array;

/** The bounds of all regions of a map. */
export function regionBounds({
  labels,
  width,
  height,
  count,
}: Pick<RegionMap, 'labels' | 'width' | 'height' | 'count'>): RegionBounds {
  const bounds = new Int32Array(4 * count);
  for (let i = 0; i < bounds.length; i += 4) {
    bounds[i] = width;
    bounds[i + 1] = height;
  }
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      const i = 4 * labels[at]!;
      if (x < bounds[i]!) bounds[i] = x;
      if (y < bounds[i + 1]!) bounds[i + 1] = y;
      if (x >= bounds[i + 2]!) bounds[i + 2] = x + 1;
      bounds[i + 3] = y + 1;
    }
  return bounds;
}

/** The bounds of one region. */
export function boundsOf(all: RegionBounds, region: number): Bounds {
  const i = 4 * region;
  return { left: all[i]!, top: all[i + 1]!, right: all[i + 2]!, bottom: all[i + 3]! };
}
