import { describe, expect, test } from 'vitest';
import { MemorySpill } from './memory-spill.test-helper.ts';
import { randomBytes } from './random-bytes.test-helper.ts';
import { FORMAT_BYTES } from './tile-codec.ts';
import { TILE_PIXELS } from './tile-key.ts';
import { TileStore, type Tile } from './tile-store.ts';

const RGBA = TILE_PIXELS * 4;
const noise = randomBytes(1, RGBA);
const clear = new Uint8Array(RGBA);
/** Colours, and no alpha anywhere. */
const hidden = noise.map((byte, i) => (i % 4 === 3 ? 0 : byte));
const red = Uint8Array.from({ length: RGBA }, (_, i) => [255, 0, 0, 255][i % 4]!);
/** Antialiased black: one byte a pixel. */
const ink = Uint8Array.from({ length: RGBA }, (_, i) => (i % 4 === 3 ? noise[i]! : 0));

const pixelsOf = (store: TileStore, tile: Tile) => Buffer.from(store.pixels(tile, new Uint8Array(RGBA)));
const same = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;

describe('owners of a tile', () => {
  test('the maker is the first, and the last to release it frees its memory', () => {
    const store = new TileStore();
    const tile = store.fromPixels(noise)!;
    expect([tile.references, store.count, store.usedBytes]).toEqual([1, 1, RGBA]);
    expect(store.retain(tile)).toBe(tile);
    store.release(tile);
    expect([tile.references, store.count, store.usedBytes]).toEqual([1, 1, RGBA]);
    store.release(tile);
    expect([tile.references, store.count, store.usedBytes]).toEqual([0, 0, 0]);
  });

  test('cannot read, retain or release a tile that nobody owns any more', () => {
    const store = new TileStore();
    const tile = store.fromPixels(noise)!;
    const coverage = store.fromCoverage(noise.subarray(0, TILE_PIXELS))!;
    for (const gone of [tile, coverage]) store.release(gone);
    expect(() => store.pixels(tile, new Uint8Array(RGBA))).toThrow('nobody owns');
    expect(() => store.coverage(coverage)).toThrow('nobody owns');
    expect(() => store.retain(tile)).toThrow('nobody owns');
    expect(() => store.release(tile)).toThrow('nobody owned');
    expect([store.count, store.usedBytes]).toEqual([0, 0]);
  });

  test('never see memory that another tile uses again', () => {
    const store = new TileStore();
    const [first, second] = [store.fromPixels(noise)!, store.fromPixels(noise.toReversed())!];
    store.release(first);
    const third = store.fromPixels(randomBytes(2, RGBA))!;
    expect(same(pixelsOf(store, second), noise.toReversed())).toBe(true);
    expect(same(pixelsOf(store, third), randomBytes(2, RGBA))).toBe(true);
  });
});

