import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FILTER_KERNELS } from './resample-filter.ts';

const kernels = Object.entries(FILTER_KERNELS);
const phase = fc.double({ min: 0, max: 1, noNaN: true });

describe('the filter kernels', () => {
  it.each(kernels)(
    '%s keeps what is on the grid: 1 at 0 and 0 at every other whole distance',
    (_, kernel) => {
      expect(kernel.weight(0)).toBe(1);
      for (let i = 1; i < 6; i++) expect(kernel.weight(i)).toBeCloseTo(0, 12);
    },
  );

  it.each(kernels)('%s is symmetric and ends at its support', (_, kernel) => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 8, noNaN: true }), (distance) => {
        expect(kernel.weight(-distance)).toBe(kernel.weight(distance));
        if (distance > kernel.support) expect(kernel.weight(distance)).toBe(0);
      }),
    );
    expect(kernel.weight(kernel.support - 0.5)).not.toBeCloseTo(0, 3);
  });

  it.each([
    ['bilinear', 1],
    ['bicubic', 2],
  ] as const)('%s reproduces polynomials up to degree %d', (name, degree) => {
    fc.assert(
      fc.property(phase, (at) => {
        for (let power = 0; power <= degree; power++) {
          let sum = 0;
          for (let i = -3; i <= 4; i++) sum += FILTER_KERNELS[name].weight(at - i) * i ** power;
          expect(sum).toBeCloseTo(at ** power, 9);
        }
      }),
    );
  });

  it.each([
    [0.5, 6 / Math.PI ** 2],
    [1.5, -12 / (9 * Math.PI ** 2)],
    [2.5, 6 / (25 * Math.PI ** 2)],
  ])('lanczos3 is sinc(x) sinc(x / 3) at %d', (distance, weight) => {
    expect(FILTER_KERNELS.lanczos3.weight(distance)).toBeCloseTo(weight, 12);
  });
});
