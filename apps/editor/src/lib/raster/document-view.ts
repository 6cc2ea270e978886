import {
  dirtyKeys,
  Projection,
  type DirtyTiles,
  type KomaDocument,
  type LiveTiles,
} from '@koma/core/document';
import { TILE, tileKey, tileX, tileY, type Rect, type TileRows, type TileStore } from '@koma/core/raster';
import { CHUNK_TILES, ChunkCache, MAX_CHUNKS } from './chunk-cache.ts';
import { clipToTiles, coarserBy, drawChunks, placeLevel, type Placement } from './draw-chunks.ts';
import { nearestFirst, rangeOf, tileRange, type TilePlace, type TileRange } from './tile-range.ts';

type Context = OffscreenCanvasRenderingContext2D;

/** From this magnification on, pixels are squares, as artists expect when they look for single ones. */
const PIXELATED_SCALE = 3;

/** Tiles around the screen that are made ready while the picture is being moved. */
const RING = 1;

/**
 * Draws a document at any magnification from canvases that it keeps. Tiles on the screen that changed are
 * composited before they are drawn. Those that come onto the screen are shown coarsely at first and
 * composited between frames ({@link catchUp}), so that moving the picture costs no more than drawing it.
 */
export class DocumentView {
  readonly #projection: Projection;
  readonly #levels = new Map<number, ChunkCache>();
  /** Rows of level 0 tiles that differ from what their chunk shows, where not all do. */
  readonly #rows = new Map<number, TileRows>();
  /** What was drawn last. */
  #seen: { readonly level: number; readonly range: TileRange } | undefined;

  constructor(store: TileStore) {
    this.#projection = new Projection(store);
  }

  get projection(): Projection {
    return this.#projection;
  }

