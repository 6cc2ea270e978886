import { expect, it } from 'vitest';
import { findLevels } from './find-levels.ts';

function levelsOf(...parts: [grey: number, count: number][]) {
  const histogram = new Uint32Array(256);
  for (const [grey, count] of parts) histogram[grey] = count;
  return findLevels(histogram);
}

it('finds the greys of ink and paper', () => {
  expect(levelsOf([30, 100], [128, 50], [220, 850])).toEqual({ ink: 30, paper: 220 });
});

it('is not led astray by a few darker and lighter specks', () => {
  expect(levelsOf([0, 2], [30, 100], [220, 890], [255, 8])).toEqual({ ink: 30, paper: 220 });
});

it('takes the full scale for pages without contrast', () => {
  expect(levelsOf([250, 500], [240, 500])).toEqual({ ink: 0, paper: 255 });
  expect(levelsOf([0, 1])).toEqual({ ink: 0, paper: 255 });
});
