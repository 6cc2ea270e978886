import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasSoftCoverage, RowMaxima } from './row-maxima.ts';

describe('RowMaxima', () => {
  it('raises pixels to the largest byte of their interval, rows coming and going', () => {
    const rows = fc.array(fc.uint8Array({ minLength: 9, maxLength: 9 }), { minLength: 1, maxLength: 12 });
    const queries = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 3 })), { maxLength: 20 });
    fc.assert(
      fc.property(rows, queries, (rows, queries) => {
        // A soft byte in every row: rows without one are left out by design.
        const data = Uint8Array.from(rows.flatMap((row) => [...row.subarray(0, 8), 100]));
        const maxima = new RowMaxima({ width: 9, height: rows.length, data }, 3);
        const columns = Int32Array.of(0, 2, 3, 8);
        for (const [at, half] of queries) {
          const row = at % rows.length;
          const out = new Uint8Array(20).fill(50);
          maxima.raise(row, half, columns, 4, out, 5);
          const expected = Array.from(out, (_, i) => {
            const x = i - 5;
            if (!columns.includes(x)) return 50;
            return Math.max(
              50,
              ...data.subarray(row * 9 + Math.max(0, x - half), row * 9 + Math.min(8, x + half) + 1),
            );
          });
          expect([...out]).toEqual(expected);
        }
      }),
    );
  });
});

describe('hasSoftCoverage', () => {
  it('tells hard masks from soft ones', () => {
    expect(hasSoftCoverage(Uint8Array.of(0, 255, 0))).toBe(false);
    expect(hasSoftCoverage(Uint8Array.of(0, 254, 0))).toBe(true);
    expect(hasSoftCoverage(new Uint8Array(0))).toBe(false);
  });
});