  /** Bytes of the canvases. */
  get canvasBytes(): number {
    let bytes = 0;
    for (const cache of this.#levels.values()) bytes += cache.bytes;
    return bytes;
  }

  /** Shows another state of the document. */
  update(document: KomaDocument | undefined, dirty: DirtyTiles): void {
    this.#projection.update(document, dirty);
    if (!document || dirty === 'all') return this.#forget();
    for (const key of dirtyKeys(document, dirty)) {
      this.#levels.get(0)?.invalidate(tileX(key), tileY(key));
      this.#rows.delete(key);
    }
  }

  /** Shows tiles of a stroke in progress; `rows` of each that have changed since the last call. */
  paint(live: LiveTiles | undefined, rows: ReadonlyMap<number, TileRows>): void {
    this.#projection.live = live;
    this.#projection.touchRows(rows);
    const cache = this.#levels.get(0);
    for (const [key, changed] of rows) {
      const before = this.#rows.get(key);
      const wasFresh = cache?.isFresh(tileX(key), tileY(key));
      cache?.invalidate(tileX(key), tileY(key));
      if (before)
        this.#rows.set(key, {
          from: Math.min(before.from, changed.from),
          to: Math.max(before.to, changed.to),
        });
      else if (wasFresh) this.#rows.set(key, changed);
    }
  }

  /**
   * Draws the document into a rectangle of a context.
   * @param page where the whole document goes, in the context's pixels
   * @param visible the part of the context that is on the screen
   * @param isOver tells that the time for this frame is over; asked after every tile
   * @param backdrop draws what shows through; called unless nothing does
   * @returns whether everything on the screen is as it should be; if not, {@link catchUp} and draw again
   */
  draw(context: Context, page: Rect, visible: Rect, isOver: () => boolean, backdrop: () => void): boolean {
    const document = this.#projection.document;
    if (!document) {
      backdrop();
      return true;
    }
    const placement = placeLevel(document, page, this.#projection.topLevel);
    const { level, scaleX, scaleY } = placement;
    const range = tileRange(document, level, {
      left: (visible.x - page.x) / scaleX,
      top: (visible.y - page.y) / scaleY,
      right: (visible.x + visible.width - page.x) / scaleX,
      bottom: (visible.y + visible.height - page.y) / scaleY,
    });
    this.#seen = { level, range };
    const tiles = nearestFirst(range);
    const cache = this.#level(level);
    const complete = this.#bringUpToDate(level, tiles, isOver, false);
    if (!tiles.every(([tx, ty]) => cache.isOpaque(tx, ty))) backdrop();
    context.imageSmoothingEnabled = page.width / document.width < PIXELATED_SCALE;
    context.imageSmoothingQuality = level === this.#projection.topLevel ? 'high' : 'low';
    const missing = complete ? [] : tiles.filter(([tx, ty]) => !cache.isDrawn(tx, ty));
    if (missing.length > 0) this.#drawCoarsely(context, placement, missing);
    cache.trim(drawChunks(context, cache, placement, range));
    return complete;
  }

  /** Makes ready what is missing on the screen, and then around it. @returns whether all of that is done */
  catchUp(isOver: () => boolean): boolean {
    const document = this.#projection.document;
    if (!document || !this.#seen) return true;
    const { level, range } = this.#seen;
    const around = tileRange(document, level, {
      left: (range.left - RING) * TILE,
      top: (range.top - RING) * TILE,
      right: (range.right + RING) * TILE,
      bottom: (range.bottom + RING) * TILE,
    });
    return (
      this.#bringUpToDate(level, nearestFirst(range), isOver, true) &&
      this.#bringUpToDate(level, nearestFirst(around), isOver, true)
    );
  }

  /** Works ahead on what is not on the screen. @returns whether all is done */
  workAhead(isOver: () => boolean): boolean {
    const document = this.#projection.document;
    if (!document) return true;
    if (!this.catchUp(isOver)) return false;
    this.#refreshKeys([...this.#projection.stale], isOver);
    if (!this.#projection.isFresh) return false;
    // From afar to near: what is needed first when somebody zooms in.
    for (let level = this.#projection.topLevel; level >= 0; level--) {
      const [width, height] = [document.width / 2 ** level, document.height / 2 ** level];
      const side = TILE * CHUNK_TILES;
      if (Math.ceil(width / side) * Math.ceil(height / side) > MAX_CHUNKS) break;
      const whole = tileRange(document, level, { left: 0, top: 0, right: width, bottom: height });
      if (!this.#bringUpToDate(level, nearestFirst(whole), isOver, true)) return false;
    }
    return true;
  }

  dispose(): void {
    this.#projection.dispose();
    this.#forget();
  }

  #forget(): void {
    for (const level of this.#levels.values()) level.clear();
    this.#levels.clear();
    this.#rows.clear();
    this.#seen = undefined;
  }

  #level(level: number): ChunkCache {
    let cache = this.#levels.get(level);
    if (!cache) {
      const { width, height } = this.#projection.document!;
      cache = new ChunkCache(Math.ceil(width / 2 ** level), Math.ceil(height / 2 ** level));
      this.#levels.set(level, cache);
    }
    return cache;
  }

  /**
   * Composites tiles that are out of date and puts them on canvases.
   * @param all false leaves out those that were never drawn and can be shown coarsely
   * @returns whether all of the tiles are up to date
   */
  #bringUpToDate(level: number, tiles: readonly TilePlace[], isOver: () => boolean, all: boolean): boolean {
    const cache = this.#level(level);
    let complete = true;
    for (const [tx, ty] of tiles) {
      const stale = level === 0 ? [] : this.#staleUnder(level, tx, ty);
      if (stale.length === 0 && cache.isFresh(tx, ty)) continue;
      const wait = !all && !cache.isDrawn(tx, ty) && this.#canBeShownCoarsely(level, tx, ty);
      if (wait || isOver()) {
        complete = false;
        if (wait) continue;
        break;
      }
      if (level === 0) this.#compositeTile(cache, tx, ty);
      else {
        this.#refreshKeys(stale, isOver);
        if (!cache.isFresh(tx, ty)) cache.put(tx, ty, this.#projection.tile(level, tileKey(tx, ty)));
        if (stale.some((key) => this.#projection.isStale(key))) return false;
      }
    }
    return complete;
  }

  #compositeTile(cache: ChunkCache, tx: number, ty: number): void {
    const key = tileKey(tx, ty);
    // A canvas that was given up in between has none of the other rows.
    const rows = cache.isDrawn(tx, ty) ? this.#rows.get(key) : undefined;
    this.#rows.delete(key);
    cache.put(tx, ty, this.#projection.composite(key, rows), rows);
  }

  /** Tiles of level 0 whose change a tile of a level above does not show yet. */
  #staleUnder(level: number, tx: number, ty: number): number[] {
    const side = 1 << level;
    const stale: number[] = [];
    for (let y = ty * side; y < (ty + 1) * side; y++)
      for (let x = tx * side; x < (tx + 1) * side; x++)
        if (this.#projection.isStale(tileKey(x, y))) stale.push(tileKey(x, y));
    return stale;
  }

  #canBeShownCoarsely(level: number, tx: number, ty: number): boolean {
    return level < this.#projection.topLevel && this.#staleUnder(level, tx, ty).length === 0;
  }

  #refreshKeys(keys: readonly number[], isOver: () => boolean): void {
    for (const [index, changed] of this.#projection.refresh(keys, isOver).entries())
      for (const key of changed) this.#levels.get(index + 1)?.invalidate(tileX(key), tileY(key));
  }

  /** Shows the next coarser level that has them all in the place of tiles that were never drawn. */
  #drawCoarsely(context: Context, placement: Placement, missing: readonly TilePlace[]): void {
    const [{ topLevel }, { level }] = [this.#projection, placement];
    if (level >= topLevel) return;
    let coarser = level + 1;
    const hasAll = (): boolean =>
      missing.every(([tx, ty]) =>
        this.#levels.get(coarser)?.isDrawn(tx >> (coarser - level), ty >> (coarser - level)),
      );
    while (coarser < topLevel && !hasAll()) coarser++;
    const cache = this.#level(coarser);
    if (coarser === topLevel && !cache.isFresh(0, 0))
      cache.put(0, 0, this.#projection.tile(topLevel, tileKey(0, 0)));
    context.save();
    clipToTiles(context, placement, missing);
    drawChunks(context, cache, coarserBy(placement, coarser - level), rangeOf(missing, coarser - level));
    context.restore();
  }
}
