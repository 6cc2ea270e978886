import type { RasterImage } from '@koma/core/raster';
import { expect, test } from 'vitest';
import { enlargeBicubic } from './bicubic.ts';
import { psnr } from './signal.ts';
import { structuralSimilarity } from './structural-similarity.ts';

function picture(width: number, height: number, value: (x: number, y: number) => number): RasterImage {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0, p = 0; y < height; y++)
    for (let x = 0; x < width; x++, p += 4) {
      data.fill(value(x, y), p, p + 3);
      data[p + 3] = 255;
    }
  return { width, height, data };
}

test('PSNR of an error of one step is 48.13 dB', () => expect(psnr(1)).toBeCloseTo(48.13, 2));

test('bicubic enlarging keeps even pictures and straight ramps', () => {
  expect(enlargeBicubic(picture(5, 4, () => 90))).toEqual(picture(10, 8, () => 90));
  const { data } = enlargeBicubic(picture(8, 8, (x) => x * 20));
  // Away from the edges; centres lie a quarter of a pixel off.
  for (let x = 4; x < 12; x++) expect(data[(8 * 16 + x) * 4]).toBe(Math.round((x / 2 - 0.25) * 20));
});

test('structural similarity is 1 of the same picture and falls with noise', () => {
  const even = picture(32, 32, (x, y) => (x * 7 + y * 3) % 256);
  expect(structuralSimilarity(even, even)).toBeCloseTo(1, 6);
  const noisy = picture(32, 32, (x, y) => Math.min(255, ((x * 7 + y * 3) % 256) + ((x * y) % 5) * 20));
  expect(structuralSimilarity(even, noisy)).toBeLessThan(0.95);
});
