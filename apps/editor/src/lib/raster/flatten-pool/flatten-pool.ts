import { flattenDocument, tilesOfDocument, type KomaDocument } from '@koma/core/document';
import {
  createImage,
  TILE_PIXELS,
  type RasterImage,
  type Tile,
  type TileCompositor,
  type TileStore,
} from '@koma/core/raster';
import { isWorkedOff, makeFlattenJob, workOff, type FlattenJob } from './flatten-job.ts';
import { PoolThread, type PoolWorker } from './pool-thread.ts';

/** More threads than that wait for memory, not for each other. */
const MAX_THREADS = 4;

/** Tiles from which on several threads pay; fewer are done before a worker has started. */
const WORTH = 200;

/** Milliseconds without work after which the workers end: WebAssembly's memory never shrinks. */
const IDLE = 30_000;

/**
 * Flattens documents on several cores: the calling thread and workers take one tile after another from
 * the same list. The bytes are those of `flattenDocument`. Needs a store in shared memory.
 */
export class FlattenPool {
  readonly #spawn: () => PoolWorker;
  readonly #size: number;
  readonly #worth: number;
  #threads: PoolThread[] = [];
  #idle: ReturnType<typeof setTimeout> | undefined;
  /** The last job; they are done one after the other. */
  #last: Promise<unknown> = Promise.resolve();

  /**
   * @param threads how many in all, the calling one included
   * @param spawn starts a worker
   * @param worth tiles of all layers from which on several threads are used
   */
  constructor(threads = navigator.hardwareConcurrency, spawn: () => PoolWorker = startWorker, worth = WORTH) {
    this.#worth = worth;
    this.#size = Math.min(MAX_THREADS, threads) - 1;
    this.#spawn = spawn;
  }

  /**
   * The whole canvas as one picture. The document may change meanwhile: what was asked for is flattened.
   * @param store in shared memory
   */
  async flatten(store: TileStore, document: KomaDocument, compositor: TileCompositor): Promise<RasterImage> {
    const tiles = load(store, document);
    const pays = this.#size >= 1 && tiles.length >= this.#worth;
    if (!pays || !tiles.every(isShared)) return flattenDocument(store, document, compositor);
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
    for (const thread of this.#threads.splice(0)) thread.terminate();
  }

  /** @returns undefined if a worker died: tiles that it had taken are missing */
  async #run(
    store: TileStore,
    document: KomaDocument,
    compositor: TileCompositor,
  ): Promise<RasterImage | undefined> {
    clearTimeout(this.#idle);
    const job = makeFlattenJob(document);
    this.#threads = this.#threads.filter((thread) => thread.isAlive);
    while (this.#threads.length < this.#size) this.#threads.push(new PoolThread(this.#spawn()));
    const answers = this.#threads.map((thread) => thread.workOff(job));
    workOff(job, store, compositor);
    if (!(await isOver(job, answers))) {
      this.dispose();
      return undefined;
    }
    this.#idle = setTimeout(() => this.dispose(), IDLE);
    const image = createImage(document.width, document.height);
    image.data.set(new Uint8Array(job.pixels));
    return image;
  }
}

/**
 * Resolves when a job is done: as a rule by threads that have been there, while others are still starting.
 * @param answers whether a thread, still alive, has nothing left to do for it
 * @returns false where tiles that a thread had taken on are missing
 */
async function isOver(job: FlattenJob, answers: readonly Promise<boolean>[]): Promise<boolean> {
  if (isWorkedOff(job)) return true;
  const { promise, resolve } = Promise.withResolvers<boolean>();
  for (const answer of answers)
    void answer.then((isAlive) => {
      if (!isAlive) resolve(false);
      else if (isWorkedOff(job)) resolve(true);
    });
  void Promise.all(answers).then((all) => resolve(all.every(Boolean)));
  return promise;
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
