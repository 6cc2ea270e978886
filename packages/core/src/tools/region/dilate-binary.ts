import { finish, type Steps } from '../../steps/index.ts';
import { sweepColumnsSteps } from './column-distances.ts';
import type { Mask } from './mask.ts';

/**
 * Writes `value` wherever a pixel with coverage of at least `threshold` lies within `radius` of a pixel,
 * centre to centre; other pixels of `out` stay as they are. Per row, every column that has such a pixel
 * covers an interval given by Pythagoras, and the union of intervals takes one sweep each way: exact, and
 * as fast for a radius of 300 as for one of 3.
 * @param radius px, from 0 to 65533, may be fractional
 */
export function dilateBinary(
  mask: Mask,
  threshold: number,
  radius: number,
  out: Uint8Array,
  value: number,
): void {
  finish(dilateBinarySteps(mask, threshold, radius, out, value));
}

/** {@link dilateBinary} in steps. */
export function* dilateBinarySteps(
  mask: Mask,
  threshold: number,
  radius: number,
  out: Uint8Array,
  value: number,
): Steps<void> {
  const { width } = mask;
  const chords = discChords(radius);
  const reach = chords.length - 1;
  // One entry more: columns that are out of reach cover an interval of no pixels.
  const halves = new Int32Array(reach + 2).fill(-1);
  halves.set(chords);
  yield* sweepColumnsSteps(mask, threshold, 255, reach, (y, distances) => {
    const start = y * width;
    for (let x = 0, right = -1; x < width; x++) {
      const end = x + halves[distances[x]!]!;
      if (end > right) right = end;
      if (x <= right) out[start + x] = value;
    }
    for (let x = width - 1, left = width; x >= 0; x--) {
      const begin = x - halves[distances[x]!]!;
      if (begin < left) left = begin;
      if (x >= left) out[start + x] = value;
    }
  });
}

/** The disc of a radius in px as chords: element d is half the chord d rows off the centre, floor(√(r² - d²)). */
export function discChords(radius: number): Int32Array {
  const squared = radius * radius;
  return Int32Array.from({ length: Math.floor(radius) + 1 }, (_, d) =>
    Math.floor(Math.sqrt(squared - d * d)),
  );
}
