import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pictures, solid } from '../pictures.test-helper.ts';
import { createImage, type RasterImage } from '../raster-image.ts';
import { extractPalette } from './extract-palette.ts';
import { formatHex } from './hex-colour.ts';
import { rgbToOklab } from './oklab.ts';

/** Every colour that shows, with its share, the most common first. */
function histogram({ data }: RasterImage): { hex: string; share: number }[] {
  const found = new Map<string, number>();
  let total = 0;
  for (let i = 0; i < data.length; i += 4) {
    if (data[i + 3] === 0) continue;
    const hex = formatHex({ r: data[i]!, g: data[i + 1]!, b: data[i + 2]! });
    found.set(hex, (found.get(hex) ?? 0) + data[i + 3]!);
    total += data[i + 3]!;
  }
  return [...found].map(([hex, sum]) => ({ hex, share: sum / total })).sort((a, b) => b.share - a.share);
}

/** Rectangles of the given colours, as wide as their weights, on a picture large enough to be sampled. */
function stripes(colours: readonly (readonly number[])[], widths: readonly number[], height: number) {
  const image = createImage(
    widths.reduce((sum, width) => sum + width, 0),
    height,
  );
  const row = widths.flatMap((width, i) => Array.from({ length: width }, () => [...colours[i]!, 255]).flat());
  for (let y = 0; y < height; y++) image.data.set(row, y * row.length);
  return image;
}

describe('extractPalette', () => {
  it('gives exactly the colours of a picture that has no more than were asked for, with their shares', () => {
    fc.assert(
      fc.property(pictures({ maxSide: 5 }), (image) => {
        const expected = histogram(image);
        const palette = extractPalette(image, 25);
        expect(new Set(palette.map(({ colour }) => formatHex(colour)))).toEqual(
          new Set(expected.map(({ hex }) => hex)),
        );
        expect(palette).toHaveLength(expected.length);
        palette.forEach(({ share }, i) => expect(share).toBeCloseTo(expected[i]!.share, 9));
      }),
      { numRuns: 300 },
    );
  });

  it('never gives more than were asked for, sums to 1, and has the most common first', () => {
    fc.assert(
      fc.property(pictures({ alpha: ['any', 'opaque'] }), fc.integer({ min: 1, max: 9 }), (image, count) => {
        const palette = extractPalette(image, count);
        const shares = palette.map(({ share }) => share);
        expect(palette.length).toBeLessThanOrEqual(count);
        expect(shares).toEqual(shares.toSorted((a, b) => b - a));
        if (shares.length > 0) expect(shares.reduce((sum, share) => sum + share)).toBeCloseTo(1, 9);
        expect(extractPalette(image, count)).toEqual(palette);
      }),
    );
  });

  it('finds nothing where nothing shows, whatever colour hides there', () => {
    expect(extractPalette(solid(9, 9, [200, 30, 40, 0]), 4)).toEqual([]);
  });

  it('counts pixels by their alpha', () => {
    const image = createImage(4, 1);
    image.data.set([255, 0, 0, 255, 0, 0, 255, 51, 0, 0, 255, 51, 0, 0, 255, 51]);
    const palette = extractPalette(image, 2);
    expect(palette.map(({ colour }) => formatHex(colour))).toEqual(['#ff0000', '#0000ff']);
    expect(palette[0]!.share).toBeCloseTo(255 / (255 + 153), 9);
  });

  it('finds the flats of a large sampled picture to the code, and their shares to a percent', () => {
    const colours = [
      [255, 255, 255],
      [250, 214, 196],
      [30, 42, 110],
      [200, 30, 60],
    ];
    const palette = extractPalette(stripes(colours, [500, 300, 130, 70], 700), 8);
    expect(palette.map(({ colour }) => [colour.r, colour.g, colour.b])).toEqual(colours);
    [0.5, 0.3, 0.13, 0.07].forEach((share, i) =>
      expect(Math.abs(palette[i]!.share - share)).toBeLessThan(0.01),
    );
  });

  it('keeps a flat as it is though noise surrounds it', () => {
    const image = solid(64, 64, [90, 160, 220, 255]);
    for (let i = 0; i < 64 * 64; i += 2) {
      const noise = ((i * 7919) % 23) - 11;
      image.data.set([90 + noise, 160 - noise, 220 + noise, 255], i * 4);
    }
    expect(extractPalette(image, 1)[0]!.colour).toEqual({ r: 90, g: 160, b: 220 });
  });

  it('averages a gradient, each colour near the middle of its part', () => {
    const image = createImage(256, 64);
    for (let y = 0; y < 64; y++)
      for (let x = 0; x < 256; x++) image.data.set([x, x, x, 255], (y * 256 + x) * 4);
    const palette = extractPalette(image, 4);
    const lights = palette.map(({ colour }) => rgbToOklab(colour).l);
    expect(new Set(lights).size).toBe(4);
    // What k-means promises: each is the mean of the greys nearer to it than to the others.
    const parts = lights.map((): number[] => []);
    for (let code = 0; code < 256; code++) {
      const { l } = rgbToOklab({ r: code, g: code, b: code });
      const distances = lights.map((light) => Math.abs(light - l));
      parts[distances.indexOf(Math.min(...distances))]!.push(l);
    }
    parts.forEach((part, i) => {
      const mean = part.reduce((sum, l) => sum + l, 0) / part.length;
      expect(Math.abs(mean - lights[i]!)).toBeLessThan(0.015);
      expect(palette[i]!.share).toBeCloseTo(part.length / 256, 1);
    });
  });

  it('is not fooled by a screentone whose period meets the sampling grid', () => {
    const image = solid(1024, 1024, [255, 255, 255, 255]);
    for (let y = 0; y < 1024; y++)
      for (let x = y % 6; x < 1024; x += 6) image.data.set([0, 0, 0, 255], (y * 1024 + x) * 4);
    const palette = extractPalette(image, 2);
    expect(palette.map(({ colour }) => formatHex(colour))).toEqual(['#ffffff', '#000000']);
    expect(Math.abs(palette[1]!.share - 1 / 6)).toBeLessThan(0.01);
  });

  it.each([0, -1, 1.5, 256, NaN])('refuses %d colours', (count) => {
    expect(() => extractPalette(solid(1, 1, [0, 0, 0, 255]), count)).toThrow(RangeError);
  });
});
