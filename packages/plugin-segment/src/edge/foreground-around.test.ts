import { expect, it } from 'vitest';
import { imageFromBytes } from '@koma/core/raster';
import { foregroundAround } from './foreground-around.ts';

it('foregroundAround takes the nearest and best covered colours', () => {
  // Background, shared, a line of ink two pixels wide, paper that it encloses.
  const picture = imageFromBytes(5, 1, Uint8Array.from([255, 128, 0, 0, 255].flatMap((v) => [v, v, v, 255])));
  const near = new Float64Array(3);
  expect(foregroundAround(picture, picture, Uint8Array.of(0, 127, 255, 255, 255), 1, near)).toBe(true);
  expect(near[0]).toBeLessThan(5);
  expect(foregroundAround(picture, picture, Uint8Array.of(0, 0, 0, 0, 255), 1, near)).toBe(false);
});
