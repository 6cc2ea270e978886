import {
  emptyDocument,
  flattenLayers,
  Projection,
  rasterLayer,
  type KomaDocument,
} from '@koma/core/document';
import { pixelsFromImage, TILE, TILE_PIXELS, tileKey, TileStore, type Rect } from '@koma/core/raster';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { DocumentView } from './document-view.ts';
import { FakeCanvas, FakeImageData } from './fake-canvas.test-helper.ts';

const WIDTH = 1200;
const HEIGHT = 900;
const SCREEN = { width: 640, height: 480 };
const store = new TileStore();

function noise(seed: number, alpha?: number) {
  const data = new Uint8ClampedArray(WIDTH * HEIGHT * 4);
  let state = seed;
  for (let i = 0; i < data.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    data[i] = alpha !== undefined && i % 4 === 3 ? alpha : state >>> 24;
  }
  return { width: WIDTH, height: HEIGHT, data };
}

function makeDocument(seed: number, alpha?: number): KomaDocument {
  const tiles = pixelsFromImage(store, noise(seed, alpha));
  return { ...emptyDocument('page', WIDTH, HEIGHT), layers: [rasterLayer('base', { tiles })] };
}

const [OPAQUE, OTHER, CLEAR] = [makeDocument(1, 255), makeDocument(2, 255), makeDocument(3)];
const never = (): boolean => false;
const LAYER = rasterLayer('');

beforeAll(() => {
  vi.stubGlobal('OffscreenCanvas', FakeCanvas);
  vi.stubGlobal('ImageData', FakeImageData);
});
afterAll(() => vi.unstubAllGlobals());

let view: DocumentView;
let screen: FakeCanvas;
let backdrops = 0;

beforeEach(() => {
  view = new DocumentView(store);
  screen = new FakeCanvas(SCREEN.width, SCREEN.height);
  backdrops = 0;
});

/** Time for so many questions. */
function after(questions: number): () => boolean {
  let left = questions;
  return () => left-- <= 0;
}

/** Draws with a pixel of the document `2 ** level` times as large as one of the screen. */
function draw(x: number, y: number, level = 0, isOver = never): boolean {
  const scale = 2 ** level;
  const page: Rect = { x: -x, y: -y, width: WIDTH / scale, height: HEIGHT / scale };
  screen.clearRect(0, 0, SCREEN.width, SCREEN.height);
  const context = screen as unknown as OffscreenCanvasRenderingContext2D;
  return view.draw(context, page, { x: 0, y: 0, ...SCREEN }, isOver, () => backdrops++);
}

function settle(x: number, y: number, level = 0): void {
  while (!draw(x, y, level)) view.catchUp(never);
}

/** The part of a document that the screen shows at its own size, made from scratch. */
function expectScreen(document: KomaDocument, x: number, y: number): void {
  const { data } = flattenLayers(store, document.layers, { x, y, ...SCREEN });
  expect(isSame(data, screen.data)).toBe(true);
}

test('at its own size the picture is that of the flattened document', () => {
  view.update(CLEAR, 'all');
  expect(draw(313, 201)).toBe(true);
  expectScreen(CLEAR, 313, 201);
});

test('at half its size it is that of the halved document', () => {
  view.update(CLEAR, 'all');
  settle(40, 0, 1);
  const projection = new Projection(store);
  projection.update(CLEAR, 'all');
  projection.refresh([...projection.stale]);
  for (let y = 0; y < HEIGHT / 2; y += 50)
    for (let x = 40; x < WIDTH / 2; x += 50) {
      const tile = projection.tile(1, tileKey(x >> 8, y >> 8))!;
      const from = ((y & 255) * TILE + (x & 255)) * 4;
      const at = (y * SCREEN.width + x - 40) * 4;
      expect([...screen.data.subarray(at, at + 4)]).toEqual([...tile.subarray(from, from + 4)]);
    }
});

