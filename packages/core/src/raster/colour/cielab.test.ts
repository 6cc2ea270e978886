import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labToRgb, rgbToLab, squaredDeltaE } from './cielab.ts';

const unit = fc.double({ min: 0, max: 1, noNaN: true });

describe('rgbToLab', () => {
  // Bruce Lindbloom's calculator for sRGB, D65.
  it.each([
    [1, 1, 1, 100, 0, 0],
    [0, 0, 0, 0, 0, 0],
    [1, 0, 0, 53.24, 80.09, 67.2],
    [0, 1, 0, 87.73, -86.18, 83.18],
    [0, 0, 1, 32.3, 79.19, -107.86],
    [0.5, 0.5, 0.5, 53.39, 0, 0],
  ])('knows (%d, %d, %d)', (r, g, b, ...lab) => {
    rgbToLab(r, g, b).forEach((value, i) => expect(Math.abs(value - lab[i]!)).toBeLessThan(0.05));
  });

  it('is undone by labToRgb', () => {
    fc.assert(
      fc.property(unit, unit, unit, (...rgb) => {
        labToRgb(rgbToLab(...rgb)).forEach((value, i) => expect(value).toBeCloseTo(rgb[i]!, 5));
      }),
    );
  });
});

describe('labToRgb', () => {
  it('stays in sRGB whatever it is given', () => {
    const any = fc.double({ min: -300, max: 300, noNaN: true });
    fc.assert(
      fc.property(any, any, any, (...lab) => {
        for (const value of labToRgb(lab)) expect(value >= 0 && value <= 1).toBe(true);
      }),
    );
  });
});

describe('squaredDeltaE', () => {
  it('is the square of the Euclidean distance', () => {
    expect(squaredDeltaE([50, 3, -4], [50, 0, 0])).toBe(25);
  });
});
