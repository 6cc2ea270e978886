import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findPalette } from './png-palette.ts';
import { picture, pictures } from './portable.test-helper.ts';

it('index and palette give every pixel back, and no colour is there twice', () => {
  fc.assert(
    fc.property(pictures, (image) => {
      const { colours, indexRow } = findPalette(image)!;
      expect(new Set(colours.map(String)).size).toBe(colours.length);
      const row = new Uint8Array(image.width);
      const pixels = [];
      for (let y = 0; y < image.height; y++) {
        indexRow(y, row);
        for (const index of row) pixels.push(...colours[index]!);
      }
      expect(pixels).toEqual([...image.data]);
    }),
  );
});

it('256 colours make a palette, 257 do not', () => {
  const colours = (count: number) => picture(300, 2, (x) => [Math.min(x, count - 1) & 255, x >> 8, 7, x & 1]);
  const grey = picture(256, 2, (x) => [x, x, x, 255]);
  expect(findPalette(grey)?.colours).toHaveLength(256);
  expect(findPalette(colours(300))).toBeUndefined();
  const oneMore = picture(257, 1, (x) => [x & 255, x >> 8, 0, 255]);
  expect(findPalette(oneMore)).toBeUndefined();
});

it('colours that are hidden under transparent pixels count', () => {
  const hidden = picture(3, 1, (x) => [x, 0, 0, 0]);
  expect(findPalette(hidden)?.colours).toEqual([
    [0, 0, 0, 0],
    [1, 0, 0, 0],
    [2, 0, 0, 0],
  ]);
});
