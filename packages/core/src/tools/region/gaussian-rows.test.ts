import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gaussianRows, gaussianWeights } from './gaussian-rows.ts';

function blur(values: readonly number[], width: number, sigma: number): number[] {
  const rows: number[][] = [];
  gaussianRows(
    width,
    values.length / width,
    sigma,
    (y, row) => row.set(values.slice(y * width, (y + 1) * width)),
    (y, row) => (rows[y] = [...row]),
  );
  return rows.flat();
}

/** The same sums in two dimensions at once, in float64, with the kernel cut off at 6 sigmas. */
function naiveBlur(values: readonly number[], width: number, sigma: number): number[] {
  const reach = Math.ceil(6 * sigma);
  const weight = (d: number): number => Math.exp((-d * d) / (2 * sigma * sigma));
  let total = 0;
  for (let d = -reach; d <= reach; d++) total += weight(d);
  return values.map((_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    let sum = 0;
    values.forEach((value, j) => {
      const [dx, dy] = [(j % width) - x, Math.floor(j / width) - y];
      if (Math.abs(dx) <= reach && Math.abs(dy) <= reach) sum += value * weight(dx) * weight(dy);
    });
    return sum / (total * total);
  });
}

describe('gaussianRows', () => {
  it('is the convolution with a Gaussian, to a thousandth', () => {
    const value = fc.constantFrom(0, 0, 0, 255, 255, 255, 90);
    const sizes = fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }));
    const pictures = sizes.chain(([width, height]) =>
      fc
        .array(value, { minLength: width * height, maxLength: width * height })
        .map((values) => ({ width, values: values.map((v, i) => (i % width > width / 2 ? 255 : v)) })),
    );
    fc.assert(
      fc.property(pictures, fc.double({ min: 0.2, max: 4, noNaN: true }), ({ width, values }, sigma) => {
        const expected = naiveBlur(values, width, sigma);
        blur(values, width, sigma).forEach((got, i) =>
          expect(Math.abs(got - expected[i]!)).toBeLessThan(0.255),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('leaves the inside of flat areas as they are, to the bit', () => {
    const values = Array.from({ length: 30 * 30 }, (_, i) => (i % 30 < 15 ? 255 : 0));
    const blurred = blur(values, 30, 1);
    expect(blurred[15 * 30 + 8]).toBe(255);
    expect(blurred[15 * 30 + 22]).toBe(0);
  });
});

describe('gaussianWeights', () => {
  it('sums up to 1 over the whole kernel', () => {
    for (const sigma of [0.1, 1, 2.7]) {
      const [centre, ...side] = gaussianWeights(sigma);
      expect(centre! + 2 * side.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    }
  });
});
