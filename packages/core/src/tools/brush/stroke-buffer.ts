import { TILE, TILE_PIXELS, tileKey, tileX, tileY, type Rect } from '../../raster/index.ts';
import type { BrushSettings } from './brush-settings.ts';
import type { CoveragePlane } from './coverage-plane.ts';
import { dabBounds, unite } from './dab-bounds.ts';
import { tabulateFalloff } from './dab-falloff.ts';
import type { Dab } from './dab.ts';
import { HALF_DIAGONAL } from './disc-coverage.ts';
import { stampDab } from './stamp-dab.ts';
import { stampPencil } from './stamp-pencil.ts';

/** What a call changed; all else is as it was. */
export interface StrokeDamage {
  /** Pixels of the document outside of which nothing changed; undefined if nothing did. */
  readonly rect: Rect | undefined;
  /** Keys of the tiles that changed. One without a tile in the buffer lost its last dab: restore it. */
  readonly keys: ReadonlySet<number>;
}

/** Rows of a tile before the tail was painted over them. */
interface Saved {
  readonly rows: Uint16Array;
  readonly start: number;
  readonly end: number;
}

/** Tile numbers that a key can hold, see `tileKey`. */
const LEAST_TILE = -32768;
const MOST_TILE = 32767;

/** Arrays kept for the next tail, 128 KiB each: as many as a brush of 1000 px touches at once. */
const MOST_SPARE = 36;

/**
 * The coverage of one stroke in sparse tiles, 16 bits a pixel. Opacity, colour and selection are not
 * in it: they are applied once, to the whole stroke, so that crossing itself makes it no darker.
 */
export class StrokeBuffer {
  readonly #tiles = new Map<number, CoveragePlane>();
  /** Of the tiles that the tail touches; undefined for those that it made. */
  readonly #saved = new Map<number, Saved | undefined>();
  readonly #spare: Uint16Array[] = [];
  readonly #hardness: number;
  readonly #antialias: boolean;
  readonly #falloff: Float32Array;
  #tailRect: Rect | undefined;
  #tailSave: Rect | undefined;

  constructor(tip: Pick<BrushSettings, 'hardness' | 'antialias'>) {
    this.#hardness = tip.hardness;
    this.#antialias = tip.antialias;
    this.#falloff = tabulateFalloff(tip.hardness);
  }

  /** Keys of the tiles that the stroke touches, its tail included. */
  keys(): IterableIterator<number> {
    return this.#tiles.keys();
  }

  /** Coverage of a tile, 256x256 values 0-65535, valid until the next call; not to be written to. */
  tile(key: number): Uint16Array | undefined {
    return this.#tiles.get(key)?.data;
  }

  /** Paints dabs that stay. Takes back the tail, if there is one. */
  paint(dabs: readonly Dab[]): StrokeDamage {
    return this.update(dabs, []);
  }

  /**
   * Takes back the tail that was painted last, paints dabs that stay, and a new tail on top of them.
   * The tail leaves no trace: afterwards all is as if it had never been painted.
   */
  update(dabs: readonly Dab[], tail: readonly Dab[]): StrokeDamage {
    const keys = new Set(this.#saved.keys());
    let rect = this.#tailRect;
    this.#takeBackTail();
    for (const dab of dabs) rect = unite(rect, this.#stamp(dab, keys));
    for (const dab of tail) this.#tailSave = unite(this.#tailSave, dabBounds(dab, this.#antialias));
    for (const dab of tail) this.#tailRect = unite(this.#tailRect, this.#stamp(dab, keys));
    this.#tailSave = undefined;
    return { rect: unite(rect, this.#tailRect), keys };
  }

  /** @returns the pixels that it may have changed */
  #stamp(dab: Dab, keys: Set<number>): Rect | undefined {
    const bounds = dabBounds(dab, this.#antialias);
    if (!bounds || !Number.isFinite(dab.x + dab.y + dab.size)) return undefined;
    const [left, right] = tilesOf(bounds.x, bounds.width);
    const [top, bottom] = tilesOf(bounds.y, bounds.height);
    let touched: Rect | undefined;
    for (let ty = top; ty <= bottom; ty++)
      for (let tx = left; tx <= right; tx++) {
        if (this.#antialias && !meetsTile(dab, tx, ty)) continue;
        touched = bounds;
        const key = tileKey(tx, ty);
        keys.add(key);
        const plane = this.#open(key);
        if (this.#antialias) stampDab(plane, dab, this.#hardness, this.#falloff);
        else stampPencil(plane, dab);
      }
    return touched;
  }

  /** The tile to paint on; while a tail is painted, its rows are saved first. */
  #open(key: number): CoveragePlane {
    let plane = this.#tiles.get(key);
    if (this.#tailSave && !this.#saved.has(key))
      this.#saved.set(key, plane && this.#save(plane, this.#tailSave));
    if (!plane) {
      const data = this.#spare.pop()?.fill(0) ?? new Uint16Array(TILE_PIXELS);
      plane = { data, x: tileX(key) * TILE, y: tileY(key) * TILE, width: TILE, height: TILE };
      this.#tiles.set(key, plane);
    }
    return plane;
  }

  #save(plane: CoveragePlane, rect: Rect): Saved {
    const start = Math.max(0, rect.y - plane.y) * TILE;
    const end = Math.min(TILE, rect.y + rect.height - plane.y) * TILE;
    const rows = this.#spare.pop() ?? new Uint16Array(TILE_PIXELS);
    rows.set(plane.data.subarray(start, end));
    return { rows, start, end };
  }

  #takeBackTail(): void {
    for (const [key, saved] of this.#saved) {
      const { data } = this.#tiles.get(key)!;
      if (saved) data.set(saved.rows.subarray(0, saved.end - saved.start), saved.start);
      else this.#tiles.delete(key);
      if (this.#spare.length < MOST_SPARE) this.#spare.push(saved ? saved.rows : data);
    }
    this.#saved.clear();
    this.#tailRect = undefined;
  }
}

/** First and last tile that pixels lie in, of those that have a key. */
function tilesOf(start: number, length: number): [number, number] {
  const [first, last] = [Math.floor(start / TILE), Math.floor((start + length - 1) / TILE)];
  return [Math.max(LEAST_TILE, first), Math.min(MOST_TILE, last)];
}

/** Whether a round dab reaches into a tile: of its square, the corners may lie in tiles that it misses. */
function meetsTile(dab: Dab, tx: number, ty: number): boolean {
  const dx = dab.x - Math.min((tx + 1) * TILE, Math.max(tx * TILE, dab.x));
  const dy = dab.y - Math.min((ty + 1) * TILE, Math.max(ty * TILE, dab.y));
  return Math.hypot(dx, dy) <= dab.size / 2 + HALF_DIAGONAL;
}
