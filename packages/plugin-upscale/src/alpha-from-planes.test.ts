import { createImage, type RasterImage } from '@koma/core/raster';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alphaFromPlanes } from './alpha-from-planes.ts';

/** A picture with these alphas and nothing else. */
function withAlpha(width: number, height: number, alpha: ArrayLike<number>): RasterImage {
  const image = createImage(width, height);
  for (let i = 0; i < width * height; i++) image.data[i * 4 + 3] = alpha[i]!;
  return image;
}
const alphas = (rgba: Uint8ClampedArray) => [...rgba].filter((_, i) => i % 4 === 3);

describe('alphaFromPlanes', () => {
  it('averages the three planes where alpha changes, and writes nothing but alpha', () => {
    const source = withAlpha(2, 1, [0, 255]);
    const planes = Float32Array.from(
      [0.1, 0.4, 0.7, 1.1, 0.1, 0.4, 0.7, 1.1, 0.1, 0.4, 0.7, 1.1].flatMap((v, i) => [
        v,
        v + (i < 4 ? 0.03 : i < 8 ? 0 : -0.03),
      ]),
    );
    // Two source pixels at 2x are 4 x 2 values a plane.
    const rgba = new Uint8ClampedArray(8 * 4).fill(77);
    alphaFromPlanes(source, { x: 0, y: 0, width: 2, height: 1 }, 2, planes, rgba);
    const expected = Array.from({ length: 8 }, (_, i) =>
      Math.round(Math.min(1, Math.max(0, (planes[i]! + planes[i + 8]! + planes[i + 16]!) / 3)) * 255),
    );
    expect(alphas(rgba)).toEqual(expected);
    expect([...rgba].filter((_, i) => i % 4 !== 3).every((value) => value === 77)).toBe(true);
  });

  it('keeps the alpha of a pixel whose neighbours all have the same, whatever the network says', () => {
    const side = fc.integer({ min: 1, max: 8 });
    fc.assert(
      fc.property(
        side,
        side,
        fc.constantFrom(1, 2),
        fc.array(fc.constantFrom(0, 0, 0, 255, 255, 255, 128), { minLength: 64, maxLength: 64 }),
        (width, height, scale, values) => {
          const source = withAlpha(width, height, values);
          const size = width * height * scale * scale;
          const rgba = new Uint8ClampedArray(size * 4);
          alphaFromPlanes(
            source,
            { x: 0, y: 0, width, height },
            scale,
            new Float32Array(3 * size).fill(0.2),
            rgba,
          );
          for (let y = 0; y < height * scale; y++)
            for (let x = 0; x < width * scale; x++) {
              const [px, py] = [Math.floor(x / scale), Math.floor(y / scale)];
              const around: number[] = [];
              for (let ny = Math.max(0, py - 1); ny <= Math.min(height - 1, py + 1); ny++)
                for (let nx = Math.max(0, px - 1); nx <= Math.min(width - 1, px + 1); nx++)
                  around.push(values[ny * width + nx]!);
              const uniform = around.every((alpha) => alpha === around[0]);
              expect(rgba[(y * width * scale + x) * 4 + 3]).toBe(uniform ? around[0] : 51);
            }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('copies alpha where there are no planes', () => {
    const source = withAlpha(3, 2, [0, 10, 20, 30, 40, 255]);
    const rgba = new Uint8ClampedArray(24);
    alphaFromPlanes(source, { x: 0, y: 0, width: 3, height: 2 }, 1, undefined, rgba);
    expect(alphas(rgba)).toEqual([0, 10, 20, 30, 40, 255]);
  });

  it('repeats the edge in a region that reaches beyond the picture', () => {
    const source = withAlpha(2, 1, [9, 200]);
    const rgba = new Uint8ClampedArray(5 * 3 * 4);
    alphaFromPlanes(source, { x: -1, y: -1, width: 5, height: 3 }, 1, undefined, rgba);
    expect(alphas(rgba)).toEqual([9, 9, 200, 200, 200, 9, 9, 200, 200, 200, 9, 9, 200, 200, 200]);
  });

  it('gives a part of the picture what the whole picture has there', () => {
    const values = Array.from({ length: 48 }, (_, i) => (i % 8 < 4 ? 255 : (i * 37) % 256));
    const source = withAlpha(8, 6, values);
    const planes = Float32Array.from({ length: 3 * 48 }, (_, i) => ((i % 48) * 5) / 255);
    const whole = new Uint8ClampedArray(48 * 4);
    alphaFromPlanes(source, { x: 0, y: 0, width: 8, height: 6 }, 1, planes, whole);
    const part = { x: 2, y: 1, width: 4, height: 3 };
    const cut = Float32Array.from({ length: 3 * 12 }, (_, i) => {
      const [c, rest] = [Math.floor(i / 12), i % 12];
      return planes[c * 48 + (part.y + Math.floor(rest / 4)) * 8 + part.x + (rest % 4)]!;
    });
    const rgba = new Uint8ClampedArray(12 * 4);
    alphaFromPlanes(source, part, 1, cut, rgba);
    for (let y = 0; y < 3; y++)
      for (let x = 0; x < 4; x++)
        expect(rgba[(y * 4 + x) * 4 + 3]).toBe(whole[((y + 1) * 8 + x + 2) * 4 + 3]);
  });
});
