import { finish, rowsOfBlock, type Steps } from '../../steps/index.ts';
import type { Mask } from './mask.ts';

/** Rows that are swept together; enough that looking `reach` rows ahead costs little, small enough to stay in cache. */
const STRIP_ROWS = 128;

/**
 * The first half of every separable distance transform: how far each pixel is from the nearest feature
 * in its own column, going down and up. A feature is a pixel whose byte is from `low` to `high`.
 * Rows are visited from the top. Works in strips, so that memory is one strip of 16-bit numbers
 * (2 bytes × width × the larger of 128 and 2 × reach) and not a plane.
 * @param reach distances above it are all given as `reach + 1`; at most 65534
 * @param visit gets each row's distances, in an array that is reused for the next row
 */
export function sweepColumns(
  mask: Mask,
  low: number,
  high: number,
  reach: number,
  visit: (y: number, distances: Uint16Array) => void,
): void {
  finish(sweepColumnsSteps(mask, low, high, reach, visit));
}

/** {@link sweepColumns} in steps. */
export function* sweepColumnsSteps(
  mask: Mask,
  low: number,
  high: number,
  reach: number,
  visit: (y: number, distances: Uint16Array) => void,
): Steps<void> {
  const { width, height, data } = mask;
  if (width === 0 || height === 0) return;
  const far = Math.min(reach, height) + 1;
  const rows = Math.min(height, Math.max(STRIP_ROWS, 2 * far));
  const strip = new Uint16Array(rows * width);
  const above = new Uint16Array(width).fill(far);
  const below = new Uint16Array(width);
  const step = (counts: Uint16Array, y: number): void => {
    for (let x = 0, at = y * width; x < width; x++, at++) {
      const value = data[at]!;
      const count = counts[x]!;
      counts[x] = value >= low && value <= high ? 0 : count < far ? count + 1 : far;
    }
  };
  const join = (at: number): void => {
    for (let x = 0; x < width; x++, at++) if (below[x]! < strip[at]!) strip[at] = below[x]!;
  };
  const block = rowsOfBlock(width);
  // Every row is gone through three times.
  let passed = 0;
  // Beyond the plane's height a column cannot reach anyway, but callers know `reach + 1` only.
  const unreached = reach + 1;
  for (let top = 0; top < height; top += rows) {
    const end = Math.min(height, top + rows);
    for (let y = top; y < end; y++) {
      step(above, y);
      strip.set(above, (y - top) * width);
      if (++passed % block === 0) yield passed / (3 * height);
    }
    below.fill(far);
    for (let y = Math.min(height, end + far - 1) - 1; y >= end; y--) {
      step(below, y);
      if (y % block === 0) yield passed / (3 * height);
    }
    for (let y = end - 1; y >= top; y--) {
      step(below, y);
      join((y - top) * width);
      if (++passed % block === 0) yield passed / (3 * height);
    }
    for (let y = top; y < end; y++) {
      const row = strip.subarray((y - top) * width, (y - top + 1) * width);
      if (far !== unreached) for (let x = 0; x < width; x++) if (row[x] === far) row[x] = unreached;
      visit(y, row);
      if (++passed % block === 0) yield passed / (3 * height);
    }
  }
}
