import { TILE_PIXELS, tileKey, type TileReader, type TileStore } from '../raster/index.ts';
import type { LayerCompositeNode } from './composite-nodes.ts';

/** Tiles that stand in for those of the document while a stroke is being drawn. */
export interface LiveTiles {
  readonly layerId: string;
  readonly plane: 'pixels' | 'mask';
  /** RGBA8 or coverage of whole tiles, by key. */
  readonly tiles: ReadonlyMap<number, Uint8Array>;
}

/** Hands the tiles of a document to the compositor. */
export class DocumentTiles implements TileReader {
  readonly #store: TileStore;
  readonly #pixels = new Uint8Array(TILE_PIXELS * 4);
  readonly #coverage = new Uint8Array(TILE_PIXELS);
  /** What is being painted at the moment. */
  live: LiveTiles | undefined;

  constructor(store: TileStore) {
    this.#store = store;
  }

  pixels(node: LayerCompositeNode, tx: number, ty: number): Uint8Array | undefined {
    const key = tileKey(tx, ty);
    if (this.live?.layerId === node.id && this.live.plane === 'pixels') {
      const live = this.live.tiles.get(key);
      if (live) return live;
    }
    const tile = node.layer.kind === 'raster' ? node.layer.tiles.get(key) : undefined;
    return tile && this.#store.pixels(tile, this.#pixels);
  }

  mask(node: LayerCompositeNode, tx: number, ty: number): Uint8Array | number {
    const key = tileKey(tx, ty);
    if (this.live?.layerId === node.id && this.live.plane === 'mask') {
      const live = this.live.tiles.get(key);
      if (live) return live;
    }
    const { mask } = node.layer;
    const tile = mask?.tiles.get(key);
    return tile ? this.#store.coverage(tile, this.#coverage) : (mask?.outside ?? 255);
  }
}
