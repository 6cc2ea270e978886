import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createImage, type RasterImage } from '../../raster/index.ts';
import { readPlanarAlpha, readPlanarRgb, solidAlpha, solidRgb } from './planar-tile.ts';

function noise(width: number, height: number): RasterImage {
  const image = createImage(width, height);
  for (let i = 0; i < image.data.length; i++) image.data[i] = (i * 97 + 13) % 251;
  return image;
}

describe('readPlanarRgb and readPlanarAlpha', () => {
  it('repeat the edge outside the picture', () => {
    const side = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(
        side,
        side,
        fc.integer({ min: -12, max: 12 }),
        fc.integer({ min: -12, max: 12 }),
        side,
        side,
        (w, h, x, y, rw, rh) => {
          const image = noise(w, h);
          const region = { x, y, width: rw, height: rh };
          const rgb = new Float32Array(3 * rw * rh);
          const alpha = new Float32Array(3 * rw * rh);
          readPlanarRgb(image, region, rgb);
          readPlanarAlpha(image, region, alpha);
          for (let c = 0; c < 3; c++)
            for (let j = 0; j < rh; j++)
              for (let i = 0; i < rw; i++) {
                const px = Math.min(w - 1, Math.max(0, x + i));
                const py = Math.min(h - 1, Math.max(0, y + j));
                const at = (py * w + px) * 4;
                expect(rgb[(c * rh + j) * rw + i]).toBe(Math.fround(image.data[at + c]! / 255));
                expect(alpha[(c * rh + j) * rw + i]).toBe(Math.fround(image.data[at + 3]! / 255));
              }
        },
      ),
    );
  });
});

describe('solidRgb and solidAlpha', () => {
  it('see one colour through the repeated edge, and one differing pixel', () => {
    const image = createImage(6, 5);
    for (let i = 0; i < image.data.length; i += 4) image.data.set([10, 20, 30, 40], i);
    const everywhere = { x: -3, y: -3, width: 12, height: 11 };
    expect(solidRgb(image, everywhere)).toBe(0x0a141e);
    expect(solidAlpha(image, everywhere)).toBe(40);
    image.data[(4 * 6 + 5) * 4 + 2] = 31;
    image.data[(4 * 6 + 5) * 4 + 3] = 41;
    expect(solidRgb(image, everywhere)).toBe(-1);
    expect(solidAlpha(image, everywhere)).toBe(-1);
    expect(solidRgb(image, { x: 0, y: 0, width: 5, height: 5 })).toBe(0x0a141e);
  });
});
