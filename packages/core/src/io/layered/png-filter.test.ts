import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  chooseFilter,
  FILTER_NONE,
  FILTER_PAETH,
  FILTER_SUB,
  FILTER_UP,
  filterRow,
  unfilterRows,
} from './png-filter.ts';

/** Section 9.2 read backwards: what a decoder does. */
function reconstruct(filtered: Uint8Array, above: Uint8Array, bpp: number): number[] {
  const row: number[] = [];
  for (let i = 0; i < above.length; i++) {
    const [a, b, c] = [row[i - bpp] ?? 0, above[i]!, i >= bpp ? above[i - bpp]! : 0];
    const p = a + b - c;
    const nearest = [a, b, c].reduce((best, value) =>
      Math.abs(p - value) < Math.abs(p - best) ? value : best,
    );
    const predicted = { 0: 0, 1: a, 2: b, 3: (a + b) >> 1, 4: nearest }[filtered[0]!]!;
    row.push((filtered[i + 1]! + predicted) & 255);
  }
  return row;
}

const rows = fc.tuple(fc.constantFrom(1, 2, 3, 4), fc.integer({ min: 1, max: 12 })).chain(([bpp, width]) =>
  fc.record({
    bpp: fc.constant(bpp),
    row: fc.uint8Array({ minLength: bpp * width, maxLength: bpp * width }),
    above: fc.uint8Array({ minLength: bpp * width, maxLength: bpp * width }),
  }),
);

it('a decoder gets every row back from every filter', () => {
  fc.assert(
    fc.property(
      rows,
      fc.constantFrom(FILTER_NONE, FILTER_SUB, FILTER_UP, FILTER_PAETH),
      ({ row, above, bpp }, filter) => {
        const output = new Uint8Array(row.length + 3).fill(99);
        filterRow(filter, row, above, bpp, output, 1);
        expect(output[0]).toBe(99);
        expect(output.at(-1)).toBe(99);
        expect(output[1]).toBe(filter);
        expect(reconstruct(output.subarray(1), above, bpp)).toEqual([...row]);
      },
    ),
  );
});

it('filters are taken back as the standard says, row after row, whatever the bytes', () => {
  fc.assert(
    fc.property(
      rows,
      fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 2 }),
      (given, filters) => {
        const { row, above, bpp } = given;
        const stored = Uint8Array.from([filters[0]!, ...above, filters[1]!, ...row]);
        const first = reconstruct(stored.subarray(0, row.length + 1), new Uint8Array(row.length), bpp);
        const second = reconstruct(stored.subarray(row.length + 1), Uint8Array.from(first), bpp);
        unfilterRows(stored, row.length, bpp);
        expect([...stored]).toEqual([filters[0], ...first, filters[1], ...second]);
      },
    ),
  );
  expect(() => unfilterRows(Uint8Array.of(5, 0), 1, 1)).toThrow('no filter 5');
});

it('a row like the one above is taken from above, a level one from the left', () => {
  const busy = Uint8Array.of(9, 200, 31, 7, 120, 66);
  expect(chooseFilter(busy, busy, 1)).toBe(FILTER_UP);
  expect(chooseFilter(new Uint8Array(6).fill(50), busy, 1)).toBe(FILTER_SUB);
  const slope = (from: number) => Uint8Array.from({ length: 40 }, (_, x) => from + 3 * x);
  expect(chooseFilter(slope(60), slope(40), 1)).toBe(FILTER_SUB);
  const noise = Uint8Array.from({ length: 40 }, (_, x) => 100 + ((x * 37) % 50));
  const brighter = noise.map((value, x) => value + 2 * x);
  expect(chooseFilter(brighter, noise, 1)).not.toBe(FILTER_SUB);
});
