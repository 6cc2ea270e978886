import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { colourDistance } from './colour-distance.ts';
import { similarPixels } from './similar-pixels.ts';

const seed = { red: 120, green: 60, blue: 200, alpha: 200 };

describe('similarPixels', () => {
  it('is set exactly where the colour distance is within the tolerance', () => {
    const near = fc.integer({ min: -12, max: 12 });
    const pixel = fc
      .tuple(near, near, near, near)
      .map(([r, g, b, a]) => [seed.red + r, seed.green + g, seed.blue + b, seed.alpha + a]);
    fc.assert(
      fc.property(
        fc.array(pixel, { maxLength: 30 }),
        fc.integer({ min: 0, max: 20 }),
        (pixels, tolerance) => {
          const expected = pixels.map(([red, green, blue, alpha]) =>
            colourDistance({ red: red!, green: green!, blue: blue!, alpha: alpha! }, seed) <= tolerance
              ? 1
              : 0,
          );
          expect([...similarPixels(Uint8Array.from(pixels.flat()), seed, tolerance)]).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('takes everything at 255 and only the same colour at 0', () => {
    const rgba = Uint8Array.of(120, 60, 200, 200, 121, 60, 200, 200, 0, 0, 0, 0, 255, 255, 255, 255);
    expect([...similarPixels(rgba, seed, 255)]).toEqual([1, 1, 1, 1]);
    expect([...similarPixels(rgba, seed, 0)]).toEqual([1, 0, 0, 0]);
  });

  it('fills a part of a larger plane when given one', () => {
    const plane = new Uint8Array(4).fill(9);
    similarPixels(Uint8ClampedArray.of(120, 60, 200, 200, 0, 0, 0, 0), seed, 5, plane.subarray(1, 3));
    expect([...plane]).toEqual([9, 1, 0, 9]);
  });
});
