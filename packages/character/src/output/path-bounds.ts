import type { PathData } from '../geometry/path.ts';

/** A box in drawing units. */
export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * The box around all numbers of a path: its points and control points, so at least as large as what is
 * seen. Undefined for a path without points.
 */
export function pathBounds(path: PathData): Bounds | undefined {
  const numbers = path.match(/-?[\d.]+/g);
  if (numbers === null) return undefined;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i + 1 < numbers.length; i += 2) {
    const x = Number(numbers[i]);
    const y = Number(numbers[i + 1]);
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return { left, top, right, bottom };
}
