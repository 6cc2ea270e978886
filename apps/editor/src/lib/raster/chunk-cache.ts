import { TILE, tileKey, type TileRows } from '@koma/core/raster';

/** Tiles on a side of a chunk: canvases of 1024 px are below every browser's limits. */
export const CHUNK_TILES = 4;
const CHUNK = TILE * CHUNK_TILES;

/** Canvases kept, of 4 MiB each: all of a page of 26 megapixels. What is on the screen is kept anyway. */
export const MAX_CHUNKS = 32;

/** A part of the picture as a canvas that can be drawn. */
export interface Chunk {
  readonly canvas: OffscreenCanvas;
  readonly context: OffscreenCanvasRenderingContext2D;
  /** Keys of the tiles that it shows as they are. */
  readonly fresh: Set<number>;
  /** Keys of the tiles that it shows, as they are or as they were. */
  readonly drawn: Set<number>;
  /** Keys of the tiles through which nothing shows. */
  readonly opaque: Set<number>;
}

/** The canvases of one level of the picture. Those not used for longest are given up first. */
export class ChunkCache {
  readonly #width: number;
  readonly #height: number;
  readonly #chunks = new Map<number, Chunk>();
  readonly #pixels = new ImageData(TILE, TILE);
  readonly #words = new Uint32Array(this.#pixels.data.buffer);

  /** @param width, height of the level in pixels; what lies beyond is not kept */
  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
  }

  /** Bytes of the canvases. */
  get bytes(): number {
    let bytes = 0;
    for (const { canvas } of this.#chunks.values()) bytes += canvas.width * canvas.height * 4;
    return bytes;
  }

  /** The chunk at a place in chunks, if there is one; it counts as used. */
  get(cx: number, cy: number): Chunk | undefined {
    const key = tileKey(cx, cy);
    const chunk = this.#chunks.get(key);
    if (chunk) {
      this.#chunks.delete(key);
      this.#chunks.set(key, chunk);
    }
    return chunk;
  }

  /**
   * Puts a tile's pixels on its chunk.
   * @param pixels straight-alpha RGBA8 of a whole tile; undefined for nothing
   * @param rows the rows to put; whether the rest is right is the caller's business
   */
  put(tx: number, ty: number, pixels: Uint8Array | undefined, rows?: TileRows): void {
    const chunk = this.#require(tx, ty);
    const [x, y] = [(tx & 3) * TILE, (ty & 3) * TILE];
    const [from, to] = [rows?.from ?? 0, rows?.to ?? TILE];
    const key = tileKey(tx, ty);
    if (pixels) {
      this.#pixels.data.set(pixels.subarray(from * TILE * 4, to * TILE * 4), from * TILE * 4);
      chunk.context.putImageData(this.#pixels, x, y, 0, from, TILE, to - from);
    } else chunk.context.clearRect(x, y + from, TILE, to - from);
    const opaque = pixels !== undefined && this.#isOpaque(tx, ty, from, to);
    if (!opaque) chunk.opaque.delete(key);
    else if (to - from === TILE) chunk.opaque.add(key);
    chunk.drawn.add(key);
    chunk.fresh.add(key);
  }

  /** Whether a tile is shown as it is. */
  isFresh(tx: number, ty: number): boolean {
    return this.#of(tx, ty)?.fresh.has(tileKey(tx, ty)) ?? false;
  }

  isDrawn(tx: number, ty: number): boolean {
    return this.#of(tx, ty)?.drawn.has(tileKey(tx, ty)) ?? false;
  }

  /** Whether nothing shows through a tile as it is drawn. */
  isOpaque(tx: number, ty: number): boolean {
    return this.#of(tx, ty)?.opaque.has(tileKey(tx, ty)) ?? false;
  }

  /** A tile's pixels have changed. */
  invalidate(tx: number, ty: number): void {
    this.#of(tx, ty)?.fresh.delete(tileKey(tx, ty));
  }

  /** Gives up what has not been used for longest. @param keep how many were needed for this frame */
  trim(keep: number): void {
    for (const [key, chunk] of this.#chunks) {
      if (this.#chunks.size <= Math.max(MAX_CHUNKS, keep)) return;
      free(chunk);
      this.#chunks.delete(key);
    }
  }

  /** Frees the canvases at once; some browsers keep them long after the last reference. */
  clear(): void {
    for (const chunk of this.#chunks.values()) free(chunk);
    this.#chunks.clear();
  }

  #of(tx: number, ty: number): Chunk | undefined {
    return this.#chunks.get(tileKey(tx >> 2, ty >> 2));
  }

  /** The chunk of a tile, made if it is not there. */
  #require(tx: number, ty: number): Chunk {
    const [cx, cy] = [tx >> 2, ty >> 2];
    const existing = this.get(cx, cy);
    if (existing) return existing;
    const width = Math.max(1, Math.min(CHUNK, this.#width - cx * CHUNK));
    const height = Math.max(1, Math.min(CHUNK, this.#height - cy * CHUNK));
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d')!;
    const keys = () => new Set<number>();
    const chunk = { canvas, context, fresh: keys(), drawn: keys(), opaque: keys() };
    this.#chunks.set(tileKey(cx, cy), chunk);
    return chunk;
  }

  /** Whether these rows of the tile at hand are opaque, as far as they lie in the level. */
  #isOpaque(tx: number, ty: number, from: number, to: number): boolean {
    const columns = Math.min(TILE, this.#width - tx * TILE);
    const bottom = Math.min(to, this.#height - ty * TILE);
    for (let y = from; y < bottom; y++)
      for (let i = y * TILE; i < y * TILE + columns; i++) if (this.#words[i]! < OPAQUE) return false;
    return true;
  }
}

/** The least number that RGBA8 with full alpha is when read as one little-endian word. */
const OPAQUE = 0xff000000;

function free(chunk: Chunk): void {
  chunk.canvas.width = chunk.canvas.height = 0;
}
