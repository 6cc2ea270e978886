import { createImage } from '@koma/core/raster';
import { expect, it } from 'vitest';
import { halveImage } from './halve-image.ts';

it('takes the mean of four pixels, and of those there are at odd edges', () => {
  const image = createImage(3, 3);
  for (let at = 0; at < 9; at++) image.data.set([at * 20, 255, at, 255], 4 * at);
  const half = halveImage(image);
  expect([half.width, half.height]).toEqual([2, 2]);
  expect([...half.data]).toEqual([40, 255, 2, 255, 70, 255, 4, 255, 130, 255, 6, 255, 160, 255, 8, 255]);
});

it('lays what is transparent over white', () => {
  const image = createImage(2, 1);
  image.data.set([0, 0, 0, 255, 0, 0, 0, 0]);
  expect([...halveImage(image).data]).toEqual([128, 128, 128, 255]);
});
