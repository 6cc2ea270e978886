import type { Stroke } from '@koma/core/plugin';
import { LEAST_RADIUS, type Bounds } from './capsule-spans.ts';

/** What contains nothing; joined to others it changes nothing. */
export const NOWHERE: Bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };

/** Whether no pixel lies within. */
export function isEmpty({ left, top, right, bottom }: Bounds): boolean {
  return left >= right || top >= bottom;
}

/** The smallest bounds around both. */
export function join(one: Bounds, two: Bounds): Bounds {
  if (isEmpty(one)) return two;
  if (isEmpty(two)) return one;
  return {
    left: Math.min(one.left, two.left),
    top: Math.min(one.top, two.top),
    right: Math.max(one.right, two.right),
    bottom: Math.max(one.bottom, two.bottom),
  };
}

/** What lies in both; empty where they do not meet. */
export function meet(one: Bounds, two: Bounds): Bounds {
  const bounds = {
    left: Math.max(one.left, two.left),
    top: Math.max(one.top, two.top),
    right: Math.min(one.right, two.right),
    bottom: Math.min(one.bottom, two.bottom),
  };
  return isEmpty(bounds) ? NOWHERE : bounds;
}

/** Bounds with `by` pixels more on every side. */
export function widen(bounds: Bounds, by: number): Bounds {
  if (isEmpty(bounds)) return NOWHERE;
  const { left, top, right, bottom } = bounds;
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}

/**
 * Whole pixels around all that a stroke can paint.
 * @param from number of the first point that counts
 */
export function strokeBounds({ shape = 'line', radius, points }: Stroke, page: Bounds, from = 0): Bounds {
  if (shape === 'outside') return page;
  const reach = shape === 'line' ? Math.max(radius, LEAST_RADIUS) : 0;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = from; i < points.length; i++) {
    const [x, y] = points[i]!;
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  const around = {
    left: Math.floor(left - reach),
    top: Math.floor(top - reach),
    right: Math.ceil(right + reach) + 1,
    bottom: Math.ceil(bottom + reach) + 1,
  };
  return meet(around, page);
}
