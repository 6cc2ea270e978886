import {
  halveTileInto,
  TILE,
  TILE_PIXELS,
  TileCompositor,
  tileKey,
  tileX,
  tileY,
  type TileRows,
  type TileStore,
} from '../raster/index.ts';
import { compositeNodes, type LayerCompositeNode } from './composite-nodes.ts';
import type { DirtyTiles } from './dirty-tiles.ts';
import type { KomaDocument } from './document.ts';
import { DocumentTiles, type LiveTiles } from './document-tiles.ts';
import { canvasKeys } from './operation.ts';

/**
 * The composite of a document at full size and halved again and again, kept up to date tile by tile.
 * Level 0 is computed whenever it is asked for and not kept; each further level is a quarter of the one
 * before and is kept as bytes, so that a page seen from afar costs what its screen pixels do. Halving
 * the composite, not the layers, shows what an export at that size would. The coarsest level is one tile.
 */
export class Projection {
  readonly #compositor: TileCompositor;
  readonly #tiles: DocumentTiles;
  #document: KomaDocument | undefined;
  #nodes: readonly LayerCompositeNode[] = [];
  /** Tiles of level 0 whose change has not reached level 1. */
  readonly #stale = new Set<number>();
  /** The rows of those that changed, where that is not all of them. */
  readonly #rows = new Map<number, TileRows>();
  /** Levels 1 and up: bytes by key. */
  #levels: Map<number, Uint8Array>[] = [];
  readonly #out = new Uint8Array(new ArrayBuffer(TILE_PIXELS * 4));
  readonly #halved = new Uint8Array(TILE_PIXELS * 4);
  #bytes = 0;

  constructor(store: TileStore, compositor = new TileCompositor()) {
    this.#compositor = compositor;
    this.#tiles = new DocumentTiles(store);
  }

  get document(): KomaDocument | undefined {
    return this.#document;
  }
  /** The coarsest level there is. */
  get topLevel(): number {
    return this.#levels.length;
  }
  /** Bytes of the kept levels. */
  get bytes(): number {
    return this.#bytes;
  }
  /** Whether the kept levels show the document as it is. */
  get isFresh(): boolean {
    return this.#stale.size === 0;
  }
  isStale(key: number): boolean {
    return this.#stale.has(key);
  }

  /** Shows another state of the document. @param dirty where it may differ from the last */
  update(document: KomaDocument | undefined, dirty: DirtyTiles): void {
    const before = this.#document;
    this.#document = document;
    this.#nodes = document ? compositeNodes(document.layers) : [];
    if (!document) return this.#reset(0);
    if (dirty === 'all' || !before || before.width !== document.width || before.height !== document.height) {
      const longest = Math.max(document.width, document.height);
      this.#reset(Math.max(0, Math.ceil(Math.log2(longest / TILE))));
      for (const key of canvasKeys(document)) this.#stale.add(key);
      return;
    }
    this.touch(dirty);
  }

