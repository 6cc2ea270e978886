import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paint } from './drawings.test-helper.ts';
import { fitStyle, isInvisible, styleSize } from './fit-style.ts';

describe('styleSize', () => {
  it('has sides that are multiples of 32 from 64 to 512, near 256 x 256 in area', () => {
    const side = fc.integer({ min: 1, max: 20_000 });
    fc.assert(
      fc.property(side, side, (w, h) => {
        const { width, height } = styleSize(w, h);
        for (const length of [width, height]) {
          expect(length % 32).toBe(0);
          expect(length >= 64 && length <= 512).toBe(true);
        }
        expect((width * height) / 256 ** 2).toBeGreaterThan(0.4);
        expect((width * height) / 256 ** 2).toBeLessThan(1.6);
      }),
    );
  });

  it('keeps the aspect to a tenth up to 4:1', () => {
    const side = fc.integer({ min: 100, max: 400 });
    fc.assert(
      fc.property(side, side, (w, h) => {
        const { width, height } = styleSize(w, h);
        expect(Math.abs((width * h) / (height * w) - 1)).toBeLessThan(0.11);
      }),
    );
    expect(styleSize(700, 700)).toEqual({ width: 256, height: 256 });
    expect(styleSize(1, 1)).toEqual({ width: 256, height: 256 });
    expect(styleSize(4000, 30)).toEqual({ width: 512, height: 64 });
  });
});

describe('fitStyle', () => {
  it('gives planes of what lies on white', () => {
    const image = paint(256, 256, (x, y) => [x, y, 77, (x + y) % 256]);
    const { width, height, planes } = fitStyle(image);
    expect([width, height, planes.length]).toEqual([256, 256, 3 * 65536]);
    for (const [x, y] of [
      [0, 0],
      [200, 13],
      [255, 254],
    ] as const) {
      const alpha = ((x + y) % 256) / 255;
      [x, y, 77].forEach((code, c) => {
        const value = planes[c * 65536 + y * 256 + x]! * 255;
        expect(Math.abs(value - (255 + (code - 255) * alpha))).toBeLessThanOrEqual(0.51);
      });
    }
  });

  it('keeps the mean colour of large pictures, and enlarges a pixel', () => {
    const stripes = paint(1024, 1024, (x) => (x % 2 ? [255, 0, 0, 255] : [0, 0, 255, 255]));
    const { planes } = fitStyle(stripes);
    const mean = (c: number) =>
      planes.subarray(c * 65536, (c + 1) * 65536).reduce((sum, v) => sum + v) / 65536;
    expect(mean(0)).toBeCloseTo(0.5, 2);
    expect(mean(2)).toBeCloseTo(0.5, 2);
    const one = fitStyle(paint(1, 1, () => [51, 102, 153, 255]));
    expect([one.planes[0], one.planes[70_000], one.planes[140_000]]).toEqual(
      [0.2, 0.4, 0.6].map((value) => expect.closeTo(value, 6)),
    );
  });
});

describe('isInvisible', () => {
  it('is true only where no pixel shows', () => {
    expect(isInvisible(paint(3, 3, () => [9, 9, 9, 0]))).toBe(true);
    expect(isInvisible(paint(3, 3, (x, y) => [9, 9, 9, x * y === 4 ? 1 : 0]))).toBe(false);
  });
});