describe('storing pixels', () => {
  test('takes as many bytes as the smallest exact format', () => {
    const store = new TileStore();
    const tiles = [noise, ink, red].map((rgba) => store.fromPixels(rgba)!);
    expect(tiles.map(({ format }) => format)).toEqual(['rgba', 'ink', 'solid']);
    expect(tiles.map(({ bytes }) => bytes)).toEqual([RGBA, TILE_PIXELS, 0]);
    expect(store.usedBytes).toBe(FORMAT_BYTES.rgba + FORMAT_BYTES.ink);
    expect([noise, ink, red].every((rgba, i) => same(pixelsOf(store, tiles[i]!), rgba))).toBe(true);
  });

  test('copies them', () => {
    const store = new TileStore();
    const own = noise.slice();
    const tile = store.fromPixels(own)!;
    own.fill(0);
    expect(same(pixelsOf(store, tile), noise)).toBe(true);
  });

  test('does not mind where in a buffer they lie', () => {
    const store = new TileStore();
    for (const offset of [1, 2, 3, 4]) {
      const buffer = new Uint8Array(RGBA + 4);
      buffer.set(ink, offset);
      const tile = store.fromPixels(buffer.subarray(offset, offset + RGBA))!;
      expect(tile.format).toBe('ink');
      expect(same(pixelsOf(store, tile), ink)).toBe(true);
    }
  });

  test('makes no tile of nothing', () => {
    const store = new TileStore();
    expect(store.fromPixels(clear)).toBeUndefined();
    expect(store.fromPixels(clear, true)).toBeUndefined();
    expect(store.count).toBe(0);
  });

  test.each([
    ['many', hidden],
    ['two', hidden.map((_, i) => (i % 4 === 3 ? 0 : i % 8 < 4 ? 10 : 20))],
    ['one', hidden.map((_, i) => (i % 4 === 3 ? 0 : 9))],
  ])('keeps %s hidden colours only where asked', (_, rgba) => {
    const store = new TileStore();
    expect(store.fromPixels(rgba)).toBeUndefined();
    expect(store.count).toBe(0);
    const tile = store.fromPixels(rgba, true)!;
    expect(same(pixelsOf(store, tile), rgba)).toBe(true);
  });

  test('keeps hidden colours beside a pixel that shows', () => {
    const store = new TileStore();
    const rgba = hidden.slice();
    rgba[RGBA - 1] = 1;
    expect(same(pixelsOf(store, store.fromPixels(rgba)!), rgba)).toBe(true);
  });

  test('lets other threads read where asked', () => {
    const store = new TileStore({ shared: true });
    const tile = store.fromPixels(noise)!;
    expect(store.pixels(tile, new Uint8Array(RGBA)).buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(same(pixelsOf(store, tile), noise)).toBe(true);
  });

  test('reads into the first 256 KiB of a larger scratch', () => {
    const store = new TileStore();
    const scratch = new Uint8Array(RGBA + 64).fill(7);
    const pixels = store.pixels(store.fromPixels(ink)!, scratch);
    expect(pixels.length).toBe(RGBA);
    expect(same(pixels, ink)).toBe(true);
    expect([...scratch.subarray(RGBA)]).toEqual(Array(64).fill(7));
  });
});

describe('storing coverage', () => {
  test('gives it back, as one number where it is the same everywhere', () => {
    const store = new TileStore();
    const steps = noise.slice(0, TILE_PIXELS);
    const lasso = steps.map((value) => (value < 99 ? 0 : 255));
    const [soft, hard, even] = [steps, lasso, steps.slice().fill(80)].map((plane) =>
      store.fromCoverage(plane)!,
    );
    expect([soft!.format, hard!.format, even!.format]).toEqual(['coverage', 'bit', 'solid']);
    expect(same(store.coverage(soft!) as Uint8Array, steps)).toBe(true);
    expect(same(store.coverage(hard!, new Uint8Array(TILE_PIXELS)) as Uint8Array, lasso)).toBe(true);
    expect(store.coverage(even!)).toBe(80);
  });

  test('makes no tile of what lies outside', () => {
    const store = new TileStore();
    const [none, all] = [0, 255].map((value) => new Uint8Array(TILE_PIXELS).fill(value));
    expect(store.fromCoverage(none!)).toBeUndefined();
    expect(store.fromCoverage(all!, 255)).toBeUndefined();
    expect(store.coverage(store.fromCoverage(none!, 255)!)).toBe(0);
    expect(store.coverage(store.fromCoverage(all!)!)).toBe(255);
  });

  test('cannot be read as pixels', () => {
    const store = new TileStore();
    const tile = store.fromCoverage(noise.subarray(0, TILE_PIXELS))!;
    expect(() => store.pixels(tile, new Uint8Array(RGBA))).toThrow(TypeError);
  });
});

describe('the spill', () => {
  test.each([
    ['colours', noise],
    ['ink', ink],
  ])('takes %s out of memory until they are read', (_, rgba) => {
    const spill = new MemorySpill();
    const store = new TileStore({ spill });
    const tile = store.fromPixels(rgba)!;
    expect(store.spill(tile)).toBe(true);
    expect([store.usedBytes, store.spilledBytes, spill.bytes]).toEqual([0, tile.bytes, tile.bytes]);
    expect(store.count).toBe(1);
    // Whatever is made in the meantime takes the memory.
    const other = store.fromPixels(rgba.map((byte) => 255 - byte))!;
    expect(same(pixelsOf(store, tile), rgba)).toBe(true);
    expect([store.usedBytes, store.spilledBytes, spill.bytes]).toEqual([tile.bytes + other.bytes, 0, 0]);
  });

  test('takes coverage too', () => {
    const store = new TileStore({ spill: new MemorySpill() });
    const plane = noise.subarray(0, TILE_PIXELS);
    const tile = store.fromCoverage(plane)!;
    store.spill(tile);
    expect(store.usedBytes).toBe(0);
    expect(same(store.coverage(tile) as Uint8Array, plane)).toBe(true);
  });

  test('is left when the tile is released', () => {
    const spill = new MemorySpill();
    const store = new TileStore({ spill });
    const tile = store.fromPixels(noise)!;
    store.spill(tile);
    store.release(tile);
    expect([store.count, store.spilledBytes, spill.bytes, store.usedBytes]).toEqual([0, 0, 0, 0]);
    expect(() => pixelsOf(store, tile)).toThrow('nobody owns');
  });

  test('takes no tile twice, none without bytes, and none where there is no spill', () => {
    const spill = new MemorySpill();
    const store = new TileStore({ spill });
    const tile = store.fromPixels(noise)!;
    store.spill(tile);
    expect(store.spill(tile)).toBe(false);
    expect(store.spill(store.fromPixels(red)!)).toBe(false);
    expect(spill.writes).toBe(1);
    const plain = new TileStore();
    expect(plain.spill(plain.fromPixels(noise)!)).toBe(false);
  });

  test('leaves a tile in memory when it has no room', () => {
    const store = new TileStore({ spill: new MemorySpill(RGBA - 1) });
    const tile = store.fromPixels(noise)!;
    expect(() => store.spill(tile)).toThrow('the disk is full');
    expect([store.usedBytes, store.spilledBytes]).toEqual([RGBA, 0]);
    expect(same(pixelsOf(store, tile), noise)).toBe(true);
  });

  test('costs no memory when it cannot be read, and may be read again', () => {
    const spill = new MemorySpill();
    const store = new TileStore({ spill });
    const tile = store.fromPixels(noise)!;
    store.spill(tile);
    const [[position, piece]] = [...spill.pieces] as [[number, Uint8Array]];
    spill.pieces.delete(position);
    expect(() => pixelsOf(store, tile)).toThrow('there are no');
    expect([store.usedBytes, store.spilledBytes]).toEqual([0, RGBA]);
    spill.pieces.set(position, piece);
    expect(same(pixelsOf(store, tile), noise)).toBe(true);
  });
});
