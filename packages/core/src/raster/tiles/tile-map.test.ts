import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { imageFromBytes, type RasterImage } from '../raster-image.ts';
import type { Rect } from '../rect.ts';
import { randomBytes, randomNumbers } from './random-bytes.test-helper.ts';
import { TILE, TILE_PIXELS, tileKey, tileX, tileY } from './tile-key.ts';
import {
  coverageFromPlane,
  pixelBounds,
  pixelsFromImage,
  readCoverage,
  readPixels,
  tileBounds,
  tilesMeeting,
  type TileMap,
} from './tile-map.ts';
import { TileStore, type Tile } from './tile-store.ts';

const place = fc.integer({ min: -700, max: 700 });
const [side, seed] = [fc.integer({ min: 1, max: 400 }), fc.nat()];
const rects = fc.record({ x: place, y: place, width: side, height: side });
/** Where pictures lie: of all shapes, single pixels and lines among them. */
const frames = fc.oneof(
  rects,
  fc.record({ x: place, y: place, width: fc.constant(1), height: fc.constant(1) }),
  fc.record({ x: place, y: place, width: fc.constant(1), height: fc.constant(3000) }),
  fc.record({ x: place, y: place, width: fc.constant(3000), height: fc.constant(1) }),
);
const RUNS = { numRuns: 40 };

function noiseImage({ width, height }: Rect, seed: number): RasterImage {
  return imageFromBytes(width, height, randomBytes(seed, width * height * 4));
}

/** What a picture of `channels` bytes a pixel shows of a rectangle; around it is `outside`. */
function crop(data: ArrayLike<number>, frame: Rect, rect: Rect, channels: number, outside = 0): Uint8Array {
  const out = new Uint8Array(rect.width * rect.height * channels).fill(outside);
  for (let y = 0; y < rect.height; y++)
    for (let x = 0; x < rect.width; x++) {
      const [fx, fy] = [rect.x + x - frame.x, rect.y + y - frame.y];
      if (fx < 0 || fy < 0 || fx >= frame.width || fy >= frame.height) continue;
      for (let c = 0; c < channels; c++)
        out[(y * rect.width + x) * channels + c] = data[(fy * frame.width + fx) * channels + c]!;
    }
  return out;
}