test('what shows through is drawn where the picture is not opaque, and nowhere else', () => {
  view.update(OPAQUE, 'all');
  settle(0, 0);
  expect(backdrops).toBe(0);
  // To the right and bottom edges, where tiles reach beyond the document.
  settle(WIDTH - SCREEN.width, HEIGHT - SCREEN.height);
  expect(backdrops).toBe(0);
  view.update(CLEAR, 'all');
  settle(0, 0);
  expect(backdrops).toBe(1);
});

test('a tile that comes onto the screen is shown coarsely first, and ready for the next frame', () => {
  view.update(OPAQUE, 'all');
  settle(0, 0, 1);
  expect(screen.scaled).toBe(0);
  expect(draw(0, 0)).toBe(false);
  expect(screen.scaled).toBeGreaterThan(0);
  expect(view.catchUp(never)).toBe(true);
  expect(draw(0, 0)).toBe(true);
  expectScreen(OPAQUE, 0, 0);
});

test('what was changed is composited at once where it is on the screen', () => {
  view.update(OPAQUE, 'all');
  settle(0, 0);
  view.update(OTHER, new Set(LAYER_KEYS));
  expect(draw(0, 0)).toBe(true);
  expectScreen(OTHER, 0, 0);
});

test('a halved picture follows what was changed', () => {
  view.update(OPAQUE, 'all');
  settle(0, 0, 1);
  view.update(OTHER, new Set(LAYER_KEYS));
  settle(0, 0, 1);
  const followed = screen.data.slice();
  view.update(OTHER, 'all');
  settle(0, 0, 1);
  expect(isSame(screen.data, followed)).toBe(true);
});

test('a stroke on a tile that was out of date brings all of it up to date', () => {
  view.update(OPAQUE, 'all');
  settle(0, 0);
  view.update(OTHER, new Set([tileKey(0, 0)]));
  const painted = readTile(OTHER, tileKey(0, 0)).fill(255, 0, 10 * TILE * 4);
  const tiles = new Map([[tileKey(0, 0), painted]]);
  const live = { layerId: OTHER.layers[0]!.id, plane: 'pixels', tiles } as const;
  view.paint(live, new Map([[tileKey(0, 0), { from: 0, to: 10 }]]));
  settle(0, 0);
  const at = (200 * SCREEN.width + 100) * 4;
  const from = (200 * TILE + 100) * 4;
  expect([...screen.data.subarray(at, at + 4)]).toEqual([...painted.subarray(from, from + 4)]);
});

test('without time a frame shows what there was', () => {
  view.update(OPAQUE, 'all');
  settle(0, 0);
  view.update(OTHER, new Set(LAYER_KEYS));
  expect(draw(0, 0, 0, () => true)).toBe(false);
  expectScreen(OPAQUE, 0, 0);
  expect(draw(0, 0)).toBe(true);
  expectScreen(OTHER, 0, 0);
});

test('after working ahead everything is ready everywhere and at every size', () => {
  view.update(OPAQUE, 'all');
  draw(0, 0);
  while (!view.workAhead(after(3)));
  for (const [x, y, level] of [
    [WIDTH - SCREEN.width, HEIGHT - SCREEN.height, 0],
    [0, 0, 1],
    [0, 0, 2],
  ] as const)
    expect(draw(x, y, level, () => true)).toBe(true);
});

test('canvases are given back when another document is opened', () => {
  view.update(OPAQUE, 'all');
  settle(0, 0);
  // One chunk of four tiles on a side, as far as the document reaches.
  expect(view.canvasBytes).toBe(1024 * HEIGHT * 4);
  view.update(undefined, 'all');
  expect(view.canvasBytes).toBe(0);
});

const LAYER_KEYS = [...(OPAQUE.layers[0] as typeof LAYER).tiles.keys()];
/** Few tiles and places, so that steps meet. */
const SOME = fc.constantFrom(tileKey(0, 0), tileKey(1, 0));
const rows = fc
  .tuple(fc.nat(255), fc.nat(255))
  .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) + 1 }));
