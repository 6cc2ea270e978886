import { createImage } from '@koma/core/raster';
import { expect, it } from 'vitest';
import { greyOnWhite } from './grey-on-white.ts';

/** All of it, and the parts that were told on the way. */
function readAll(image: Parameters<typeof greyOnWhite>[0]) {
  const reading = greyOnWhite(image);
  const told: number[] = [];
  let step = reading.next();
  for (; !step.done; step = reading.next()) told.push(step.value);
  return { grey: step.value, told };
}

it('shows paper where nothing is, and half of it through what is half there', () => {
  const image = createImage(3, 1);
  image.data.set([0, 0, 0, 0, 0, 0, 0, 128, 255, 0, 0, 255]);
  expect([...readAll(image).grey.data]).toEqual([255, 127, 76]);
});

it('reads tall pictures a piece at a time, without seams', () => {
  const image = createImage(2, 1000);
  for (let y = 0; y < 1000; y++) image.data.fill(y % 251, y * 8, y * 8 + 8).fill(255, y * 8 + 3, y * 8 + 4);
  for (let p = 3; p < image.data.length; p += 4) image.data[p] = 255;
  const { grey, told } = readAll(image);
  expect([grey.width, grey.height]).toEqual([2, 1000]);
  expect(grey.data.every((value, i) => value === (i >> 1) % 251)).toBe(true);
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  expect(told.length).toBeGreaterThan(2);
  expect(told.every((part) => part > 0 && part < 1)).toBe(true);
});
