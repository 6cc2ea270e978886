import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaDownscale, AreaDownscaler } from './area-downscaler.ts';
import { createImage, type RasterImage } from './raster-image.ts';

/** The definition, pixel by pixel: overlap of every source square with every result square. */
function byDefinition(source: RasterImage, width: number, height: number): RasterImage {
  const result = createImage(width, height);
  const [rx, ry] = [source.width / width, source.height / height];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const sum = [0, 0, 0, 0];
      for (let sy = 0; sy < source.height; sy++)
        for (let sx = 0; sx < source.width; sx++) {
          const w = Math.max(0, Math.min(sx + 1, (x + 1) * rx) - Math.max(sx, x * rx));
          const h = Math.max(0, Math.min(sy + 1, (y + 1) * ry) - Math.max(sy, y * ry));
          const p = (sy * source.width + sx) * 4;
          const a = source.data[p + 3]! * w * h;
          for (let c = 0; c < 3; c++) sum[c]! += a * source.data[p + c]!;
          sum[3]! += a;
        }
      const o = (y * width + x) * 4;
      for (let c = 0; c < 3; c++) result.data[o + c] = sum[3]! > 1e-6 ? sum[c]! / sum[3]! : 0;
      result.data[o + 3] = sum[3]! / (rx * ry);
    }
  return result;
}

const picture = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
  .chain(([width, height]) =>
    fc.record({
      image: fc
        .uint8Array({ minLength: width * height * 4, maxLength: width * height * 4 })
        .map((bytes): RasterImage => ({ width, height, data: new Uint8ClampedArray(bytes) })),
      width: fc.integer({ min: 1, max: width }),
      height: fc.integer({ min: 1, max: height }),
      cut: fc.integer({ min: 0, max: height }),
    }),
  );

describe('the area filter', () => {
  it('is within one level of its definition, whatever way the rows arrive', () => {
    fc.assert(
      fc.property(picture, ({ image, width, height, cut }) => {
        const expected = byDefinition(image, width, height);
        const scaler = new AreaDownscaler(image.width, image.height, width, height);
        scaler.writeRows(0, image.data.subarray(0, cut * image.width * 4));
        scaler.writeRows(cut, image.data.subarray(cut * image.width * 4));
        for (let i = 0; i < expected.data.length; i++) {
          expect(Math.abs(scaler.image.data[i]! - expected.data[i]!)).toBeLessThanOrEqual(1);
        }
        expect(areaDownscale(image, width, height).data).toEqual(scaler.image.data);
      }),
      { numRuns: 300 },
    );
  });
  it('leaves a picture of the same size as it is', () => {
    const image = createImage(3, 2);
    for (let i = 0; i < image.data.length; i++) image.data[i] = 7 * i + 3;
    expect(areaDownscale(image, 3, 2).data).toEqual(image.data);
  });
  it('does not let hidden colour bleed out of transparent pixels', () => {
    const image = createImage(2, 1);
    image.data.set([255, 0, 0, 255, 0, 255, 0, 0]);
    expect([...areaDownscale(image, 1, 1).data]).toEqual([255, 0, 0, 128]);
  });
});
