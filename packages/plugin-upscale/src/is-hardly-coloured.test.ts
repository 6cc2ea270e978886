import { createImage } from '@koma/core/raster';
import { expect, it } from 'vitest';
import { isHardlyColoured } from './is-hardly-coloured.ts';

/** A page of one paper colour with some pixels of another. */
function page(paper: number[], other: number[], count: number) {
  const image = createImage(20, 20);
  for (let i = 0; i < 400; i++) image.data.set(i < count ? other : paper, i * 4);
  return image;
}

it('takes grey pages and yellowed scans for ink on paper', () => {
  expect(isHardlyColoured(page([255, 255, 255, 255], [20, 20, 20, 255], 200))).toBe(true);
  expect(isHardlyColoured(page([240, 230, 205, 255], [40, 34, 30, 255], 200))).toBe(true);
});

it('allows a stamp, but not a coloured picture', () => {
  expect(isHardlyColoured(page([255, 255, 255, 255], [200, 20, 20, 255], 8))).toBe(true);
  expect(isHardlyColoured(page([255, 255, 255, 255], [200, 20, 20, 255], 40))).toBe(false);
});

it('does not look at what nobody sees', () => {
  expect(isHardlyColoured(page([90, 90, 90, 255], [255, 0, 0, 0], 300))).toBe(true);
});
