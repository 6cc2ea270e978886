import {
  createImage,
  TILE,
  TILE_PIXELS,
  TileCompositor,
  tilesMeeting,
  tileX,
  tileY,
  type RasterImage,
  type Rect,
  type TileStore,
} from '../raster/index.ts';
import { compositeNodes } from './composite-nodes.ts';
import type { KomaDocument, LayerNode } from './document.ts';
import { DocumentTiles } from './document-tiles.ts';

/**
 * Layers as one picture, straight alpha kept; exact to the last rounding. A single layer that needs no
 * mixing comes out byte for byte.
 * @param rect the part that is wanted, in pixels of the document
 * @returns the caller's own
 */
export function flattenLayers(
  store: TileStore,
  layers: readonly LayerNode[],
  rect: Rect,
  compositor = new TileCompositor(),
): RasterImage {
  const image = createImage(rect.width, rect.height);
  flattenTiles(store, layers, rect, tilesMeeting(rect), image.data, compositor);
  return image;
}

/**
 * Some tiles of what {@link flattenLayers} makes, so that threads can share the work.
 * @param keys tiles that meet the rectangle; asked for one at a time, when the one before is done
 * @param data straight RGBA8 of the whole rectangle, written where these tiles lie
 */
export function flattenTiles(
  store: TileStore,
  layers: readonly LayerNode[],
  rect: Rect,
  keys: Iterable<number>,
  data: Uint8Array | Uint8ClampedArray,
  compositor: TileCompositor,
): void {
  const nodes = compositeNodes(layers);
  const reader = new DocumentTiles(store);
  const out = new Uint8Array(TILE_PIXELS * 4);
  for (const key of keys) {
    const [tx, ty] = [tileX(key), tileY(key)];
    const [x0, y0] = [tx * TILE, ty * TILE];
    const [left, right] = [Math.max(rect.x, x0), Math.min(rect.x + rect.width, x0 + TILE)];
    const [top, bottom] = [Math.max(rect.y, y0), Math.min(rect.y + rect.height, y0 + TILE)];
    const rows = { from: top - y0, to: bottom - y0 };
    const shows = compositor.composite(nodes, tx, ty, reader, out, rows);
    for (let y = top; y < bottom; y++) {
      const from = ((y - y0) * TILE + left - x0) * 4;
      const to = ((y - rect.y) * rect.width + left - rect.x) * 4;
      const length = (right - left) * 4;
      if (shows) data.set(out.subarray(from, from + length), to);
      else data.fill(0, to, to + length);
    }
  }
}

/** The whole canvas as one picture. */
export function flattenDocument(
  store: TileStore,
  document: KomaDocument,
  compositor?: TileCompositor,
): RasterImage {
  const canvas = { x: 0, y: 0, width: document.width, height: document.height };
  return flattenLayers(store, document.layers, canvas, compositor);
}
