import { TILE_PIXELS, TileCompositor, tileKey, tileX, tileY, type TileReader } from '../raster/index.ts';
import { compositeNodes, type LayerCompositeNode } from './composite-nodes.ts';
import { dirtyKeys, type DirtyTiles } from './dirty-tiles.ts';
import { DocumentTiles } from './document-tiles.ts';
import type { KnownTiles } from './documents.test-helper.ts';
import type { Editing } from './editing.ts';
import { canvasKeys } from './operation.ts';

/** Bytes of a row of a tile. */
const ROW = 1024;
const compositor = new TileCompositor();
/** A few rows, which show any change of the tiles in {@link PIXELS}. */
const ROWS = { from: 101, to: 105 };

/** Composites of the tiles of the canvas, of which only those are made anew that are said to be dirty.
 * Tests only. */
export class KeptComposites {
  readonly #known: KnownTiles;
  readonly #tiles: DocumentTiles;
  readonly #strips = new Map<number, Uint8Array>();
  readonly #whole = new Map<number, Uint8Array>();
  /** Tiles of `#whole` that were dirty since they were made. */
  readonly #stale = new Set<number>();

  readonly #out = new Uint8Array(TILE_PIXELS * 4);

  constructor(known: KnownTiles) {
    this.#known = known;
    this.#tiles = new DocumentTiles(known.store);
  }

  update({ document }: Editing<unknown>, dirty: DirtyTiles): void {
    if (!document || dirty === 'all') {
      this.#strips.clear();
      this.#whole.clear();
    }
    if (!document) return;
    for (const key of dirtyKeys(document, dirty)) {
      this.#strips.delete(key);
      this.#stale.add(key);
    }
  }

  /** Compares a few rows of every tile with those made from scratch. */
  checkStrips({ document }: Editing<unknown>): void {
    if (!document) return;
    const nodes = compositeNodes(document.layers);
    for (const key of canvasKeys(document)) {
      compositor.composite(nodes, tileX(key), tileY(key), this.#madeOf, this.#out, ROWS);
      const strip = this.#out.slice(ROWS.from * ROW, ROWS.to * ROW);
      const kept = this.#strips.get(key);
      if (kept) expectSame(kept, strip, `rows of tile ${tileX(key)}, ${tileY(key)}`);
      else this.#strips.set(key, strip);
    }
  }

  /** Compares whole tiles, read from the store. */
  checkWhole({ document }: Editing<unknown>): void {
    if (!document) return;
    const nodes = compositeNodes(document.layers);
    for (const key of canvasKeys(document)) {
      const out = new Uint8Array(TILE_PIXELS * 4);
      compositor.composite(nodes, tileX(key), tileY(key), this.#tiles, out);
      const kept = this.#stale.has(key) ? undefined : this.#whole.get(key);
      if (kept) expectSame(kept, out, `tile ${tileX(key)}, ${tileY(key)}`);
      this.#whole.set(key, out);
    }
    this.#stale.clear();
  }

  /** What tiles were made of, without asking the store. */
  readonly #madeOf: TileReader = {
    pixels: ({ layer }: LayerCompositeNode, tx, ty) => {
      const tile = layer.kind === 'raster' ? layer.tiles.get(tileKey(tx, ty)) : undefined;
      return tile && this.#known.bytesOf(tile);
    },
    mask: ({ layer: { mask } }: LayerCompositeNode, tx, ty) => {
      const tile = mask!.tiles.get(tileKey(tx, ty));
      return tile ? this.#known.bytesOf(tile) : mask!.outside;
    },
  };
}

function expectSame(kept: Uint8Array, made: Uint8Array, what: string): void {
  if (Buffer.compare(kept, made) !== 0) throw new Error(`${what} changed and was not said to be dirty`);
}
