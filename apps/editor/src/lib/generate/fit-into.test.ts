import { createImage } from '@koma/core/raster';
import { describe, expect, it } from 'vitest';
import { fitInto } from './fit-into.ts';

/** A picture of one colour. */
function plain(width: number, height: number) {
  const image = createImage(width, height);
  image.data.fill(200);
  return image;
}
/** Columns and rows in which there is anything. */
function extent({ width, data }: ReturnType<typeof plain>) {
  const filled = [...Array(data.length / 4).keys()].filter((pixel) => data[pixel * 4 + 3]! > 0);
  const [xs, ys] = [filled.map((pixel) => pixel % width), filled.map((pixel) => Math.floor(pixel / width))];
  return [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
}

describe('fitInto', () => {
  it('gives the same picture back where it fits already', () => {
    const image = plain(8, 6);
    expect(fitInto(image, { width: 8, height: 6 })).toBe(image);
  });

  it('puts a tall picture into the middle of a wide canvas, and a wide one of a tall', () => {
    expect(extent(fitInto(plain(4, 8), { width: 20, height: 10 }))).toEqual([7, 11, 0, 9]);
    expect(extent(fitInto(plain(8, 4), { width: 8, height: 12 }))).toEqual([0, 7, 4, 7]);
  });

  it('enlarges and shrinks as far as the canvas goes', () => {
    expect(extent(fitInto(plain(2, 2), { width: 10, height: 10 }))).toEqual([0, 9, 0, 9]);
    expect(extent(fitInto(plain(100, 1), { width: 10, height: 10 }))).toEqual([0, 9, 4, 4]);
  });
});
