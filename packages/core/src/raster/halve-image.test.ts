import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halveImage, halveRows } from './halve-image.ts';
import { pictures, pixelAt } from './pictures.test-helper.ts';
import { createImage, imageFromBytes, type RasterImage } from './raster-image.ts';

/** The mean of the up to four pixels under a result pixel, colours weighted by alpha; not rounded. */
function meanUnder(image: RasterImage, x: number, y: number): number[] {
  const under: number[][] = [];
  for (let sy = 2 * y; sy < Math.min(2 * y + 2, image.height); sy++)
    for (let sx = 2 * x; sx < Math.min(2 * x + 2, image.width); sx++) under.push(pixelAt(image, sx, sy));
  const alpha = under.reduce((sum, [, , , a]) => sum + a!, 0);
  const colour = [0, 1, 2].map((c) =>
    alpha === 0 ? 0 : under.reduce((sum, pixel) => sum + pixel[c]! * pixel[3]!, 0) / alpha,
  );
  return [...colour, alpha / under.length];
}

describe('halveImage', () => {
  it('is the mean of the pixels under each result pixel, at odd sizes too', () => {
    fc.assert(
      fc.property(pictures({ maxSide: 9 }), (image) => {
        const half = halveImage(image);
        expect([half.width, half.height]).toEqual([Math.ceil(image.width / 2), Math.ceil(image.height / 2)]);
        for (let y = 0; y < half.height; y++)
          for (let x = 0; x < half.width; x++) {
            const [got, expected] = [pixelAt(half, x, y), meanUnder(image, x, y)];
            for (let c = 0; c < 4; c++)
              expect(Math.abs(got[c]! - expected[c]!)).toBeLessThanOrEqual(0.5 + 1e-9);
          }
      }),
      { numRuns: 200 },
    );
  });

  it('does not let hidden colour bleed out of transparent pixels', () => {
    const edge = imageFromBytes(2, 1, Uint8Array.of(255, 255, 255, 255, 0, 0, 0, 0));
    expect(pixelAt(halveImage(edge), 0, 0)).toEqual([255, 255, 255, 128]);
  });
});

describe('halveRows', () => {
  it('gives the same picture however the rows are cut into pieces', () => {
    fc.assert(
      fc.property(pictures({ maxSide: 9 }), fc.array(fc.integer({ min: 0, max: 5 })), (image, cuts) => {
        const whole = halveImage(image);
        const pieces = createImage(whole.width, whole.height);
        const inside = cuts.map((cut) => Math.min(cut, whole.height)).sort((a, b) => a - b);
        const edges = [0, ...inside, whole.height];
        for (let i = 1; i < edges.length; i++) halveRows(image, pieces, edges[i - 1]!, edges[i]!);
        expect(pieces).toEqual(whole);
      }),
    );
  });
});
