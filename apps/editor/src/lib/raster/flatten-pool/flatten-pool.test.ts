import {
  emptyDocument,
  flattenDocument,
  flattenTiles,
  groupLayer,
  rasterLayer,
  type KomaDocument,
} from '@koma/core/document';
import {
  coverageFromPlane,
  pixelsFromImage,
  TileCompositor,
  TileStore,
  tilesMeeting,
  type BlendMode,
  type RasterImage,
  type TileSpill,
} from '@koma/core/raster';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { workOff, type FlattenJob } from './flatten-job.ts';
import { FlattenPool } from './flatten-pool.ts';
import type { PoolWorker } from './pool-thread.ts';

const WIDTH = 700;
const HEIGHT = 530;

/** Runs what a worker would run, on a copy of what a worker would get, a moment later. */
class LocalWorker extends EventTarget implements PoolWorker {
  readonly #store = new TileStore();
  readonly #compositor = new TileCompositor();
  jobs = 0;
  ended = false;

  postMessage(job: FlattenJob): void {
    this.start(job);
  }

  start(job: FlattenJob): void {
    this.jobs++;
    const copy = structuredClone(job);
    setTimeout(() => {
      workOff(copy, this.#store, this.#compositor);
      this.dispatchEvent(new Event('message'));
    });
  }

  terminate(): void {
    this.ended = true;
  }
}

/** Does two tiles at once, as a worker does that is as fast as the calling thread. */
class QuickWorker extends LocalWorker {
  override postMessage(job: FlattenJob): void {
    const { layers, pixels } = structuredClone(job);
    const canvas = { x: 0, y: 0, width: WIDTH, height: HEIGHT };
    const first = Atomics.add(new Int32Array(job.taken), 0, 2);
    const keys = tilesMeeting(canvas).slice(first, first + 2);
    flattenTiles(new TileStore(), layers, canvas, keys, new Uint8Array(pixels), new TileCompositor());
    this.start(job);
  }
}

/** Keeps jobs until it has started. */
class SlowWorker extends LocalWorker {
  readonly #jobs: FlattenJob[] = [];
  #isStarted = false;

  get waiting(): number {
    return this.#jobs.length;
  }

