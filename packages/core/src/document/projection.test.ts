import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  pixelsFromImage,
  TILE,
  TILE_PIXELS,
  tileKey,
  TileStore,
  tileX,
  tileY,
  type RasterImage,
} from '../raster/index.ts';
import { randomBytes } from '../raster/tiles/random-bytes.test-helper.ts';
import { emptyDocument, rasterLayer, type KomaDocument } from './document.ts';
import { flattenDocument } from './flatten.ts';
import { canvasKeys } from './operation.ts';
import { Projection } from './projection.ts';

const WIDTH = 700;
const HEIGHT = 500;
const store = new TileStore();

function noise(seed: number, width = WIDTH, height = HEIGHT): RasterImage {
  return { width, height, data: new Uint8ClampedArray(randomBytes(seed, width * height * 4)) };
}

function makeDocument(seed: number): KomaDocument {
  const base = rasterLayer('base', { tiles: pixelsFromImage(store, noise(seed)) });
  const top = rasterLayer('top', {
    opacity: 0.6,
    blendMode: 'multiply',
    tiles: pixelsFromImage(store, noise(9)),
  });
  return { ...emptyDocument('page', WIDTH, HEIGHT), layers: [base, top] };
}

const DOCUMENTS = [makeDocument(1), makeDocument(2), makeDocument(3)];
const KEYS = canvasKeys(DOCUMENTS[0]!);

function fresh(document: KomaDocument, live?: { id: string; tiles: Map<number, Uint8Array> }): Projection {
  const projection = new Projection(store);
  if (live) projection.live = { layerId: live.id, plane: 'pixels', tiles: live.tiles };
  projection.update(document, 'all');
  projection.refresh(KEYS);
  return projection;
}

/** Tiles of all kept levels that are not the same in both. */
function differences(a: Projection, b: Projection): string[] {
  const different: string[] = [];
  for (let level = 1; level <= a.topLevel; level++)
    for (const key of new Set(KEYS.map((k) => tileKey(tileX(k) >> level, tileY(k) >> level)))) {
      const [x, y] = [a.tile(level, key) ?? BLANK, b.tile(level, key) ?? BLANK];
      if (Buffer.compare(x, y) !== 0) different.push(`level ${level}: ${tileX(key)}, ${tileY(key)}`);
    }
  return different;
}
const BLANK = new Uint8Array(TILE_PIXELS * 4);

test('level 1 is the mean of 2 x 2 pixels of the flattened document, colours weighted by alpha', () => {
  const document = DOCUMENTS[0]!;
  const { data } = flattenDocument(store, document);
  const tile = fresh(document).tile(1, tileKey(0, 0))!;
  let largest = 0;
  for (let y = 0; y < TILE / 2; y++)
    for (let x = 0; x < TILE / 2; x++) {
      const four = [0, 1, WIDTH, WIDTH + 1].map((step) => (2 * y * WIDTH + 2 * x + step) * 4);
      const alpha = four.reduce((sum, i) => sum + data[i + 3]!, 0);
      for (let c = 0; c < 4; c++) {
        const sum = four.reduce((all, i) => all + data[i + c]! * (c < 3 ? data[i + 3]! : 1), 0);
        const mean = sum / (c < 3 ? alpha : 4);
        largest = Math.max(largest, Math.abs(tile[(y * TILE + x) * 4 + c]! - mean));
      }
    }
  expect(largest).toBeLessThanOrEqual(0.5001);
});

test('the coarsest level is one tile', () => {
  expect(fresh(DOCUMENTS[0]!).topLevel).toBe(2);
  const stamp = new Projection(store);
  stamp.update({ ...DOCUMENTS[0]!, width: 20, height: 20 }, 'all');
  expect(stamp.topLevel).toBe(0);
  expect(stamp.isFresh).toBe(false);
  stamp.refresh(stamp.stale);
  expect(stamp.isFresh).toBe(true);
});

test('what is refreshed is told level by level, and only that', () => {
  const projection = fresh(DOCUMENTS[0]!);
  projection.touch([tileKey(2, 1), tileKey(-1, 0), tileKey(99, 0)]);
  expect([...projection.stale]).toEqual([tileKey(2, 1)]);
  expect(projection.refresh(KEYS)).toEqual([new Set([tileKey(1, 0)]), new Set([tileKey(0, 0)])]);
});

