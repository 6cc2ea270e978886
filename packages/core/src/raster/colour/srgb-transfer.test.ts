import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearToSrgb, linearToSrgb8, SRGB8_TO_LINEAR, srgbToLinear } from './srgb-transfer.ts';

const unit = fc.double({ min: 0, max: 1, noNaN: true });

describe('the sRGB transfer function', () => {
  it.each([
    [0, 0],
    [0.04045, 0.0031308],
    [0.5, 0.2140411],
    [188 / 255, 0.5028865],
    [1, 1],
  ])('takes %d to %d, as published tables do', (encoded, linear) => {
    expect(srgbToLinear(encoded)).toBeCloseTo(linear, 6);
    expect(linearToSrgb(linear)).toBeCloseTo(encoded, 4);
  });

  it('is undone by its inverse, below zero too', () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), (value) => {
        expect(linearToSrgb(srgbToLinear(value))).toBeCloseTo(value, 6);
        expect(srgbToLinear(-value)).toBeCloseTo(-srgbToLinear(value), 12);
      }),
    );
  });

  it('never falls where light rises', () => {
    fc.assert(
      fc.property(unit, unit, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(linearToSrgb(high)).toBeGreaterThanOrEqual(linearToSrgb(low));
      }),
    );
  });
});

describe('linearToSrgb8', () => {
  it('gives every code back', () => {
    const codes = Array.from({ length: 256 }, (_, code) => code);
    expect(codes.map((code) => linearToSrgb8(SRGB8_TO_LINEAR[code]!))).toEqual(codes);
  });

  it('rounds to the nearest code, as the formula does', () => {
    fc.assert(
      fc.property(unit, (linear) => {
        const encoded = 255 * (linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (5 / 12) - 0.055);
        // At the middle between two codes either is nearest; the two branches of sRGB meet to 1e-5 only.
        expect(Math.abs(linearToSrgb8(linear) - encoded)).toBeLessThanOrEqual(0.5 + 1e-4);
      }),
      { numRuns: 5000 },
    );
  });

  it('changes code exactly at the middle between two codes', () => {
    for (let code = 1; code < 256; code++) {
      const middle = srgbToLinear((code - 0.5) / 255);
      expect([linearToSrgb8(middle * (1 - 1e-12)), linearToSrgb8(middle)]).toEqual([code - 1, code]);
    }
  });

  it('clamps what is out of range', () => {
    expect([-1, -0, 1.0001, 7, Infinity, NaN].map(linearToSrgb8)).toEqual([0, 0, 255, 255, 255, 0]);
  });
});
