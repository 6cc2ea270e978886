import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellAxis } from './cell-axis.ts';

describe('cellAxis', () => {
  it('puts four pixels into each cell where there are four times as many', () => {
    const { first, weight, nearest, centre } = cellAxis(16, 4);
    expect([...nearest]).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3]);
    expect([...centre]).toEqual([2, 6, 10, 14]);
    // Between the centres of cells 0 and 1, which lie at 2 and 6 px.
    expect(first[3]! + weight[3]!).toBeCloseTo(0.375, 6);
    expect(first[4]! + weight[4]!).toBeCloseTo(0.625, 6);
  });

  it('is linear in the middle, and repeats the outermost cells at the ends', () => {
    const count = fc.integer({ min: 1, max: 200 });
    fc.assert(
      fc.property(count, count, (pixels, cells) => {
        const { first, second, weight, nearest, centre } = cellAxis(pixels, cells);
        for (let i = 0; i < pixels; i++) {
          const exact = ((i + 0.5) * cells) / pixels - 0.5;
          const at = first[i]! + weight[i]!;
          expect(at).toBeCloseTo(Math.min(cells - 1, Math.max(0, exact)), 4);
          expect(second[i]! < cells && second[i]! - first[i]! <= 1 && second[i]! >= first[i]!).toBe(true);
          expect(Math.abs(nearest[i]! - at)).toBeLessThanOrEqual(0.5001);
        }
        centre.forEach((pixel, cell) => {
          expect(Math.abs(pixel + 0.5 - ((cell + 0.5) * pixels) / cells)).toBeLessThanOrEqual(0.5001);
        });
      }),
    );
  });
});
