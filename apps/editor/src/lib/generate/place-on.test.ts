import { createImage, type RasterImage } from '@koma/core/raster';
import { describe, expect, it } from 'vitest';
import { commonCanvas, placeOn } from './place-on.ts';

/** A picture whose pixels all differ. */
function numbered(width: number, height: number): RasterImage {
  const image = createImage(width, height);
  for (let i = 0; i < width * height; i++) image.data.set([i & 255, i >> 8, 9, 255], i * 4);
  return image;
}

const pixel = ({ width, data }: RasterImage, x: number, y: number) => [
  ...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4),
];

describe('commonCanvas', () => {
  it('has room for each picture and no more', () => {
    expect(commonCanvas([{ width: 256, height: 200 }])).toEqual({ width: 256, height: 200 });
    const sizes = [
      { width: 256, height: 256 },
      { width: 110, height: 256 },
      { width: 200, height: 300 },
    ];
    expect(commonCanvas(sizes)).toEqual({ width: 256, height: 300 });
  });
});

describe('placeOn', () => {
  it('gives a picture of the same size back as it is', () => {
    const image = numbered(7, 5);
    expect(placeOn(image, { width: 7, height: 5 })).toBe(image);
  });

  it('puts a smaller one into the middle to the pixel, with nothing around it', () => {
    const image = numbered(4, 6);
    const placed = placeOn(image, { width: 9, height: 6 });
    for (let y = 0; y < 6; y++)
      for (let x = 0; x < 9; x++) {
        const isInside = x >= 2 && x < 6;
        expect(pixel(placed, x, y)).toEqual(isInside ? pixel(image, x - 2, y) : [0, 0, 0, 0]);
      }
  });

  it('makes one that has no room as large as fits', () => {
    const image = createImage(40, 20);
    image.data.fill(255);
    const placed = placeOn(image, { width: 20, height: 20 });
    expect([placed.width, placed.height]).toEqual([20, 20]);
    expect(pixel(placed, 10, 10)).toEqual([255, 255, 255, 255]);
    expect(pixel(placed, 10, 2)).toEqual([0, 0, 0, 0]);
  });
});
