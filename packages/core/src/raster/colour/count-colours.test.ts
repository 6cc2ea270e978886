import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pictures } from '../pictures.test-helper.ts';
import { createImage } from '../raster-image.ts';
import { countColours } from './count-colours.ts';

describe('countColours', () => {
  it('counts every pixel of a small picture by its alpha', () => {
    fc.assert(
      fc.property(pictures({ maxSide: 5 }), ({ width, height, data }) => {
        const expected = new Map<number, number>();
        for (let i = 0; i < data.length; i += 4) {
          const colour = data[i]! * 65536 + data[i + 1]! * 256 + data[i + 2]!;
          if (data[i + 3]! > 0) expected.set(colour, (expected.get(colour) ?? 0) + data[i + 3]! / 255);
        }
        const { colours, weights } = countColours({ width, height, data }, 25);
        expect([...colours]).toEqual([...expected.keys()].sort((a, b) => a - b));
        colours.forEach((colour, i) => expect(weights[i]).toBeCloseTo(expected.get(colour)!, 9));
      }),
    );
  });

  it('looks at no more pixels than it may, at none twice, and at all if it may', () => {
    const side = fc.integer({ min: 1, max: 90 });
    fc.assert(
      fc.property(side, side, fc.integer({ min: 1, max: 400 }), (width, height, maxSamples) => {
        const image = createImage(width, height);
        // Every pixel has its own colour: its place.
        for (let i = 0; i < width * height; i++) image.data.set([0, i >> 8, i & 255, 255], i * 4);
        const { colours, weights } = countColours(image, maxSamples);
        expect(colours.length).toBeLessThanOrEqual(maxSamples);
        expect(weights.every((weight) => weight === 1)).toBe(true);
        if (width * height <= maxSamples) expect(colours.length).toBe(width * height);
      }),
      { numRuns: 200 },
    );
  });

  it('looks at one pixel in every cell of the grid, not always at the same place in it', () => {
    const image = createImage(90, 60);
    for (let i = 0; i < 90 * 60; i++) image.data.set([0, i >> 8, i & 255, 255], i * 4);
    const places = [...countColours(image, 54).colours].map((i) => ({ x: i % 90, y: Math.floor(i / 90) }));
    const cells = places.map(({ x, y }) => Math.floor(y / 10) * 9 + Math.floor(x / 10));
    expect(cells.sort((a, b) => a - b)).toEqual(Array.from({ length: 54 }, (_, i) => i));
    expect(new Set(places.map(({ x }) => x % 10)).size).toBeGreaterThan(5);
    expect(new Set(places.map(({ y }) => y % 10)).size).toBeGreaterThan(5);
  });
});
