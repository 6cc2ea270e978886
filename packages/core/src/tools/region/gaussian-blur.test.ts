import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gaussianBlur } from './gaussian-blur.ts';
import type { Mask } from './mask.ts';

/** One per cent of full coverage, and half a level for rounding. */
const TOLERANCE = 2.55 + 0.5;

/** Rows and then columns in float64, the kernel cut off at 6 sigmas, 0 outside. */
function trueGaussian({ width, height, data }: Mask, sigma: number): Float64Array {
  const reach = Math.ceil(6 * sigma);
  const weights = Float64Array.from({ length: reach + 1 }, (_, d) =>
    Math.exp((-d * d) / (2 * sigma * sigma)),
  );
  const total = weights.reduce((sum, weight) => sum + 2 * weight, -1);
  const pass = (source: ArrayLike<number>, stepX: number, stepY: number): Float64Array =>
    Float64Array.from({ length: width * height }, (_, i) => {
      let sum = 0;
      for (let d = -reach; d <= reach; d++) {
        const [x, y] = [(i % width) + d * stepX, Math.floor(i / width) + d * stepY];
        if (x >= 0 && y >= 0 && x < width && y < height)
          sum += (weights[Math.abs(d)]! / total) * source[y * width + x]!;
      }
      return sum;
    });
  return pass(pass(data, 1, 0), 0, 1);
}

/** Discs, half-planes and specks, hard or soft: what selections look like. */
const masks = fc
  .record({
    width: fc.integer({ min: 1, max: 70 }),
    height: fc.integer({ min: 1, max: 70 }),
    centre: fc.tuple(
      fc.double({ min: 0, max: 70, noNaN: true }),
      fc.double({ min: 0, max: 70, noNaN: true }),
    ),
    radius: fc.double({ min: 0, max: 60, noNaN: true }),
    softness: fc.constantFrom(0.01, 1, 8),
    specks: fc.array(fc.nat(), { maxLength: 30 }),
  })
  .map(({ width, height, centre, radius, softness, specks }) => {
    const data = Uint8Array.from({ length: width * height }, (_, i) => {
      const distance = Math.hypot((i % width) - centre[0], Math.floor(i / width) - centre[1]);
      return 255 * Math.min(1, Math.max(0, (radius - distance) / softness));
    });
    for (const speck of specks) data[speck % data.length] = 255;
    return { width, height, data };
  });

describe('gaussianBlur', () => {
  it('is within 1 % of the true Gaussian at every sigma', () => {
    fc.assert(
      fc.property(masks, fc.double({ min: 0.2, max: 30, noNaN: true }), (mask, sigma) => {
        const expected = trueGaussian(mask, sigma);
        const got = gaussianBlur(mask, sigma);
        for (let i = 0; i < got.length; i++) expect(Math.abs(got[i]! - expected[i]!)).toBeLessThan(TOLERANCE);
      }),
      { numRuns: 60 },
    );
  });

  it('is as good on both sides of the sigma from which planes are reduced', () => {
    const mask = { width: 60, height: 40, data: new Uint8Array(2400) };
    for (let i = 0; i < 2400; i++) mask.data[i] = i % 60 > 20 && i > 900 ? 255 : 0;
    for (const sigma of [4.999, 5, 9.999, 10, 20]) {
      const expected = trueGaussian(mask, sigma);
      gaussianBlur(mask, sigma).forEach((got, i) =>
        expect(Math.abs(got - expected[i]!)).toBeLessThan(TOLERANCE),
      );
    }
  });

  it('changes nothing at sigma 0', () => {
    const mask = { width: 3, height: 1, data: Uint8Array.of(0, 130, 255) };
    expect(gaussianBlur(mask, 0)).toEqual(mask.data);
    expect(gaussianBlur(mask, 0)).not.toBe(mask.data);
  });
});
