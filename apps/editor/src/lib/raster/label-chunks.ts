import { TILE, type Rect } from '@koma/core/raster';
import { CHUNK_TILES } from './chunk-cache.ts';
import type { LabelColours } from './label-look.ts';
import { paintLabels, rectOnLevel, type BytePlane } from './paint-labels.ts';
import type { TileRange } from './tile-range.ts';

/** Pixels on a side of a canvas. */
const CHUNK = TILE * CHUNK_TILES;

interface Chunk {
  /** Made when there is something to show. */
  canvas: OffscreenCanvas | undefined;
  /** What it shows no more, in pixels of the level; undefined where it is as it should be. */
  stale: Rect | undefined;
}

/** Canvases of one level of a plane, of which only what has changed is coloured anew. */
export class LabelChunks {
  readonly level: number;
  readonly #plane: BytePlane;
  readonly #width: number;
  readonly #height: number;
  readonly #seen: Rect | undefined;
  readonly #chunks = new Map<string, Chunk>();

  /** @param seen the part of the plane in which anything can be seen before it changes; absent: nothing anywhere */
  constructor(plane: BytePlane, level: number, seen?: Rect) {
    this.level = level;
    this.#plane = plane;
    this.#width = Math.ceil(plane.width / 2 ** level);
    this.#height = Math.ceil(plane.height / 2 ** level);
    this.#seen = seen && rectOnLevel(seen, level, plane);
  }

  /** The canvas at a place in chunks, if {@link refresh} has made it; there is none where nothing is to be seen. */
  get(cx: number, cy: number): { readonly canvas: OffscreenCanvas } | undefined {
    const canvas = this.#chunks.get(`${cx},${cy}`)?.canvas;
    return canvas && { canvas };
  }

  /** The plane has changed. @param rect in its pixels; all of it without one */
  invalidate(rect?: Rect): void {
    const changed = rect && rectOnLevel(rect, this.level, this.#plane);
    for (const [key, chunk] of this.#chunks) {
      const own = this.#rectOf(key);
      const part = changed ? shared(own, changed) : own;
      if (part) chunk.stale = chunk.stale ? joinedRects(chunk.stale, part) : part;
    }
  }

  /** Colours what has changed of the canvases that hold tiles of a range. */
  refresh(range: TileRange, colours: LabelColours): void {
    for (let cy = range.top >> 2; cy * CHUNK_TILES < range.bottom; cy++)
      for (let cx = range.left >> 2; cx * CHUNK_TILES < range.right; cx++) {
        const key = `${cx},${cy}`;
        const chunk = this.#require(key);
        const { stale } = chunk;
        if (!stale) continue;
        chunk.stale = undefined;
        const { width, height } = this.#rectOf(key);
        chunk.canvas ??= new OffscreenCanvas(width, height);
        const image = new ImageData(stale.width, stale.height);
        paintLabels(this.#plane, this.level, stale, colours, new Uint32Array(image.data.buffer));
        chunk.canvas.getContext('2d')!.putImageData(image, stale.x - cx * CHUNK, stale.y - cy * CHUNK);
      }
  }

  dispose(): void {
    for (const { canvas } of this.#chunks.values()) if (canvas) canvas.width = canvas.height = 0;
    this.#chunks.clear();
  }

  #require(key: string): Chunk {
    let chunk = this.#chunks.get(key);
    if (!chunk) {
      chunk = { canvas: undefined, stale: this.#seen && shared(this.#rectOf(key), this.#seen) };
      this.#chunks.set(key, chunk);
    }
    return chunk;
  }

  #rectOf(key: string): Rect {
    const [cx = 0, cy = 0] = key.split(',').map(Number);
    const [x, y] = [cx * CHUNK, cy * CHUNK];
    return {
      x,
      y,
      width: Math.max(1, Math.min(CHUNK, this.#width - x)),
      height: Math.max(1, Math.min(CHUNK, this.#height - y)),
    };
  }
}

function shared(a: Rect, b: Rect): Rect | undefined {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : undefined;
}

/** The smallest rectangle that holds both. */
export function joinedRects(a: Rect, b: Rect): Rect {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  const width = Math.max(a.x + a.width, b.x + b.width) - x;
  const height = Math.max(a.y + a.height, b.y + b.height) - y;
  return { x, y, width, height };
}
