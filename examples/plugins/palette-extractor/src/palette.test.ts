import type { RasterImage } from '@koma/plugin-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterColours } from './cluster.ts';
import { countColours } from './count-colours.ts';
import { chroma, hue, oklabOf, squaredDistance } from './oklab.ts';
import { describeSwatches, gimpPalette, hexOf } from './palette-text.ts';
import { extractSwatches, type PaletteOptions } from './palette.ts';

const options: PaletteOptions = { count: 8, accents: true, skipInk: false, order: 'share' };

/** A picture of runs of pixels in one colour each. */
function runs(...parts: readonly (readonly [rgb: number, pixels: number, alpha?: number])[]): RasterImage {
  const bytes = parts.flatMap(([rgb, pixels, alpha = 255]) =>
    Array.from({ length: pixels }, () => [rgb >> 16, (rgb >> 8) & 255, rgb & 255, alpha]).flat(),
  );
  return { width: bytes.length / 4, height: 1, data: Uint8ClampedArray.from(bytes) };
}

describe('oklabOf', () => {
  it('agrees with the published values', () => {
    // From Ottosson's article: white has lightness 1 and no colour; red, green and blue as CSS Color 4 lists them.
    expect(oklabOf(255, 255, 255).map((value) => Math.round(value * 1e4) / 1e4 + 0)).toEqual([1, 0, 0]);
    const css: [number, number, number, number][] = [
      [0xff0000, 0.628, 0.2577, 29.23],
      [0x00ff00, 0.8664, 0.2948, 142.5],
      [0x0000ff, 0.452, 0.3132, 264.05],
    ];
    for (const [rgb, lightness, colourfulness, angle] of css) {
      const lab = oklabOf(rgb >> 16, (rgb >> 8) & 255, rgb & 255);
      expect(lab[0]).toBeCloseTo(lightness, 3);
      expect(chroma(lab)).toBeCloseTo(colourfulness, 3);
      expect(hue(lab)).toBeCloseTo(angle, 1);
    }
  });
});

describe('countColours', () => {
  it('counts exact colours, not those that are hardly there or not selected', () => {
    const image = runs([0x102030, 3], [0xffeedd, 5], [0x00ff00, 4, 90]);
    expect(countColours(image).map(({ rgb, count }) => [rgb, count])).toEqual([
      [0xffeedd, 5],
      [0x102030, 3],
    ]);
    const selection = { width: 12, height: 1, data: Uint8Array.of(255, 255, 0, 0, 0, 0, 255, 0, 9, 9, 9, 9) };
    expect(countColours(image, selection).map(({ rgb, count }) => [rgb, count])).toEqual([
      [0x102030, 2],
      [0xffeedd, 1],
    ]);
  });
});

describe('clusterColours', () => {
  it('puts every colour into the group whose mean is nearest', () => {
    const level = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(level, level, level, fc.integer({ min: 1, max: 50 })), {
          minLength: 1,
          maxLength: 40,
        }),
        fc.integer({ min: 1, max: 6 }),
        (list, count) => {
          const colours = list.map(([r, g, b, weight]) => ({ lab: oklabOf(r, g, b), weight }));
          const group = clusterColours(colours, count);
          const means = new Map<number, [number, number, number, number]>();
          for (const [i, { lab, weight }] of colours.entries()) {
            const sum = means.get(group[i]!) ?? [0, 0, 0, 0];
            means.set(group[i]!, [
              sum[0] + lab[0] * weight,
              sum[1] + lab[1] * weight,
              sum[2] + lab[2] * weight,
              sum[3] + weight,
            ]);
          }
          expect(means.size).toBeLessThanOrEqual(count);
          const centres = [...means].map(
            ([id, [l, a, b, w]]) => [id, [l / w, a / w, b / w] as const] as const,
          );
          for (const [i, { lab }] of colours.entries()) {
            const own = centres.find(([id]) => id === group[i])![1];
            for (const [, other] of centres)
              expect(squaredDistance(lab, own)).toBeLessThanOrEqual(squaredDistance(lab, other) + 1e-9);
          }
        },
      ),
      { numRuns: 100, seed: 3 },
    );
  });
});

describe('extractSwatches', () => {
  it('gives the flat colours of a picture exactly, with their shares', () => {
    const image = runs([0x3b5ba9, 500], [0xf7d9c4, 300], [0xd8334a, 200]);
    const swatches = extractSwatches(countColours(image), options);
    expect(swatches.map(({ rgb, share }) => [rgb, share])).toEqual([
      [0x3b5ba9, 0.5],
      [0xf7d9c4, 0.3],
      [0xd8334a, 0.2],
    ]);
  });

  it('finds a small accent among many shades of a large colour', () => {
    const sky = Array.from({ length: 60 }, (_, i) => [0x4070c0 + i * 0x010101, 1000] as const);
    const image = runs(...sky, [0xe02020, 60]);
    const has = (accents: boolean): boolean =>
      extractSwatches(countColours(image), { ...options, count: 3, accents }).some(
        ({ rgb }) => rgb === 0xe02020,
      );
    expect([has(true), has(false)]).toEqual([true, false]);
  });

  it('leaves lines and paper out, and joins what looks the same', () => {
    const image = runs([0x050505, 400], [0xfefefe, 400], [0x88aa33, 100], [0x89aa33, 90]);
    const swatches = extractSwatches(countColours(image), { ...options, skipInk: true });
    expect(swatches.map(({ rgb }) => rgb)).toEqual([0x88aa33]);
    expect(swatches[0]!.share).toBeCloseTo(190 / 990, 6);
    expect(extractSwatches(countColours(runs([0x000000, 9])), { ...options, skipInk: true })).toEqual([]);
  });

  it('orders by lightness and by hue, greys first', () => {
    const image = runs([0xff0000, 1], [0x808080, 1], [0x0000ff, 1], [0x00c000, 1]);
    const order = (by: PaletteOptions['order']): number[] =>
      extractSwatches(countColours(image), { ...options, order: by }).map(({ rgb }) => rgb);
    expect(order('hue')).toEqual([0x808080, 0xff0000, 0x00c000, 0x0000ff]);
    expect(order('lightness')).toEqual([0x00c000, 0xff0000, 0x808080, 0x0000ff]);
  });
});

it('writes palettes as text and as a GIMP file', () => {
  const swatches = extractSwatches(countColours(runs([0x0a0b0c, 3], [0xff8000, 1])), options);
  expect(swatches.map(({ rgb }) => hexOf(rgb))).toEqual(['#0a0b0c', '#ff8000']);
  expect(describeSwatches(swatches).split('\n')[1]).toBe('#ff8000   25.0 %  oklch(73% 0.186 53)');
  expect(gimpPalette(swatches, 'Two')).toBe(
    'GIMP Palette\nName: Two\nColumns: 8\n#\n 10  11  12\t#0a0b0c\n255 128   0\t#ff8000\n',
  );
});
