import { flattenTiles, type KomaDocument, type LayerNode } from '@koma/core/document';
import { tilesMeeting, type TileCompositor, type TileStore } from '@koma/core/raster';

/**
 * A document to be flattened by several threads. Can be sent to a worker: pixels of tiles and of the
 * result lie in shared memory, of which all threads get a view.
 */
export interface FlattenJob {
  readonly width: number;
  readonly height: number;
  /**
   * In a worker their tiles are copies without methods, whose bytes are the very same; enough for a
   * store to read them.
   */
  readonly layers: readonly LayerNode[];
  /** Straight RGBA8 of the whole canvas. */
  readonly pixels: SharedArrayBuffer;
  /** One 32-bit number: how many tiles have been taken on. */
  readonly taken: SharedArrayBuffer;
  /** Likewise, how many of them are done. */
  readonly done: SharedArrayBuffer;
}

/** A job that nobody has begun. The tiles must neither be released nor spilled before it is done. */
export function makeFlattenJob({ width, height, layers }: KomaDocument): FlattenJob {
  return {
    width,
    height,
    layers: layers.map(withPixelsOnly),
    pixels: new SharedArrayBuffer(width * height * 4),
    taken: new SharedArrayBuffer(4),
    done: new SharedArrayBuffer(4),
  };
}

/** Whether all tiles are done: nobody who is still to begin has to be waited for. */
export function isWorkedOff({ width, height, done }: FlattenJob): boolean {
  return Atomics.load(new Int32Array(done), 0) === tilesMeeting({ x: 0, y: 0, width, height }).length;
}

/**
 * Flattens tiles of a job until none are left. What other threads have taken on may not be done yet then.
 * @param store any: it unpacks tiles, and need not be the one that owns them
 */
export function workOff(job: FlattenJob, store: TileStore, compositor: TileCompositor): void {
  const canvas = { x: 0, y: 0, width: job.width, height: job.height };
  flattenTiles(
    store,
    job.layers,
    canvas,
    take(tilesMeeting(canvas), job),
    new Uint8Array(job.pixels),
    compositor,
  );
}

function* take(keys: readonly number[], job: FlattenJob): Generator<number> {
  const [taken, done] = [new Int32Array(job.taken), new Int32Array(job.done)];
  for (let i = Atomics.add(taken, 0, 1); i < keys.length; i = Atomics.add(taken, 0, 1)) {
    yield keys[i]!;
    // The next one is asked for when this one is done.
    Atomics.add(done, 0, 1);
  }
}

/** Leaves out what need not be sent. */
function withPixelsOnly(layer: LayerNode): LayerNode {
  if (layer.kind === 'group') return { ...layer, children: layer.children.map(withPixelsOnly) };
  return { ...layer, original: undefined, origin: undefined, recipe: undefined };
}
