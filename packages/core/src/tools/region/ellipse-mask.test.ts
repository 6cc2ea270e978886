import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ellipseMask } from './ellipse-mask.ts';
import { EMPTY_MASK } from './mask.ts';
import { coverageAt, textOf } from './regions.test-helper.ts';

const canvas = { width: 40, height: 30 };

/** The ellipse's area in a pixel, from 200 slices whose ends are exact. */
function areaIn(x: number, y: number, cx: number, cy: number, rx: number, ry: number): number {
  const SLICES = 200;
  let sum = 0;
  for (let i = 0; i < SLICES; i++) {
    const down = (y + (i + 0.5) / SLICES - cy) / ry;
    if (Math.abs(down) >= 1) continue;
    const half = rx * Math.sqrt(1 - down * down);
    sum += Math.max(0, Math.min(x + 1, cx + half) - Math.max(x, cx - half)) / SLICES;
  }
  return sum;
}

const number = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });

describe('ellipseMask', () => {
  it('covers each pixel by the area of the ellipse in it', () => {
    fc.assert(
      fc.property(
        number(-10, 45),
        number(-10, 35),
        number(0.2, 40),
        number(0.2, 40),
        (x, y, width, height) => {
          const mask = ellipseMask({ x, y, width, height }, canvas);
          for (let row = 0; row < canvas.height; row++)
            for (let column = 0; column < canvas.width; column++) {
              const area = areaIn(column, row, x + width / 2, y + height / 2, width / 2, height / 2);
              expect(Math.abs(coverageAt(mask, column, row) - 255 * area)).toBeLessThan(1.5);
            }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('stays as exact on large pages', () => {
    const page = { width: 6000, height: 20 };
    const mask = ellipseMask({ x: 10.3, y: 2.2, width: 5900.7, height: 16000 }, page);
    for (let x = 2000; x < 4000; x += 7)
      for (let y = 0; y < 20; y++) {
        const area = areaIn(x, y, 10.3 + 5900.7 / 2, 8002.2, 5900.7 / 2, 8000);
        expect(Math.abs(coverageAt(mask, x, y) - 255 * area)).toBeLessThan(1.5);
      }
  });

  it('covers, without antialiasing, the pixels whose centre is inside', () => {
    const small = { width: 6, height: 6 };
    expect(
      textOf(ellipseMask({ x: 5, y: 0, width: -4, height: 6 }, small, { antialias: false }), small),
    ).toEqual(['..##..', '.####.', '.####.', '.####.', '.####.', '..##..']);
  });

  it('is empty without area', () => {
    expect(ellipseMask({ x: 3, y: 3, width: 0, height: 9 }, canvas)).toBe(EMPTY_MASK);
    expect(ellipseMask({ x: 3, y: 3, width: 9, height: 0 }, canvas)).toBe(EMPTY_MASK);
  });
});