const PLACE = {
  x: fc.constantFrom(0, 200, 560),
  y: fc.constantFrom(0, 420),
  level: fc.constantFrom(0, 0, 1, 2),
};
const DRAW = fc.record({ type: fc.constant('draw' as const), ...PLACE, budget: fc.constantFrom(2, 99) });
const steps = fc.array(
  fc.oneof(
    DRAW,
    fc.record({ type: fc.constant('catchUp' as const), budget: fc.nat(6) }),
    fc.record({ type: fc.constant('workAhead' as const), budget: fc.nat(20) }),
    fc.record({ type: fc.constant('paint' as const), key: SOME, rows, value: fc.constantFrom(0, 90, 255) }),
    fc.record({ type: fc.constantFrom('commit' as const, 'cancel' as const) }),
    fc.record({ type: fc.constant('replace' as const), key: SOME, by: fc.constantFrom(OPAQUE, CLEAR) }),
    fc.record({ type: fc.constant('open' as const), document: fc.constantFrom(OPAQUE, CLEAR) }),
  ),
  { minLength: 4, maxLength: 14, size: 'max' },
);

test('whatever was done in whatever pieces, a complete frame shows the document as it is', () => {
  fc.assert(
    fc.property(steps, PLACE.x, PLACE.y, (list, x, y) => {
      view = new DocumentView(store);
      let document = OPAQUE;
      let live = new Map<number, Uint8Array>();
      view.update(document, 'all');
      settle(0, 0);
      for (const step of list) {
        const isOver = after('budget' in step ? step.budget : 0);
        if (step.type === 'draw') draw(step.x, step.y, step.level, isOver);
        else if (step.type === 'catchUp') view.catchUp(isOver);
        else if (step.type === 'workAhead') view.workAhead(isOver);
        else if (step.type === 'paint') {
          const painted = (live.get(step.key) ?? readTile(document, step.key)).slice();
          painted.fill(step.value, step.rows.from * TILE * 4, step.rows.to * TILE * 4);
          live = new Map(live).set(step.key, painted);
          const { id } = document.layers[0]!;
          view.paint({ layerId: id, plane: 'pixels', tiles: live }, new Map([[step.key, step.rows]]));
        } else {
          const painted = live;
          live = new Map();
          view.paint(undefined, new Map());
          if (step.type === 'commit') document = withTiles(document, painted);
          else if (step.type === 'replace')
            document = withTiles(document, new Map([[step.key, readTile(step.by, step.key)]]));
          else if (step.type === 'open') document = step.document;
          const dirty = new Set(step.type === 'commit' ? [] : painted.keys());
          if (step.type === 'replace') dirty.add(step.key);
          view.update(document, step.type === 'open' ? 'all' : dirty);
        }
      }
      const result = withTiles(document, live);
      backdrops = 0;
      while (!draw(x, y)) {
        view.catchUp(never);
        backdrops = 0;
      }
      expectScreen(result, x, y);
      const isOpaque = new Uint32Array(screen.data.buffer).every((pixel) => pixel >>> 24 === 255);
      expect(backdrops).toBe(isOpaque ? 0 : 1);
      settle(0, 0, 1);
      const halved = screen.data.slice();
      view.dispose();
      view = new DocumentView(store);
      view.update(result, 'all');
      settle(0, 0, 1);
      expect(isSame(screen.data, halved)).toBe(true);
      view.dispose();
    }),
    { numRuns: 12 },
  );
});

function isSame(a: Uint8ClampedArray, b: Uint8ClampedArray): boolean {
  return Buffer.compare(Buffer.from(a.buffer), Buffer.from(b.buffer)) === 0;
}

function withTiles(document: KomaDocument, changed: ReadonlyMap<number, Uint8Array>): KomaDocument {
  const base = document.layers[0] as typeof LAYER;
  const tiles = new Map(base.tiles);
  for (const [key, pixels] of changed) {
    const tile = store.fromPixels(pixels);
    if (tile) tiles.set(key, tile);
    else tiles.delete(key);
  }
  return { ...document, layers: [{ ...base, tiles }] };
}

const scratch = new Uint8Array(TILE_PIXELS * 4);

function readTile(document: KomaDocument, key: number): Uint8Array {
  const tile = (document.layers[0] as typeof LAYER).tiles.get(key);
  return tile ? store.pixels(tile, scratch).slice() : new Uint8Array(TILE_PIXELS * 4);
}
