import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaDownscale } from './area-downscaler.ts';
import { pictures, pixelAt, solid } from './pictures.test-helper.ts';
import type { RasterImage } from './raster-image.ts';
import { resizeImage } from './resize-image.ts';

const side = fc.integer({ min: 1, max: 17 });

/** Bilinear by its definition: a tent of one source pixel around each sample, colours weighted by alpha. */
function tentAt(image: RasterImage, width: number, height: number, x: number, y: number): number[] {
  const clamp = (value: number, size: number) => Math.min(size - 1, Math.max(0, value));
  const u = clamp(((x + 0.5) * image.width) / width - 0.5, image.width);
  const v = clamp(((y + 0.5) * image.height) / height - 0.5, image.height);
  const sum = [0, 0, 0, 0];
  for (let sy = 0; sy < image.height; sy++)
    for (let sx = 0; sx < image.width; sx++) {
      const weight = Math.max(0, 1 - Math.abs(u - sx)) * Math.max(0, 1 - Math.abs(v - sy));
      const [r, g, b, a] = pixelAt(image, sx, sy) as [number, number, number, number];
      [r * a, g * a, b * a, a].forEach((value, c) => (sum[c]! += weight * value));
    }
  const alpha = sum[3]!;
  return alpha > 1e-9 ? [...sum.slice(0, 3).map((value) => value / alpha), alpha] : [0, 0, 0, 0];
}

describe('resizeImage', () => {
  it('gives the same picture back for the same size', () => {
    fc.assert(
      fc.property(pictures(), (image) => {
        expect(resizeImage(image, image.width, image.height)).toBe(image);
      }),
    );
  });

  it('has the size asked for and keeps one constant colour constant', () => {
    fc.assert(
      fc.property(
        fc.tuple(side, side, side, side),
        fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.integer({ min: 1, max: 255 })),
        ([fromWidth, fromHeight, width, height], colour) => {
          const result = resizeImage(solid(fromWidth, fromHeight, colour), width, height);
          expect(result).toEqual(solid(width, height, colour));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('makes no fringe: every colour that shows lies between colours that showed before', () => {
    fc.assert(
      fc.property(pictures({ alpha: ['any', 'binary'] }), side, side, (image, width, height) => {
        const shown = Array.from({ length: image.width * image.height }, (_, i) =>
          pixelAt(image, i % image.width, Math.floor(i / image.width)),
        ).filter(([, , , alpha]) => alpha! > 0);
        const result = resizeImage(image, width, height);
        for (let y = 0; y < height; y++)
          for (let x = 0; x < width; x++) {
            const pixel = pixelAt(result, x, y);
            if (pixel[3] === 0) continue;
            for (let c = 0; c < 3; c++) {
              const codes = shown.map((colour) => colour[c]!);
              expect(pixel[c]).toBeGreaterThanOrEqual(Math.min(...codes));
              expect(pixel[c]).toBeLessThanOrEqual(Math.max(...codes));
            }
          }
      }),
      { numRuns: 200 },
    );
  });

  it('is the bilinear filter where it enlarges', () => {
    fc.assert(
      fc.property(pictures({ maxSide: 5 }), fc.nat(9), fc.nat(9), (image, moreX, moreY) => {
        const [width, height] = [image.width + moreX, image.height + moreY];
        fc.pre(moreX + moreY > 0);
        const result = resizeImage(image, width, height);
        for (let y = 0; y < height; y++)
          for (let x = 0; x < width; x++) {
            const [got, expected] = [pixelAt(result, x, y), tentAt(image, width, height, x, y)];
            for (let c = 0; c < 4; c++)
              expect(Math.abs(got[c]! - expected[c]!)).toBeLessThanOrEqual(0.5 + 1e-6);
          }
      }),
      { numRuns: 150 },
    );
  });

  it('is the area filter where it shrinks', () => {
    fc.assert(
      fc.property(pictures({ maxSide: 9 }), side, side, (image, width, height) => {
        fc.pre(width < image.width && height < image.height);
        expect(resizeImage(image, width, height)).toEqual(areaDownscale(image, width, height));
      }),
      { numRuns: 50 },
    );
  });
});
