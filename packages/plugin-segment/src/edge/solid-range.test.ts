import { expect, it } from 'vitest';
import { solidRange } from './solid-range.ts';

/** A row of grey pixels, and how much of each is the subject's. */
function rangeOf(greys: readonly number[], coverage: readonly number[], at: number): number[] | undefined {
  const data = Uint8ClampedArray.from(greys.flatMap((grey) => [grey, grey, grey, 255]));
  const into = new Float64Array(6);
  const found = solidRange({ width: greys.length, height: 1, data }, Uint8Array.from(coverage), at, into);
  return found ? [into[0]!, into[5]!] : undefined;
}

it('is what wholly covered pixels up to two away have, and a little more', () => {
  expect(rangeOf([10, 100, 60, 200, 250], [255, 255, 120, 255, 0], 2)).toEqual([2, 208]);
  expect(rangeOf([10, 100, 60, 200, 250], [255, 255, 120, 0, 0], 3)).toEqual([92, 108]);
});

it('is not known where none are near', () => {
  expect(rangeOf([10, 100, 60, 200, 250], [255, 20, 120, 90, 10], 4)).toBeUndefined();
});
