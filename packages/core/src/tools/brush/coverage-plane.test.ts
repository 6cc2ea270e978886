import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FULL_COVERAGE, FULL_RATE, coverFurther } from './coverage-plane.ts';

const value = fc.integer({ min: 0, max: FULL_COVERAGE });
const rate = fc.integer({ min: 1, max: FULL_RATE });

describe('coverFurther', () => {
  it('goes the share of the way, rounded up, and never back', () => {
    fc.assert(
      fc.property(value, value, rate, (before, target, rate) => {
        const data = new Uint16Array([before, before, before]);
        coverFurther(data, 1, 2, target, rate);
        const way = Math.max(0, target - before);
        // Whole numbers below 2^53: the quotient is exact enough to be rounded up.
        const expected = before + Math.ceil((way * rate) / FULL_RATE);
        expect([...data]).toEqual([before, expected, before]);
      }),
    );
  });

  it('gets all the way at the lowest rate, where 8 bits would stall', () => {
    const data = new Uint16Array(1);
    for (let i = 0; i < 100000; i++) coverFurther(data, 0, 1, FULL_COVERAGE, 3);
    expect(data[0]).toBe(FULL_COVERAGE);
  });
});