  override postMessage(job: FlattenJob): void {
    if (!this.#isStarted) this.#jobs.push(job);
    else {
      // Takes a tile on at once, and comes to it after what waits.
      const key = tilesMeeting({ x: 0, y: 0, width: WIDTH, height: HEIGHT })[
        Atomics.add(new Int32Array(job.taken), 0, 1)
      ]!;
      setTimeout(() => {
        const canvas = { x: 0, y: 0, width: WIDTH, height: HEIGHT };
        const pixels = new Uint8Array(job.pixels);
        flattenTiles(new TileStore(), job.layers, canvas, [key], pixels, new TileCompositor());
        Atomics.add(new Int32Array(job.done), 0, 1);
        this.dispatchEvent(new Event('message'));
      });
    }
  }

  begin(): void {
    this.#isStarted = true;
    for (const job of this.#jobs.splice(0)) this.start(job);
  }
}

/** Takes a tile on and dies. */
class DyingWorker extends LocalWorker {
  override postMessage(job: FlattenJob): void {
    Atomics.add(new Int32Array(job.taken), 0, 1);
    setTimeout(() => this.dispatchEvent(new Event('error')));
  }
}

function picture(seed: number) {
  const data = new Uint8ClampedArray(WIDTH * HEIGHT * 4);
  let state = seed;
  for (let i = 0; i < data.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    data[i] = state >>> 24;
  }
  return { width: WIDTH, height: HEIGHT, data };
}

function makeDocument(store: TileStore): KomaDocument {
  const layer = (seed: number, blendMode: BlendMode, x = 0) =>
    rasterLayer(`${seed}`, { blendMode, opacity: 0.7, tiles: pixelsFromImage(store, picture(seed), x, x) });
  const frame = { x: 0, y: 0, width: WIDTH, height: HEIGHT };
  const plane = new Uint8Array(WIDTH * HEIGHT).map((_, i) => (i * 7) & 255);
  const mask = { tiles: coverageFromPlane(store, plane, frame), outside: 0, enabled: true } as const;
  const masked = { ...layer(3, 'screen'), mask };
  const group = groupLayer('group', { blendMode: 'overlay', children: [layer(4, 'normal', 90), masked] });
  const layers = [layer(1, 'normal'), { ...layer(2, 'multiply'), clip: true }, group];
  return { ...emptyDocument('page', WIDTH, HEIGHT), layers };
}

let store: TileStore;
let document: KomaDocument;
const compositor = new TileCompositor();

beforeEach(() => {
  store = new TileStore({ shared: true });
  document = makeDocument(store);
});
afterEach(() => vi.useRealTimers());

test('several threads make the same bytes as one', async () => {
  const workers: LocalWorker[] = [];
  const pool = new FlattenPool(4, () => workers[workers.push(new QuickWorker()) - 1]!, 0);
  const image = await pool.flatten(store, document, compositor);
  expect(workers).toHaveLength(3);
  expect(isSame(image, flattenDocument(store, document))).toBe(true);
  pool.dispose();
});

test('workers alone can do all of it', () => {
  const job = {
    width: WIDTH,
    height: HEIGHT,
    layers: document.layers,
    pixels: new SharedArrayBuffer(WIDTH * HEIGHT * 4),
    taken: new SharedArrayBuffer(4),
    done: new SharedArrayBuffer(4),
  };
  workOff(structuredClone(job), new TileStore(), new TileCompositor());
  const data = new Uint8ClampedArray(new Uint8Array(job.pixels));
  expect(isSame({ width: WIDTH, height: HEIGHT, data }, flattenDocument(store, document))).toBe(true);
});

test('a worker that is still starting is not waited for, and its late answer belongs to no other job', async () => {
  const worker = new SlowWorker();
  const pool = new FlattenPool(2, () => worker, 0);
  const other = { ...document, layers: document.layers.slice(0, 1) };
  for (const each of [document, other, document])
    expect(isSame(await pool.flatten(store, each, compositor), flattenDocument(store, each))).toBe(true);
  expect(worker.waiting).toBe(3);
  // It has started at last: answers that nobody waits for come before the one to a job of which it has a part.
  worker.begin();
  expect(isSame(await pool.flatten(store, other, compositor), flattenDocument(store, other))).toBe(true);
  expect(worker.waiting).toBe(0);
  expect(worker.ended).toBe(false);
  pool.dispose();
});

test('calls that overlap answer each with their own document', async () => {
  const pool = new FlattenPool(2, () => new LocalWorker(), 0);
  const other = { ...document, layers: document.layers.slice(0, 1) };
  const [a, b] = await Promise.all([
    pool.flatten(store, document, compositor),
    pool.flatten(store, other, compositor),
  ]);
  expect(isSame(a, flattenDocument(store, document))).toBe(true);
  expect(isSame(b, flattenDocument(store, other))).toBe(true);
  pool.dispose();
});

test('a document that is closed meanwhile is flattened to the end, and nothing of it is kept', async () => {
  const expected = flattenDocument(store, document);
  const pool = new FlattenPool(2, () => new LocalWorker(), 0);
  const image = pool.flatten(store, document, compositor);
  for (const tile of tilesIn(document)) store.release(tile);
  expect(store.count).toBeGreaterThan(0);
  expect(isSame(await image, expected)).toBe(true);
  expect(store.count).toBe(0);
  pool.dispose();
});

test('if a worker dies, one thread does it again, and the next time there is a new worker', async () => {
  const expected = flattenDocument(store, document);
  const workers: LocalWorker[] = [];
  const spawn = () => {
    workers.push(workers.length === 0 ? new DyingWorker() : new LocalWorker());
    return workers.at(-1)!;
  };
  const pool = new FlattenPool(2, spawn, 0);
  expect(isSame(await pool.flatten(store, document, compositor), expected)).toBe(true);
  expect(workers[0]!.ended).toBe(true);
  expect(isSame(await pool.flatten(store, document, compositor), expected)).toBe(true);
  expect(workers[1]!.jobs).toBe(1);
  pool.dispose();
});

test('without shared memory or a second core, or for little work, no worker is started', async () => {
  const spawn = vi.fn<() => PoolWorker>();
  const own = new TileStore();
  const plain = makeDocument(own);
  const image = await new FlattenPool(4, spawn, 0).flatten(own, plain, compositor);
  expect(isSame(image, flattenDocument(own, plain))).toBe(true);
  await new FlattenPool(1, spawn, 0).flatten(store, document, compositor);
  const small = await new FlattenPool(4, spawn).flatten(store, document, compositor);
  expect(isSame(small, flattenDocument(store, document))).toBe(true);
  expect(spawn).not.toHaveBeenCalled();
});

test('tiles that lie in the spill are brought back first', async () => {
  const spilling = new TileStore({ shared: true, spill: arraySpill() });
  const spilled = makeDocument(spilling);
  const expected = flattenDocument(spilling, spilled);
  for (const tile of tilesIn(spilled)) spilling.spill(tile);
  expect(spilling.spilledBytes).toBeGreaterThan(0);
  const pool = new FlattenPool(2, () => new LocalWorker(), 0);
  expect(isSame(await pool.flatten(spilling, spilled, compositor), expected)).toBe(true);
  pool.dispose();
});

test('workers end when nothing has been flattened for a while', async () => {
  const worker = new LocalWorker();
  const pool = new FlattenPool(2, () => worker, 0);
  vi.useFakeTimers();
  const image = pool.flatten(store, document, compositor);
  await vi.advanceTimersByTimeAsync(1);
  await image;
  expect(worker.ended).toBe(false);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(worker.ended).toBe(true);
});

function isSame(a: RasterImage, b: RasterImage): boolean {
  return a.width === b.width && Buffer.compare(Buffer.from(a.data.buffer), Buffer.from(b.data.buffer)) === 0;
}

function* tilesIn({ layers }: Pick<KomaDocument, 'layers'>): Generator<Parameters<TileStore['release']>[0]> {
  for (const layer of layers) {
    yield* layer.mask?.tiles.values() ?? [];
    if (layer.kind === 'group') yield* tilesIn({ layers: layer.children });
    else yield* layer.tiles.values();
  }
}

function arraySpill(): TileSpill {
  const pieces: Uint8Array[] = [];
  return {
    write: (bytes) => pieces.push(bytes.slice()) - 1,
    read: (position, into) => into.set(pieces[position]!),
    free: () => {},
  };
}
