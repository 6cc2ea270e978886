import fc from 'fast-check';
import { BRUSH, type BrushSettings } from './brush-settings.ts';
import type { CoveragePlane } from './coverage-plane.ts';
import type { StrokeSample } from './stroke-sample.ts';

/** A brush that does what it is told: no pressure, no stabiliser. Tests only. */
export function plainBrush(changes: Partial<BrushSettings> = {}): BrushSettings {
  return {
    ...BRUSH,
    hardness: 1,
    stabiliser: 0,
    pressure: { size: null, opacity: null, flow: null },
    ...changes,
  };
}

/** Random strokes of a few samples around the corner where four tiles meet. Tests only. */
export function strokes(options: { minLength?: number; reach?: number } = {}): fc.Arbitrary<StrokeSample[]> {
  const { minLength = 1, reach = 60 } = options;
  const place = fc.double({ min: -reach, max: reach, noNaN: true });
  const sample = fc.record({ x: place, y: place, pressure: fc.double({ min: 0, max: 1, noNaN: true }) });
  return fc.array(sample, { minLength, maxLength: 12 });
}

/** Nothing covered yet. Tests only. */
export function emptyPlane(x: number, y: number, width: number, height: number): CoveragePlane {
  return { data: new Uint16Array(width * height), x, y, width, height };
}

/** Share of a pixel that a shape covers, by sampling it `n` by `n` times. Tests only. */
export function supersample(x: number, y: number, inside: (x: number, y: number) => boolean, n = 32): number {
  let hits = 0;
  for (let j = 0; j < n; j++)
    for (let i = 0; i < n; i++) if (inside(x + (i + 0.5) / n, y + (j + 0.5) / n)) hits++;
  return hits / (n * n);
}

/** The largest difference between two rows of numbers, and where it is. Tests only. */
export function largestDifference(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
): { difference: number; index: number } {
  let [difference, index] = [a.length === b.length ? 0 : Infinity, -1];
  for (let i = 0; i < a.length; i++) {
    const d = Math.abs(a[i]! - b[i]!);
    if (!(d <= difference)) [difference, index] = [d, i];
  }
  return { difference, index };
}
