import {
  TILE_PIXELS,
  tileX,
  tileY,
  type Tile,
  type TileCompositor,
  type TileStore,
} from '../../raster/index.ts';
import { compositeNodes } from '../composite-nodes.ts';
import { DocumentTiles } from '../document-tiles.ts';
import type { LayerNode } from '../document.ts';
import { walkLayers } from '../layer-tree.ts';
import { makeTiles } from './make-tiles.ts';

/** The composite of layers as tiles owned by the caller, off the canvas too. */
export function compositeTiles(
  store: TileStore,
  layers: readonly LayerNode[],
  compositor: TileCompositor,
): Map<number, Tile> {
  const nodes = compositeNodes(layers);
  const reader = new DocumentTiles(store);
  const out = new Uint8Array(TILE_PIXELS * 4);
  const keys = new Set<number>();
  for (const layer of walkLayers(layers))
    if (layer.kind === 'raster') for (const key of layer.tiles.keys()) keys.add(key);
  return makeTiles<Tile>(store, (tiles) => {
    for (const key of keys) {
      if (!compositor.composite(nodes, tileX(key), tileY(key), reader, out)) continue;
      const tile = store.fromPixels(out);
      if (tile) tiles.set(key, tile);
    }
  });
}
