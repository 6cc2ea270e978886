import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imageFromBytes } from '../raster/index.ts';
import type { RasterImage } from '../raster/index.ts';
import type { Orientation } from './exif-orientation.ts';
import { orientPixels } from './orient-pixels.ts';

type Side = 'top' | 'bottom' | 'left' | 'right';

/** Exif 2.32, tag Orientation, word for word: which side of the displayed picture row 0 and column 0 are. */
const SIDES: Record<Orientation, { row0: Side; column0: Side }> = {
  1: { row0: 'top', column0: 'left' },
  2: { row0: 'top', column0: 'right' },
  3: { row0: 'bottom', column0: 'right' },
  4: { row0: 'bottom', column0: 'left' },
  5: { row0: 'left', column0: 'top' },
  6: { row0: 'right', column0: 'top' },
  7: { row0: 'right', column0: 'bottom' },
  8: { row0: 'left', column0: 'bottom' },
};
const ORIENTATIONS = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** The oracle: puts each stored pixel where Exif's words say it is displayed. */
function display(image: RasterImage, orientation: Orientation): number[][][] {
  const { row0, column0 } = SIDES[orientation];
  const rows: number[][][] = [];
  for (let row = 0; row < image.height; row++) {
    for (let column = 0; column < image.width; column++) {
      let x = 0;
      let y = 0;
      const place = (side: Side, distance: number, size: number) => {
        if (side === 'top') y = distance;
        if (side === 'bottom') y = size - 1 - distance;
        if (side === 'left') x = distance;
        if (side === 'right') x = size - 1 - distance;
      };
      place(row0, row, image.height);
      place(column0, column, image.width);
      const at = (row * image.width + column) * 4;
      (rows[y] ??= [])[x] = [...image.data.subarray(at, at + 4)];
    }
  }
  return rows;
}

function toRows(image: RasterImage): number[][][] {
  return Array.from({ length: image.height }, (_, y) =>
    Array.from({ length: image.width }, (_, x) => {
      const at = (y * image.width + x) * 4;
      return [...image.data.subarray(at, at + 4)];
    }),
  );
}

const images = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }))
  .chain(([width, height]) =>
    fc
      .uint8Array({ minLength: width * height * 4, maxLength: width * height * 4 })
      .map((bytes) => imageFromBytes(width, height, new Uint8Array(bytes))),
  );

describe('orientPixels', () => {
  it.each(ORIENTATIONS)('does what Exif says for orientation %i', (orientation) => {
    fc.assert(
      fc.property(images, (image) => {
        const before = image.data.slice();
        expect(toRows(orientPixels(image, orientation))).toEqual(display(image, orientation));
        expect(image.data).toEqual(before);
      }),
    );
  });

  it('gives the same picture back for 1, and a new one otherwise', () => {
    const image = imageFromBytes(1, 1, Uint8Array.of(1, 2, 3, 4));
    expect(orientPixels(image, 1)).toBe(image);
    expect(orientPixels(image, 2).data.buffer).not.toBe(image.data.buffer);
  });

  it('takes pixels that start anywhere in their buffer', () => {
    const bytes = Uint8Array.of(99, 1, 2, 3, 4, 5, 6, 7, 8);
    const image = imageFromBytes(2, 1, bytes.subarray(1));
    expect([...orientPixels(image, 2).data]).toEqual([5, 6, 7, 8, 1, 2, 3, 4]);
  });
});
