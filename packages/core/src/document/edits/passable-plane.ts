import { TILE, TILE_PIXELS, tileX, tileY, type TileCompositor, type TileStore } from '../../raster/index.ts';
import { finish, type Steps } from '../../steps/index.ts';
import { similarPixels, type BinaryPlane, type StraightColour } from '../../tools/index.ts';
import { compositeNodes } from '../composite-nodes.ts';
import type { KomaDocument, LayerNode } from '../document.ts';
import { DocumentTiles } from '../document-tiles.ts';
import { canvasKeys } from '../operation.ts';
import type { SelectionReader } from './selection-reader.ts';

/** What may be filled. */
export interface PassableOptions {
  /** The layers that are looked at. */
  readonly layers: readonly LayerNode[];
  /** The colour that pixels have to be like. */
  readonly seed: StraightColour;
  /** 0-255, see `colourDistance`. */
  readonly tolerance: number;
  /** Where nothing of it is, nothing may be filled. */
  readonly selection?: SelectionReader | undefined;
}

/**
 * Which pixels of the canvas are like a colour in the composite of some layers: where a fill may go. Made
 * tile by tile: a page takes one byte a pixel, never four.
 */
export function passablePlane(
  store: TileStore,
  document: KomaDocument,
  compositor: TileCompositor,
  options: PassableOptions,
): BinaryPlane {
  return finish(passablePlaneSteps(store, document, compositor, options));
}

/** {@link passablePlane} in steps. */
export function* passablePlaneSteps(
  store: TileStore,
  document: KomaDocument,
  compositor: TileCompositor,
  { layers, seed, tolerance, selection }: PassableOptions,
): Steps<BinaryPlane> {
  const { width, height } = document;
  const data = new Uint8Array(width * height);
  const nodes = compositeNodes(layers);
  const reader = new DocumentTiles(store);
  const pixels = new Uint8Array(TILE_PIXELS * 4);
  const similar = new Uint8Array(TILE_PIXELS);
  const keys = canvasKeys(document);
  for (const [i, key] of keys.entries()) {
    yield i / keys.length;
    const selected = selection?.coverage(key) ?? 255;
    if (selected === 0) continue;
    const [tx, ty] = [tileX(key), tileY(key)];
    compositor.composite(nodes, tx, ty, reader, pixels);
    similarPixels(pixels, seed, tolerance, similar);
    if (typeof selected !== 'number')
      for (let i = 0; i < TILE_PIXELS; i++) if (selected[i] === 0) similar[i] = 0;
    const columns = Math.min(TILE, width - tx * TILE);
    const rows = Math.min(TILE, height - ty * TILE);
    for (let y = 0; y < rows; y++)
      data.set(similar.subarray(y * TILE, y * TILE + columns), (ty * TILE + y) * width + tx * TILE);
  }
  return { width, height, data };
}