  /** Marks tiles whose pixels have changed. */
  touch(keys: Iterable<number>): void {
    for (const key of keys) {
      if (!this.#isOnCanvas(key)) continue;
      this.#stale.add(key);
      this.#rows.delete(key);
    }
  }

  /** Marks rows of tiles, whose pixels have changed there and nowhere else. */
  touchRows(changed: ReadonlyMap<number, TileRows>): void {
    for (const [key, rows] of changed) {
      if (!this.#isOnCanvas(key)) continue;
      const before = this.#rows.get(key);
      if (before) this.#rows.set(key, uniteRows(before, rows));
      else if (!this.#stale.has(key)) this.#rows.set(key, rows);
      this.#stale.add(key);
    }
  }

  /** Puts tiles in the place of the document's while somebody paints. */
  set live(live: LiveTiles | undefined) {
    this.#tiles.live = live;
  }

  /**
   * Composites a tile of level 0.
   * @param rows only these are computed; the rest of the bytes is undefined
   * @returns RGBA8, valid until the next call; undefined where nothing is
   */
  composite(key: number, rows?: TileRows): Uint8Array | undefined {
    const any = this.#compositor.composite(this.#nodes, tileX(key), tileY(key), this.#tiles, this.#out, rows);
    return any ? this.#out : undefined;
  }

  /**
   * Brings the kept levels up to date in some places.
   * @param keys tiles of level 0 @param until stops when this returns true; called after each tile
   * @returns tiles that were changed, by level from 1 up
   */
  refresh(keys: Iterable<number>, until: () => boolean = () => false): readonly ReadonlySet<number>[] {
    const changed = this.#levels.map(() => new Set<number>());
    for (const key of keys) {
      const rows = this.#rows.get(key);
      this.#rows.delete(key);
      if (!this.#stale.delete(key)) continue;
      if (changed.length > 0) {
        const pairs = rows && { from: rows.from & ~1, to: (rows.to + 1) & ~1 };
        const source = this.composite(key, pairs);
        if (source) this.#clearBeyondCanvas(source, key);
        this.#halve(source, 1, tileX(key), tileY(key), pairs);
        changed[0]!.add(tileKey(tileX(key) >> 1, tileY(key) >> 1));
      }
      if (until()) break;
    }
    for (let level = 2; level <= changed.length; level++)
      for (const key of changed[level - 2]!) {
        const [tx, ty] = [tileX(key), tileY(key)];
        this.#halve(this.#levels[level - 2]!.get(key), level, tx, ty);
        changed[level - 1]!.add(tileKey(tx >> 1, ty >> 1));
      }
    return changed;
  }

  /** Every tile that is out of date. */
  get stale(): ReadonlySet<number> {
    return this.#stale;
  }

  /** A kept tile of a level from 1 up; undefined where nothing is. Not to be written to. */
  tile(level: number, key: number): Uint8Array | undefined {
    return this.#levels[level - 1]?.get(key);
  }

  dispose(): void {
    this.#document = undefined;
    this.#nodes = [];
    this.#tiles.live = undefined;
    this.#reset(0);
  }

  #reset(levels: number): void {
    this.#levels = Array.from({ length: levels }, () => new Map());
    this.#stale.clear();
    this.#rows.clear();
    this.#bytes = 0;
  }

  #isOnCanvas(key: number): boolean {
    if (!this.#document) return false;
    const [x, y] = [tileX(key) * TILE, tileY(key) * TILE];
    return x >= 0 && y >= 0 && x < this.#document.width && y < this.#document.height;
  }

  /** What lies off the canvas must not bleed into its edge when it is halved. */
  #clearBeyondCanvas(pixels: Uint8Array, key: number): void {
    const { width, height } = this.#document!;
    const columns = Math.min(TILE, width - tileX(key) * TILE);
    const rows = Math.min(TILE, height - tileY(key) * TILE);
    if (columns < TILE)
      for (let y = 0; y < rows; y++) pixels.fill(0, (y * TILE + columns) * 4, (y + 1) * TILE * 4);
    pixels.fill(0, rows * TILE * 4);
  }

  /**
   * Writes a tile of the level below into its quarter of the tile of this level.
   * @param rows pairs of rows of the tile below; the others are left as they are
   */
  #halve(source: Uint8Array | undefined, level: number, tx: number, ty: number, rows = ALL_ROWS): void {
    const tiles = this.#levels[level - 1]!;
    const key = tileKey(tx >> 1, ty >> 1);
    let target = tiles.get(key);
    if (!target) {
      if (!source) return;
      target = new Uint8Array(TILE_PIXELS * 4);
      this.#bytes += target.length;
      tiles.set(key, target);
    }
    const quarter = (((ty & 1) << 1) | (tx & 1)) as 0 | 1 | 2 | 3;
    if (rows.to - rows.from === TILE) return halveTileInto(source ?? EMPTY, target, quarter);
    halveTileInto(source ?? EMPTY, this.#halved, quarter);
    const corner = (ty & 1) * HALF * TILE + (tx & 1) * HALF;
    for (let y = rows.from >> 1; y < rows.to >> 1; y++) {
      const at = (corner + y * TILE) * 4;
      target.set(this.#halved.subarray(at, at + HALF * 4), at);
    }
  }
}

const HALF = TILE / 2;
const ALL_ROWS: TileRows = { from: 0, to: TILE };
const EMPTY = new Uint8Array(TILE_PIXELS * 4);

function uniteRows(a: TileRows, b: TileRows): TileRows {
  return { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) };
}
