import { TILE, TILE_PIXELS, type TileCompositor, type TileStore } from '../../raster/index.ts';
import type { StraightColour } from '../../tools/index.ts';
import { compositeNodes } from '../composite-nodes.ts';
import type { KomaDocument, LayerNode } from '../document.ts';
import { DocumentTiles } from '../document-tiles.ts';

/**
 * The colour of a pixel of the composite of some layers.
 * @param x, y whole pixels of the document
 * @returns undefined off the canvas
 */
export function sampleColour(
  store: TileStore,
  document: KomaDocument,
  layers: readonly LayerNode[],
  compositor: TileCompositor,
  x: number,
  y: number,
): StraightColour | undefined {
  if (!(x >= 0 && y >= 0 && x < document.width && y < document.height)) return undefined;
  const [tx, ty] = [Math.floor(x / TILE), Math.floor(y / TILE)];
  const row = y - ty * TILE;
  const out = new Uint8Array(TILE_PIXELS * 4);
  const rows = { from: row, to: row + 1 };
  compositor.composite(compositeNodes(layers), tx, ty, new DocumentTiles(store), out, rows);
  const i = (row * TILE + x - tx * TILE) * 4;
  return { red: out[i]!, green: out[i + 1]!, blue: out[i + 2]!, alpha: out[i + 3]! };
}
