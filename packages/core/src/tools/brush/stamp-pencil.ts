import { FULL_COVERAGE, FULL_RATE, coverFurther, type CoveragePlane } from './coverage-plane.ts';
import type { Dab } from './dab.ts';

/** Diameter in pixels of the tip that an aliased dab of this size has, a whole number >= 1. */
export function pencilWidth(size: number): number {
  return Math.max(1, Math.round(size));
}

/** Left (or top) pixel of an aliased tip around a place. */
export function pencilStart(centre: number, width: number): number {
  return Math.floor(centre - width / 2 + 0.5);
}

/**
 * Adds an aliased dab: the pixels whose middle lies in the circle, whole or not at all. The tip lies on
 * whole pixels, so all dabs of a size look the same: 1 pixel, 2x2, a plus, 4x4 without corners, 5x5
 * without corners, ...
 * @param plane written to where the dab meets it
 */
export function stampPencil(plane: CoveragePlane, dab: Dab): void {
  const target = Math.round(dab.opacity * FULL_COVERAGE);
  const rate = dab.flow > 0 ? Math.max(1, Math.round(Math.min(1, dab.flow) * FULL_RATE)) : 0;
  if (!(dab.size > 0) || target <= 0 || rate === 0) return;
  const size = pencilWidth(dab.size);
  const [x0, y0] = [pencilStart(dab.x, size), pencilStart(dab.y, size)];
  const [right, bottom] = [plane.x + plane.width, plane.y + plane.height];
  for (let y = Math.max(plane.y, y0); y < Math.min(bottom, y0 + size); y++) {
    const inset = pencilInset(size, y - y0);
    const from = Math.max(plane.x, x0 + inset);
    const to = Math.min(right, x0 + size - inset);
    const row = (y - plane.y) * plane.width - plane.x;
    if (from < to) coverFurther(plane.data, row + from, row + to, target, rate);
  }
}

/** Pixels of the tip's square that are free at either end of a row. */
function pencilInset(size: number, row: number): number {
  // By the rule a circle of 3 would be a full square, which no one draws as a round tip.
  if (size === 3) return row === 1 ? 0 : 1;
  const dy = row + 0.5 - size / 2;
  return Math.ceil(size / 2 - Math.sqrt((size * size) / 4 - dy * dy) - 0.5);
}