type Bytes = Uint8Array | Uint8ClampedArray;
const bufferOf = (bytes: Bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
const same = (a: Bytes, b: Bytes) => Buffer.compare(bufferOf(a), bufferOf(b)) === 0;

describe('a picture cut into tiles', () => {
  test('comes back whole, wherever it lies', () => {
    fc.assert(
      fc.property(frames, seed, (frame, seed) => {
        const store = new TileStore();
        const image = noiseImage(frame, seed);
        const tiles = pixelsFromImage(store, image, frame.x, frame.y);
        expect(same(readPixels(store, tiles, frame).data, image.data)).toBe(true);
      }),
      RUNS,
    );
  });

  test('shows in any rectangle what it has there, and nothing around it', () => {
    fc.assert(
      fc.property(frames, rects, seed, (frame, rect, seed) => {
        const store = new TileStore();
        const image = noiseImage(frame, seed);
        const tiles = pixelsFromImage(store, image, frame.x, frame.y);
        const { width, height, data } = readPixels(store, tiles, rect);
        expect([width, height]).toEqual([rect.width, rect.height]);
        expect(same(data, crop(image.data, frame, rect, 4))).toBe(true);
      }),
      RUNS,
    );
  });

  test('has no tile where it is all clear', () => {
    const store = new TileStore();
    const image = imageFromBytes(3 * TILE, TILE, new Uint8Array(3 * TILE * TILE * 4));
    image.data[(TILE + 5) * 4 + 3] = 1;
    expect([...pixelsFromImage(store, image).keys()]).toEqual([tileKey(1, 0)]);
    expect(store.count).toBe(1);
  });

  test('keeps colours under transparency unless told otherwise', () => {
    const store = new TileStore();
    const image = imageFromBytes(2, 1, Uint8Array.of(1, 2, 3, 0, 4, 5, 6, 0));
    const tiles = pixelsFromImage(store, image, -1, 0);
    const { data } = readPixels(store, tiles, { x: -1, y: 0, width: 2, height: 1 });
    expect([...data]).toEqual([...image.data]);
    expect(pixelsFromImage(store, image, -1, 0, false).size).toBe(0);
  });
});

describe('a plane of coverage cut into tiles', () => {
  const outside = fc.constantFrom(0, 255);

  test('shows in any rectangle what it has there, and the outside around it', () => {
    fc.assert(
      fc.property(frames, rects, outside, seed, (frame, rect, outside, seed) => {
        const store = new TileStore();
        const plane = randomBytes(seed, frame.width * frame.height);
        const tiles = coverageFromPlane(store, plane, frame, outside);
        expect(same(readCoverage(store, tiles, frame, outside), plane)).toBe(true);
        const expected = crop(plane, frame, rect, 1, outside);
        expect(same(readCoverage(store, tiles, rect, outside), expected)).toBe(true);
      }),
      RUNS,
    );
  });

  test('comes back where whole tiles are of one value or two', () => {
    fc.assert(
      fc.property(rects, outside, fc.uint8Array({ minLength: 1, maxLength: 2 }), (frame, outside, values) => {
        const store = new TileStore();
        const plane = new Uint8Array(frame.width * frame.height).map((_, i) => values[i % values.length]!);
        const tiles = coverageFromPlane(store, plane, frame, outside);
        expect(same(readCoverage(store, tiles, frame, outside), plane)).toBe(true);
      }),
      RUNS,
    );
  });

  test('has no tile where it is as the outside is', () => {
    const store = new TileStore();
    const rect = { x: 10, y: 10, width: 300, height: 20 };
    expect(coverageFromPlane(store, new Uint8Array(6000), rect).size).toBe(0);
    expect(coverageFromPlane(store, new Uint8Array(6000).fill(255), rect, 255).size).toBe(0);
    expect(store.count).toBe(0);
  });

  test('of no area has no tiles and no bytes', () => {
    const store = new TileStore();
    const rect = { x: 3, y: -3, width: 0, height: 9 };
    expect(coverageFromPlane(store, new Uint8Array(0), rect).size).toBe(0);
    expect(readCoverage(store, new Map(), rect, 255).length).toBe(0);
  });
});

describe('bounds', () => {
  test('of pixels are those of every pixel with alpha', () => {
    const point = fc.record({ x: place, y: place, alpha: fc.constantFrom(0, 1, 255) });
    fc.assert(
      fc.property(fc.array(point, { maxLength: 12 }), (points) => {
        const store = new TileStore();
        const tiles = dots(store, points);
        const seen = new Map(points.map((point) => [`${point.x} ${point.y}`, point]));
        const shown = [...seen.values()].filter(({ alpha }) => alpha > 0);
        const [xs, ys] = [shown.map(({ x }) => x), shown.map(({ y }) => y)];
        const [x, y] = [Math.min(...xs), Math.min(...ys)];
        const expected = { x, y, width: Math.max(...xs) + 1 - x, height: Math.max(...ys) + 1 - y };
        expect(pixelBounds(store, tiles)).toEqual(shown.length > 0 ? expected : undefined);
      }),
      { numRuns: 60 },
    );
  });

  test('of pixels are exact in the midst of noise', () => {
    fc.assert(
      fc.property(rects, seed, (frame, seed) => {
        const store = new TileStore();
        const image = noiseImage(frame, seed);
        for (let i = 3; i < image.data.length; i += 4) image.data[i] = 255;
        expect(pixelBounds(store, pixelsFromImage(store, image, frame.x, frame.y))).toEqual(frame);
      }),
      { numRuns: 15 },
    );
  });

  test('of tiles hold all of them and no more', () => {
    const column = fc.integer({ min: -9, max: 9 });
    fc.assert(
      fc.property(fc.array(fc.tuple(column, column), { maxLength: 6 }), (places) => {
        const store = new TileStore();
        const tiles = new Map(places.map(([tx, ty]) => [tileKey(tx, ty), dot(store)]));
        const [xs, ys] = [places.map(([tx]) => tx), places.map(([, ty]) => ty)];
        const [x, y] = [Math.min(...xs) * TILE, Math.min(...ys) * TILE];
        const [right, bottom] = [(Math.max(...xs) + 1) * TILE, (Math.max(...ys) + 1) * TILE];
        expect(tileBounds(tiles)).toEqual(
          places.length > 0 ? { x, y, width: right - x, height: bottom - y } : undefined,
        );
      }),
    );
  });
});

test('the tiles that a rectangle meets are those of its pixels, row by row', () => {
  const size = fc.integer({ min: -2, max: 700 });
  const column = (from: number, length: number) => [
    ...new Set(Array.from({ length: Math.max(0, length) }, (_, i) => Math.floor((from + i) / TILE))),
  ];
  fc.assert(
    fc.property(fc.record({ x: place, y: place, width: size, height: size }), (rect) => {
      const [columns, rows] = [column(rect.x, rect.width), column(rect.y, rect.height)];
      const expected = rows.flatMap((ty) => columns.map((tx) => [tx, ty]));
      expect(tilesMeeting(rect).map((key) => [tileX(key), tileY(key)])).toEqual(expected);
    }),
  );
});

/** A tile with one dot. */
function dot(store: TileStore): Tile {
  const pixels = new Uint8Array(TILE_PIXELS * 4);
  pixels[3] = 1;
  return store.fromPixels(pixels)!;
}

/** Single pixels, of alpha 0 too, which have a colour all the same; the last one at a place counts. */
function dots(store: TileStore, points: readonly { x: number; y: number; alpha: number }[]): TileMap {
  const buffers = new Map<number, Uint8Array>();
  const next = randomNumbers(points.length);
  for (const { x, y, alpha } of points) {
    const [tx, ty] = [Math.floor(x / TILE), Math.floor(y / TILE)];
    const key = tileKey(tx, ty);
    if (!buffers.has(key)) buffers.set(key, new Uint8Array(TILE_PIXELS * 4));
    const at = ((y - ty * TILE) * TILE + x - tx * TILE) * 4;
    buffers.get(key)!.set([1 + Math.floor(next() * 255), 0, 0, alpha], at);
  }
  return new Map([...buffers].map(([key, pixels]) => [key, store.fromPixels(pixels, true)!]));
}
