import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oklabToRgb, rgbToOklab } from './oklab.ts';

const code = fc.nat(255);
const colour = fc.record({ r: code, g: code, b: code });

/** The definition: sRGB to CIE XYZ (D65), then Ottosson's M1, cube root and M2. */
function byXyz(rgb: readonly number[]): number[] {
  const multiply = (matrix: number[][], vector: readonly number[]) =>
    matrix.map((row) => row.reduce((sum, value, i) => sum + value * vector[i]!, 0));
  const linear = rgb.map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
  const xyz = multiply(
    [
      [0.4124564, 0.3575761, 0.1804375],
      [0.2126729, 0.7151522, 0.072175],
      [0.0193339, 0.119192, 0.9503041],
    ],
    linear,
  );
  const cone = multiply(
    [
      [0.8189330101, 0.3618667424, -0.1288597137],
      [0.0329845436, 0.9293118715, 0.0361456387],
      [0.0482003018, 0.2643662691, 0.633851707],
    ],
    xyz,
  );
  return multiply(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cone.map(Math.cbrt),
  );
}

describe('rgbToOklab', () => {
  it('is the definition by way of CIE XYZ', () => {
    fc.assert(
      fc.property(colour, (rgb) => {
        const { l, a, b } = rgbToOklab(rgb);
        const expected = byXyz([rgb.r, rgb.g, rgb.b]);
        [l, a, b].forEach((value, i) => expect(Math.abs(value - expected[i]!)).toBeLessThan(2e-3));
      }),
    );
  });

  it('gives greys no colour and white a lightness of 1', () => {
    fc.assert(
      fc.property(code, (grey) => {
        const { a, b } = rgbToOklab({ r: grey, g: grey, b: grey });
        expect(Math.hypot(a, b)).toBeLessThan(1e-6);
      }),
    );
    expect(rgbToOklab({ r: 255, g: 255, b: 255 }).l).toBeCloseTo(1, 6);
    expect(rgbToOklab({ r: 0, g: 0, b: 0 }).l).toBe(0);
  });

  it('lies between its neighbours for fractions of codes', () => {
    expect(rgbToOklab({ r: 9.5, g: 9.5, b: 9.5 }).l).toBeGreaterThan(rgbToOklab({ r: 9, g: 9, b: 9 }).l);
    expect(rgbToOklab({ r: 9.5, g: 9.5, b: 9.5 }).l).toBeLessThan(rgbToOklab({ r: 10, g: 10, b: 10 }).l);
  });
});

describe('oklabToRgb', () => {
  it('undoes rgbToOklab for whole codes', () => {
    fc.assert(
      fc.property(colour, (rgb) => {
        expect(oklabToRgb(rgbToOklab(rgb))).toEqual(rgb);
      }),
      { numRuns: 3000 },
    );
  });

  it('clamps what sRGB cannot show', () => {
    expect(oklabToRgb({ l: 2, a: 0, b: 0 })).toEqual({ r: 255, g: 255, b: 255 });
    expect(oklabToRgb({ l: 0.6, a: 0.5, b: 0 }).g).toBe(0);
  });
});
