import { coverageFromPlane, pixelsFromImage, TileStore, type RasterImage } from '@koma/core/raster';
import { describe, expect, it } from 'vitest';
import { picture } from './engine.test-helper.ts';
import { maskThumbnail, pixelsThumbnail, THUMBNAIL_SIDE } from './make-thumbnail.ts';

const store = new TileStore();
const at = ({ width, data }: RasterImage, x: number, y: number) => [
  ...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4),
];
const flat = (width: number, height: number, colour: readonly number[]) =>
  pixelsFromImage(
    store,
    picture(width, height, () => colour),
  );

describe('the thumbnail of pixels', () => {
  it.each([
    [720, 360, 72, 36],
    [1000, 1414, 51, 72],
    [611, 333, 72, 39],
    [72, 10, 72, 10],
    [5, 3, 5, 3],
    [1, 1, 1, 1],
    [1, 30_000, 1, 72],
    [30_000, 7, 72, 1],
  ])('of %i x %i is %i x %i, and evenly as opaque as the layer', (width, height, w, h) => {
    for (const alpha of width > 9999 || height > 9999 ? [255] : [255, 100]) {
      const image = pixelsThumbnail(store, flat(width, height, [9, 200, 30, alpha]), { width, height });
      expect([image.width, image.height]).toEqual([w, h]);
      for (let i = 0; i < image.data.length; i += 4) {
        const pixel = [...image.data.subarray(i, i + 4)];
        if (pixel.join(' ') !== `9 200 30 ${alpha}`)
          expect([i / 4, ...pixel]).toEqual([i / 4, 9, 200, 30, alpha]);
      }
    }
  });

  it('of a small document is the picture itself', () => {
    const small = picture(60, 40, (x, y) => [x * 4, y * 6, 9, (x + y) * 2]);
    const image = pixelsThumbnail(store, pixelsFromImage(store, small), { width: 60, height: 40 });
    for (let y = 0; y < 40; y++)
      for (let x = 0; x < 60; x++) {
        const [r, g, b, a] = at(small, x, y);
        expect(at(image, x, y)).toEqual(a === 0 ? [0, 0, 0, 0] : [r, g, b, a]);
      }
  });

  it('shows where on the canvas the pixels are, within one of its own', () => {
    const tiles = pixelsFromImage(
      store,
      picture(300, 200, () => [255, 0, 0, 255]),
      400,
      100,
    );
    const image = pixelsThumbnail(store, tiles, { width: 720, height: 720 });
    for (let y = 0; y < 72; y++)
      for (let x = 0; x < 72; x++) {
        const edge = [39, 40, 69, 70].includes(x) || [9, 10, 29, 30].includes(y);
        const inside = x >= 40 && x < 70 && y >= 10 && y < 30;
        const alpha = at(image, x, y)[3];
        if (!edge && alpha !== (inside ? 255 : 0)) expect([x, y, alpha]).toBe(inside ? 'covered' : 'empty');
      }
  });

  it('weighs colours by alpha', () => {
    const stripes = picture(720, 720, (x) => (x % 2 ? [255, 0, 0, 255] : [0, 255, 0, 0]));
    const image = pixelsThumbnail(store, pixelsFromImage(store, stripes), { width: 720, height: 720 });
    const [red, green] = at(image, 36, 36);
    expect([red, green]).toEqual([255, 0]);
  });

  it.each([
    ['columns', (x: number) => x % 2],
    ['rows', (_: number, y: number) => y % 2],
    ['dots', (x: number, y: number) => (x % 2) * (y % 2)],
    ['dots of five', (x: number, y: number) => Number(x % 5 < 3 && y % 5 < 3)],
  ])('shows screentone of %s as the grey that it is', (_, dot) => {
    for (const [width, height] of [
      [720, 720],
      [303, 430],
    ] as const) {
      const tone = picture(width, height, (x, y) => [0, 0, 0, dot(x, y) * 255]);
      const image = pixelsThumbnail(store, pixelsFromImage(store, tone), { width, height });
      const mean = (data: Uint8ClampedArray) => data.reduce((sum, byte) => sum + byte, 0) / (data.length / 4);
      expect(Math.abs(mean(image.data) - mean(tone.data))).toBeLessThan(12);
    }
  });

  it('leaves out what lies off the canvas', () => {
    const tiles = new Map([
      ...pixelsFromImage(
        store,
        picture(300, 300, () => [255, 0, 0, 255]),
        -300,
        0,
      ),
      ...pixelsFromImage(
        store,
        picture(300, 300, () => [255, 0, 0, 255]),
        600,
        600,
      ),
    ]);
    const image = pixelsThumbnail(store, tiles, { width: 500, height: 500 });
    expect(image.data.every((byte) => byte === 0)).toBe(true);
    expect(pixelsThumbnail(store, new Map(), { width: 9, height: 9 }).width).toBe(9);
  });

  it('is never larger than it may be', () => {
    for (const [width, height] of [
      [73, 73],
      [30_000, 30_000],
      [7, 9999],
    ] as const) {
      const image = pixelsThumbnail(store, new Map(), { width, height });
      expect(Math.max(image.width, image.height)).toBeLessThanOrEqual(THUMBNAIL_SIDE);
    }
  });
});

describe('the thumbnail of a mask', () => {
  const canvas = { width: 720, height: 720 };
  it('is grey, and what is outside where there are no tiles', () => {
    for (const outside of [0, 255]) {
      const image = maskThumbnail(store, new Map(), outside, canvas);
      expect(at(image, 5, 5)).toEqual([outside, outside, outside, 255]);
    }
  });

  it('mixes what is in tiles with what is outside at their edges', () => {
    const rect = { x: 0, y: 0, width: 256, height: 256 };
    const tiles = coverageFromPlane(store, new Uint8Array(65_536), rect, 255);
    const image = maskThumbnail(store, tiles, 255, canvas);
    expect([at(image, 10, 10)[0], at(image, 40, 10)[0]]).toEqual([0, 255]);
    // The tile ends at 25.6.
    expect(at(image, 25, 10)[0]).toBeGreaterThan(60);
    expect(at(image, 25, 10)[0]).toBeLessThan(160);
  });

  it('is the mean of the coverage', () => {
    const rect = { x: 0, y: 0, width: 720, height: 720 };
    const plane = new Uint8Array(720 * 720).map((_, i) => (i % 720 < 360 ? 40 : 200));
    const image = maskThumbnail(store, coverageFromPlane(store, plane, rect), 0, canvas);
    expect([at(image, 0, 0)[0], at(image, 35, 71)[0], at(image, 36, 0)[0]]).toEqual([40, 40, 200]);
  });
});
