import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { areaDownscale } from '../area-downscaler.ts';
import { pictures, pixelAt, solid } from '../pictures.test-helper.ts';
import { createImage, type RasterImage } from '../raster-image.ts';
import { resampleChannel, roundsTo } from './by-definition.test-helper.ts';
import { resample } from './resample.ts';
import type { ResampleFilter } from './resample-filter.ts';

const FILTERS = ['area', 'bilinear', 'bicubic', 'lanczos3'] as const;
const side = fc.integer({ min: 1, max: 15 });
const codes = (value: number) => value * 255;
const toLight = (code: number) =>
  code / 255 <= 0.04045 ? code / 255 / 12.92 : ((code / 255 + 0.055) / 1.055) ** 2.4;
const fromLight = (light: number) =>
  codes(light <= 0.0031308 ? Math.max(0, light) * 12.92 : 1.055 * Math.min(1, light) ** (1 / 2.4) - 0.055);

/** Colour (unrounded codes) and alpha of every result pixel, from the definition in float64. */
function byDefinition(
  image: RasterImage,
  width: number,
  height: number,
  filter: ResampleFilter,
  linear: boolean,
) {
  const { data } = image;
  const decode = linear ? toLight : (code: number) => code;
  const encode = linear ? fromLight : (value: number) => value;
  const channels = [0, 1, 2, 3].map((c) => {
    const plane = Array.from({ length: data.length / 4 }, (_, i) =>
      c === 3 ? data[i * 4 + 3]! : decode(data[i * 4 + c]!) * data[i * 4 + 3]!,
    );
    return resampleChannel(filter, plane, [image.width, image.height], [width, height]);
  });
  return channels[3]!.map((alpha, i) => [
    ...channels.slice(0, 3).map((channel) => encode(channel[i]! / alpha)),
    alpha,
  ]);
}

describe.each(FILTERS)('resample by %s', (filter) => {
  it('is its definition, over codes and over light, for any alpha', () => {
    fc.assert(
      fc.property(pictures({ maxSide: 9 }), side, side, fc.boolean(), (image, width, height, linear) => {
        fc.pre(width !== image.width || height !== image.height);
        const result = resample(image, width, height, { filter, linear });
        expect([result.width, result.height]).toEqual([width, height]);
        byDefinition(image, width, height, filter, linear).forEach((expected, i) => {
          const pixel = [...result.data.subarray(i * 4, i * 4 + 4)];
          expect(roundsTo(expected[3]!, pixel[3]!)).toBe(true);
          if (pixel[3] === 0) return;
          for (let c = 0; c < 3; c++)
            if (!roundsTo(expected[c]!, pixel[c]!)) expect([c, pixel[c]]).toEqual([c, expected[c]]);
        });
      }),
      { numRuns: 250 },
    );
  });

  it('keeps one constant colour constant, over codes and over light', () => {
    const colour = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.integer({ min: 1, max: 255 }));
    fc.assert(
      fc.property(side, side, side, side, colour, fc.boolean(), (w, h, width, height, colour, linear) => {
        const result = resample(solid(w, h, colour), width, height, { filter, linear });
        expect(result).toEqual(solid(width, height, colour));
      }),
      { numRuns: 150 },
    );
  });

  it('gives the same picture back where nothing changes', () => {
    const image = solid(5, 3, [1, 2, 3, 0]);
    expect(resample(image, 5, 3, { filter })).toBe(image);
  });

  it('does not let hidden colour bleed out of transparent pixels', () => {
    const image = solid(24, 24, [0, 255, 0, 0]);
    for (let y = 6; y < 18; y++)
      for (let x = 6; x < 18; x++) image.data.set([200, 30, 60, 255], (y * 24 + x) * 4);
    for (const [width, height] of [
      [7, 7],
      [61, 61],
    ] as const) {
      const result = resample(image, width, height, { filter });
      let shown = 0;
      for (let i = 0; i < result.data.length; i += 4)
        if (result.data[i + 3]! > 0) {
          shown++;
          expect([...result.data.subarray(i, i + 3)]).toEqual([200, 30, 60]);
        }
      expect(shown).toBeGreaterThan(0);
    }
  });

  it.each([
    [1, 1],
    [1, 300],
    [300, 1],
  ])('takes lines and single pixels to %d x %d', (width, height) => {
    for (const image of [
      solid(1, 1, [9, 8, 7, 255]),
      solid(1, 40, [9, 8, 7, 255]),
      solid(40, 1, [9, 8, 7, 255]),
    ])
      expect(resample(image, width, height, { filter })).toEqual(solid(width, height, [9, 8, 7, 255]));
  });

  it('refuses sizes that no picture has', () => {
    expect(() => resample(solid(2, 2, [0, 0, 0, 255]), 0, 2, { filter })).toThrow(RangeError);
    expect(() => resample(solid(2, 2, [0, 0, 0, 255]), 2, 1.5, { filter })).toThrow(RangeError);
  });
});

describe('resample', () => {
  it('is the area filter of the rest of the program where it reduces by area', () => {
    fc.assert(
      fc.property(pictures({ maxSide: 9 }), fc.nat(8), fc.nat(8), (image, lessX, lessY) => {
        const width = Math.max(1, image.width - lessX);
        const height = Math.max(1, image.height - lessY);
        fc.pre(width !== image.width || height !== image.height);
        expect(resample(image, width, height, { filter: 'area' })).toEqual(
          areaDownscale(image, width, height),
        );
      }),
    );
  });

  it.each(FILTERS)('keeps the brightness of a fine pattern only in linear light (%s)', (filter) => {
    const image = solid(64, 64, [255, 255, 255, 255]);
    for (let y = 0; y < 64; y++)
      for (let x = y % 2; x < 64; x += 2) image.data.set([0, 0, 0, 255], (y * 64 + x) * 4);
    const middle = (linear: boolean) => pixelAt(resample(image, 8, 8, { filter, linear }), 4, 4)[0];
    expect(middle(false)).toBe(128);
    expect(middle(true)).toBe(188);
  });

  it.each([
    ['lanczos3', 'lanczos3'],
    ['bicubic', 'cubic'],
  ] as const)('agrees with libvips on a picture like a photograph (%s)', async (filter, kernel) => {
    const [width, height] = [160, 120];
    const image = createImage(width, height);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const ring = 128 + 100 * Math.sin(Math.hypot(x - 70, y - 50) / 4);
        image.data.set([ring, (x * 255) / width, x > y ? 220 : 30, 255], (y * width + x) * 4);
      }
    const [toWidth, toHeight] = [100, 75];
    const ours = resample(image, toWidth, toHeight, { filter });
    const theirs = await sharp(image.data, { raw: { width, height, channels: 4 } })
      .resize(toWidth, toHeight, { kernel, fit: 'fill' })
      .raw()
      .toBuffer();
    let largest = 0;
    for (let y = 5; y < toHeight - 5; y++)
      for (let x = 5; x < toWidth - 5; x++)
        for (let c = 0; c < 4; c++) {
          const i = (y * toWidth + x) * 4 + c;
          largest = Math.max(largest, Math.abs(ours.data[i]! - theirs[i]!));
        }
    expect(largest).toBeLessThanOrEqual(3);
  });
});
