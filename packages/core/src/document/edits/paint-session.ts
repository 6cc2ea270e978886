import {
  TILE,
  TILE_PIXELS,
  tileX,
  tileY,
  type Rect,
  type Tile,
  type TileRows,
  type TileStore,
} from '../../raster/index.ts';
import {
  applyStroke,
  applyStrokeToMask,
  BrushStroke,
  type BrushSettings,
  type StrokeDamage,
  type StrokePaint,
  type StrokeSample,
} from '../../tools/index.ts';
import type { ColourMode, KomaDocument, LayerNode } from '../document.ts';
import type { LiveTiles } from '../document-tiles.ts';
import type { Transaction } from '../transaction.ts';
import { assertPaintable, requireRaster } from './assert-editable.ts';
import { constrainPixels } from './constrain-pixels.ts';
import { forgetMaskSource, forgetSource } from './edit-pixels.ts';
import { luma } from './luma.ts';
import { makeTiles } from './make-tiles.ts';
import { sameBytes } from './same-bytes.ts';
import { meetsCanvas, SelectionReader } from './selection-reader.ts';

/** What a stroke does, and to what. */
export interface PaintOptions {
  readonly layerId: string;
  readonly plane: 'pixels' | 'mask';
  readonly mode: 'paint' | 'erase';
  readonly brush: BrushSettings;
  /** sRGB, 0-255. On a mask its luma is painted: white shows, black hides. */
  readonly colour: readonly [number, number, number];
  /** Pixels of the screen per pixel of the document, for the stabiliser. */
  readonly zoom?: number;
}

interface LiveTile {
  /** As it was before the stroke. */
  readonly before: Uint8Array;
  readonly now: Uint8Array;
}

/**
 * A stroke being drawn: the tiles that it touches are copied once, and painted again from what they were
 * wherever the stroke changes. Nothing of it is in the document before it is committed.
 */
export class PaintSession {
  readonly #store: TileStore;
  readonly #canvas: Pick<KomaDocument, 'width' | 'height'>;
  readonly #layer: LayerNode;
  readonly #mode: ColourMode;
  readonly #options: PaintOptions;
  readonly #stroke: BrushStroke;
  readonly #selection: SelectionReader;
  readonly #paint: StrokePaint;
  readonly #tiles = new Map<number, LiveTile>();
  readonly #live = new Map<number, Uint8Array>();
  readonly #scratch = new Uint8Array(TILE_PIXELS * 4);

  /** @throws KomaError where the layer cannot be painted on */
  constructor(store: TileStore, document: KomaDocument | undefined, options: PaintOptions) {
    this.#layer = assertPaintable(document, options.layerId, options.plane);
    this.#store = store;
    this.#canvas = document!;
    this.#options = options;
    this.#stroke = new BrushStroke(options.brush, options.zoom);
    this.#selection = new SelectionReader(store, document!);
    this.#mode = this.#layer.kind === 'raster' ? this.#layer.colourMode : 'colour';
    const ink = new Uint8Array([...options.colour, 255]);
    constrainPixels(ink, this.#mode);
    this.#paint = {
      mode: options.mode,
      r: ink[0]!,
      g: ink[1]!,
      b: ink[2]!,
      opacity: options.brush.opacity,
      mono: this.#mode === 'mono',
      alphaLock: this.#layer.alphaLocked,
    };
  }

  /** The tiles to show in the place of the document's. */
  get live(): LiveTiles {
    const { layerId, plane } = this.#options;
    return { layerId, plane, tiles: this.#live };
  }

  /** The pen moved. @returns rows of tiles that look different now */
  add(samples: readonly StrokeSample[]): ReadonlyMap<number, TileRows> {
    return this.#show(this.#stroke.add(samples));
  }

  /** The pen was lifted. */
  end(): ReadonlyMap<number, TileRows> {
    return this.#show(this.#stroke.end());
  }

  /** Puts the stroke into the document; once, and after `end`. @returns false where it touched nothing */
  commit(transaction: Transaction): boolean {
    const { layerId, plane } = this.#options;
    const tiles = makeTiles<Tile | undefined>(this.#store, (made) => {
      for (const [key, { before, now }] of this.#tiles)
        if (!sameBytes(before, now)) made.set(key, this.#toTile(now));
    });
    if (tiles.size === 0) return false;
    transaction.setTiles(layerId, plane, tiles);
    if (plane === 'mask') forgetMaskSource(transaction, layerId);
    else forgetSource(transaction, requireRaster(transaction.document, layerId));
    return true;
  }

  #show(damage: StrokeDamage): ReadonlyMap<number, TileRows> {
    const changed = new Map<number, TileRows>();
    if (!damage.rect) return changed;
    for (const key of damage.keys) {
      // Nobody sees what is drawn beyond the canvas, and a wild stroke could fill the memory with it.
      const rect = meetsCanvas(this.#canvas, key) ? clip(damage.rect, key) : undefined;
      if (!rect) continue;
      const coverage = this.#selection.coverage(key);
      if (coverage === 0) continue;
      this.#apply(key, rect, coverage);
      changed.set(key, { from: rect.y, to: rect.y + rect.height });
    }
    return changed;
  }

  #apply(key: number, rect: Rect, selection: Uint8Array | number): void {
    const tile = this.#open(key);
    const coverage = this.#stroke.coverage.tile(key) ?? NO_COVERAGE;
    if (this.#options.plane === 'pixels')
      return applyStroke(tile.before, tile.now, coverage, this.#paint, selection, rect);
    const value = this.#options.mode === 'erase' ? 0 : luma(...this.#options.colour);
    applyStrokeToMask(tile.before, tile.now, coverage, value, this.#paint, selection, rect);
  }

  #toTile(now: Uint8Array): Tile | undefined {
    if (this.#options.plane === 'mask') return this.#store.fromCoverage(now, this.#layer.mask!.outside);
    // Erasing keeps colours, which black and white layers have no use for.
    if (this.#mode === 'mono') constrainPixels(now, 'mono');
    return this.#store.fromPixels(now);
  }

  #open(key: number): LiveTile {
    let live = this.#tiles.get(key);
    if (!live) {
      const before = this.#options.plane === 'mask' ? this.#readMask(key) : this.#readPixels(key);
      live = { before, now: before.slice() };
      this.#tiles.set(key, live);
      this.#live.set(key, live.now);
    }
    return live;
  }

  #readPixels(key: number): Uint8Array {
    const tile = this.#layer.kind === 'raster' ? this.#layer.tiles.get(key) : undefined;
    return tile ? this.#store.pixels(tile, this.#scratch).slice() : new Uint8Array(TILE_PIXELS * 4);
  }

  #readMask(key: number): Uint8Array {
    const tile = this.#layer.mask?.tiles.get(key);
    const coverage = tile ? this.#store.coverage(tile, this.#scratch) : (this.#layer.mask?.outside ?? 255);
    return typeof coverage === 'number'
      ? new Uint8Array(TILE_PIXELS).fill(coverage)
      : coverage.slice(0, TILE_PIXELS);
  }
}

const NO_COVERAGE = new Uint16Array(TILE_PIXELS);

/** The part of a rectangle that lies in a tile, in pixels of the tile. */
function clip(rect: Rect, key: number): Rect | undefined {
  const [x0, y0] = [tileX(key) * TILE, tileY(key) * TILE];
  const x = Math.max(0, rect.x - x0);
  const y = Math.max(0, rect.y - y0);
  const width = Math.min(TILE, rect.x + rect.width - x0) - x;
  const height = Math.min(TILE, rect.y + rect.height - y0) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : undefined;
}
