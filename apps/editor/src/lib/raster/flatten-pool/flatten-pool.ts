import { flattenDocument, tilesOfDocument, type KomaDocument } from '@koma/core/document';
import {
  createImage,
  TILE_PIXELS,
  type RasterImage,
  type Tile,
  type TileCompositor,
  type TileStore,
} from '@koma/core/raster';
import { makeFlattenJob, workOff, type FlattenJob } from './flatten-job.ts';

/** More threads than that wait for memory, not for each other. */
const MAX_THREADS = 4;

/** Milliseconds without work after which the workers end: WebAssembly's memory never shrinks. */
const IDLE = 30_000;

/** What is used of a `Worker`. */
export interface PoolWorker {
  postMessage(job: FlattenJob, options: object): void;
  terminate(): void;
  addEventListener(type: 'message' | 'error', listener: () => void, options: { once: true }): void;
}

/**
 * Flattens documents on several cores: the calling thread and workers take one tile after another from
 * the same list. The bytes are those of `flattenDocument`. Needs a store in shared memory.
 */
export class FlattenPool {
  readonly #spawn: () => PoolWorker;
  readonly #size: number;
  #workers: PoolWorker[] = [];
  #idle: ReturnType<typeof setTimeout> | undefined;
  /** The last job; workers have one at a time, so that their answers belong to it. */
  #last: Promise<unknown> = Promise.resolve();

  /** @param threads how many in all, the calling one included @param spawn starts a worker */
  constructor(threads = navigator.hardwareConcurrency, spawn: () => PoolWorker = startWorker) {
    this.#size = Math.min(MAX_THREADS, threads) - 1;
    this.#spawn = spawn;
  }

  /**
   * The whole canvas as one picture. The document may change meanwhile: what was asked for is flattened.
   * @param store in shared memory
   */
  async flatten(store: TileStore, document: KomaDocument, compositor: TileCompositor): Promise<RasterImage> {
    const tiles = load(store, document);
    if (this.#size < 1 || !tiles.every(isShared)) return flattenDocument(store, document, compositor);
    for (const tile of tiles) store.retain(tile);
    const image = this.#last.then(() => this.#run(store, document, compositor));
    this.#last = image.catch(() => {});
    try {
      return (await image) ?? flattenDocument(store, document, compositor);
    } finally {
      for (const tile of tiles) store.release(tile);
    }
  }

  /** Ends the workers. The pool can still be used, and starts others then. */
  dispose(): void {
    clearTimeout(this.#idle);
    for (const worker of this.#workers.splice(0)) worker.terminate();
  }

  /** @returns undefined if a worker died: tiles that it had taken are missing */
  async #run(
    store: TileStore,
    document: KomaDocument,
    compositor: TileCompositor,
  ): Promise<RasterImage | undefined> {
    clearTimeout(this.#idle);
    const job = makeFlattenJob(document);
    while (this.#workers.length < this.#size) this.#workers.push(this.#spawn());
    const answers = this.#workers.map((worker) => {
      const { promise, resolve } = Promise.withResolvers<boolean>();
      worker.addEventListener('message', () => resolve(true), { once: true });
      worker.addEventListener('error', () => resolve(false), { once: true });
      worker.postMessage(job, {});
      return promise;
    });
    workOff(job, store, compositor);
    if (!(await Promise.all(answers)).every(Boolean)) {
      this.dispose();
      return undefined;
    }
    this.#idle = setTimeout(() => this.dispose(), IDLE);
    const image = createImage(document.width, document.height);
    image.data.set(new Uint8Array(job.pixels));
    return image;
  }
}

/** All tiles of a document, none of them in the spill. */
function load(store: TileStore, document: KomaDocument): Tile[] {
  const scratch = new Uint8Array(TILE_PIXELS * 4);
  const tiles = [...tilesOfDocument(document)];
  for (const tile of tiles) {
    if (tile.spilled === undefined) continue;
    if (tile.format === 'coverage') store.coverage(tile, scratch);
    else store.pixels(tile, scratch);
  }
  return tiles;
}

function isShared(tile: Tile): boolean {
  return !tile.slot || tile.slot.slab.buffer instanceof SharedArrayBuffer;
}

function startWorker(): PoolWorker {
  return new Worker(new URL('./flatten.worker.ts', import.meta.url), {
    type: 'module',
    name: 'koma-flatten',
  });
}