test('a stroke of which only some rows are told leaves the rest as it was', () => {
  const document = DOCUMENTS[0]!;
  const projection = fresh(document);
  const painted = randomBytes(5, TILE_PIXELS * 4);
  const [key, id] = [tileKey(1, 1), document.layers[0]!.id];
  projection.live = { layerId: id, plane: 'pixels', tiles: new Map([[key, painted]]) };
  projection.touchRows(new Map([[key, { from: 101, to: 104 }]]));
  projection.refresh(KEYS);
  const [before, after] = [fresh(document), fresh(document, { id, tiles: new Map([[key, painted]]) })];
  const [was, is, now] = [before, after, projection].map((p) => p.tile(1, tileKey(0, 0))!);
  const row = (tile: Uint8Array, y: number) => tile.subarray((y * TILE + 128) * 4, (y * TILE + 256) * 4);
  // Rows 100 to 103 of a tile in the lower half are rows 178 and 179 of the level above.
  for (let y = 128; y < 244; y++) {
    const expected = y === 178 || y === 179 ? is! : was!;
    expect(Buffer.compare(row(now!, y), row(expected, y))).toBe(0);
  }
});

const rows = fc
  .tuple(fc.nat(255), fc.nat(255))
  .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) + 1 }));
/** Few, so that steps meet at the same tile. */
const SOME = fc.constantFrom(...KEYS.slice(0, 2));
const steps = fc.array(
  fc.oneof(
    fc.record({ type: fc.constant('open' as const), document: fc.nat(DOCUMENTS.length - 1) }),
    fc.record({ type: fc.constant('replace' as const), key: SOME, from: fc.nat(2) }),
    fc.record({ type: fc.constant('paint' as const), key: SOME, rows, seed: fc.nat(3) }),
    fc.record({ type: fc.constant('refresh' as const), keys: fc.subarray(KEYS), most: fc.nat(2) }),
  ),
  { maxLength: 15 },
);

test('after any changes, in whatever pieces they were taken up, all levels are as if made anew', () => {
  fc.assert(
    fc.property(steps, (list) => {
      let document = DOCUMENTS[0]!;
      const projection = fresh(document);
      let live = new Map<number, Uint8Array>();
      const replaceTile = (key: number, from: KomaDocument): void => {
        const [base, ...rest] = document.layers;
        const [tiles, others] = [base, from.layers[0]!].map(
          (layer) => new Map((layer as typeof LAYER).tiles),
        );
        if (others!.has(key)) tiles!.set(key, others!.get(key)!);
        document = { ...document, layers: [{ ...(base as typeof LAYER), tiles: tiles! }, ...rest] };
      };
      for (const step of list) {
        if (step.type === 'open') {
          document = DOCUMENTS[step.document]!;
          live = new Map();
          projection.live = undefined;
          projection.update(document, 'all');
        } else if (step.type === 'replace') {
          replaceTile(step.key, DOCUMENTS[step.from]!);
          live.delete(step.key);
          projection.update(document, new Set([step.key]));
        } else if (step.type === 'paint') {
          const painted = (live.get(step.key) ?? readTile(document, step.key)).slice();
          const stroke = randomBytes(step.seed + 20, TILE_PIXELS * 4);
          const [from, to] = [step.rows.from * TILE * 4, step.rows.to * TILE * 4];
          painted.set(stroke.subarray(from, to), from);
          live.set(step.key, painted);
          projection.live = { layerId: document.layers[0]!.id, plane: 'pixels', tiles: live };
          projection.touchRows(new Map([[step.key, step.rows]]));
        } else {
          let left = step.most;
          projection.refresh(step.keys, () => left-- <= 0);
        }
      }
      projection.refresh([...projection.stale]);
      expect(projection.isFresh).toBe(true);
      const anew = fresh(document, { id: document.layers[0]!.id, tiles: live });
      expect(differences(projection, anew)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

const LAYER = rasterLayer('');
const scratch = new Uint8Array(TILE_PIXELS * 4);

function readTile(document: KomaDocument, key: number): Uint8Array {
  const tile = (document.layers[0] as typeof LAYER).tiles.get(key);
  return tile ? store.pixels(tile, scratch) : BLANK;
}
