import { expect, it } from 'vitest';
import { createImage } from '@koma/core/raster';
import { finish } from '@koma/core/steps';
import { spreadColours } from './spread-colours.ts';

it('spreadColours carries colours on over any distance, and to nothing that is not wanted', () => {
  const picture = createImage(12, 3);
  for (let y = 0; y < 3; y++) picture.data.set([10, 200, 30, 0], 4 * 12 * y);
  const coverage = Uint8Array.from({ length: 36 }, (_, at) => (at % 12 === 0 ? 255 : 0));
  const wanted = Array.from({ length: 36 }, (_, at) => at).filter((at) => at % 12 > 0 && at % 12 < 9);
  finish(spreadColours(picture, coverage, wanted));
  for (const at of wanted)
    expect(Array.from(picture.data.subarray(4 * at, 4 * at + 3))).toEqual([10, 200, 30]);
  expect(Array.from(picture.data.subarray(4 * 10, 4 * 10 + 3))).toEqual([0, 0, 0]);
});

it('spreadColours ends where there is no colour to carry', () => {
  const picture = createImage(3, 1);
  finish(spreadColours(picture, new Uint8Array(3), [0, 1, 2]));
  expect(picture.data.every((value) => value === 0)).toBe(true);
});
