import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sweepColumns } from './column-distances.ts';
import type { Mask } from './mask.ts';

function distances(mask: Mask, low: number, high: number, reach: number): number[][] {
  const rows: number[][] = [];
  sweepColumns(mask, low, high, reach, (y, row) => {
    expect(y).toBe(rows.length);
    rows.push([...row]);
  });
  return rows;
}

/** For every pixel, the nearest row of its column with a byte in range; beyond the reach one number. */
function naiveDistances({ width, height, data }: Mask, low: number, high: number, reach: number): number[][] {
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => {
      let nearest = reach + 1;
      for (let row = 0; row < height; row++) {
        const value = data[row * width + x]!;
        if (value >= low && value <= high) nearest = Math.min(nearest, Math.abs(row - y));
      }
      return nearest;
    }),
  );
}

describe('sweepColumns', () => {
  it('counts the rows to the nearest feature above or below, across the borders of strips', () => {
    const heights = fc.integer({ min: 1, max: 400 });
    fc.assert(
      fc.property(
        heights,
        fc.integer({ min: 0, max: 450 }),
        fc.integer(),
        fc.boolean(),
        (height, reach, seed, low) => {
          const random = fc.sample(fc.nat({ max: height - 1 }), { numRuns: 6, seed });
          const data = new Uint8Array(3 * height);
          random.forEach((row, i) => (data[row * 3 + (i % 2)] = i < 3 ? 255 : 100));
          const mask = { width: 3, height, data };
          const from = low ? 1 : 200;
          expect(distances(mask, from, 255, reach)).toEqual(naiveDistances(mask, from, 255, reach));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('visits nothing in a mask without pixels', () => {
    expect(distances({ width: 0, height: 4, data: new Uint8Array(0) }, 1, 255, 3)).toEqual([]);
  });
});
