import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearScale, logScale, stepSize } from './slider-scale.ts';

describe('slider scales', () => {
  it('come back to the value from its place', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1000, noNaN: true }), (value) => {
        for (const scale of [linearScale(1, 1000), logScale(1, 1000)])
          expect(scale.toValue(scale.toPosition(value))).toBeCloseTo(value, 6);
      }),
    );
  });
  it('reach both ends, the logarithmic one with 10 px a third of the way', () => {
    expect([linearScale(5, 9).toValue(0), linearScale(5, 9).toValue(1)]).toEqual([5, 9]);
    const log = logScale(1, 1000);
    expect([log.toValue(0), log.toValue(1)]).toEqual([1, 1000]);
    expect(log.toPosition(10)).toBeCloseTo(1 / 3, 9);
  });
});

describe('stepSize', () => {
  it('always changes a size within its limits to another whole number of pixels', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1000, noNaN: true }), (size) => {
        const [more, less] = [stepSize(size, 1, [1, 1000]), stepSize(size, -1, [1, 1000])];
        if (size < 1000) expect(more).toBeGreaterThan(size);
        if (size > 1) expect(less).toBeLessThan(size);
        expect(Number.isInteger(more) && Number.isInteger(less)).toBe(true);
      }),
    );
    expect([stepSize(1000, 1, [1, 1000]), stepSize(1, -1, [1, 1000])]).toEqual([1000, 1]);
  });
});
