import type { ImageOrigin } from '../../plugin/index.ts';
import {
  pixelsFromImage,
  readPixels,
  TILE,
  TILE_PIXELS,
  tilesMeeting,
  tileX,
  tileY,
  type RasterImage,
  type Rect,
  type Tile,
  type TileMap,
  type TileStore,
} from '../../raster/index.ts';
import type { KomaDocument, RasterLayer, StoredPicture } from '../document.ts';
import { makeTiles } from './make-tiles.ts';

type Canvas = Pick<KomaDocument, 'width' | 'height'>;

/** The rectangle of the document that a layer's picture fills: the canvas, for layers that were painted. */
export function layerFrame({ width, height }: Canvas, layer: RasterLayer): Rect {
  return layer.original?.frame ?? layer.frame ?? { x: 0, y: 0, width, height };
}

/**
 * A layer's picture in all its pixels: the original of a scaled layer, else what lies in its frame. The
 * caller's own.
 */
export function layerPicture(store: TileStore, canvas: Canvas, layer: RasterLayer): RasterImage {
  if (layer.original) return readPicture(store, layer.original.picture);
  return readPixels(store, layer.tiles, layerFrame(canvas, layer));
}

/** The pixels of a picture; the caller's own. */
export function readPicture(store: TileStore, { width, height, tiles }: StoredPicture): RasterImage {
  return readPixels(store, tiles, { x: 0, y: 0, width, height });
}

/** A picture as tiles owned by the caller. */
export function storePicture(store: TileStore, image: RasterImage, origin?: ImageOrigin): StoredPicture {
  const { width, height } = image;
  return { width, height, tiles: pixelsFromImage(store, image), ...(origin ? { origin } : {}) };
}

/**
 * What {@link layerPicture} returns, as tiles owned by the caller. Shares the layer's own where they lie
 * as the picture's do, which saves a page of pixels for every operation.
 */
export function shareLayerPicture(store: TileStore, canvas: Canvas, layer: RasterLayer): StoredPicture {
  const origin = layer.origin ? { origin: layer.origin } : {};
  if (layer.original) {
    const { width, height, tiles } = layer.original.picture;
    for (const tile of tiles.values()) store.retain(tile);
    return { width, height, tiles, ...origin };
  }
  const frame = layerFrame(canvas, layer);
  if (frame.x !== 0 || frame.y !== 0)
    return storePicture(store, readPixels(store, layer.tiles, frame), layer.origin);
  const { width, height } = frame;
  return { width, height, tiles: tilesWithin(store, layer.tiles, frame), ...origin };
}

/** Tiles of a plane cut to a rectangle at its origin; shared where nothing is cut. The caller's. */
function tilesWithin(store: TileStore, tiles: TileMap, { width, height }: Rect): Map<number, Tile> {
  const [scratch, cut] = [new Uint8Array(TILE_PIXELS * 4), new Uint8Array(TILE_PIXELS * 4)];
  return makeTiles<Tile>(store, (made) => {
    for (const key of tilesMeeting({ x: 0, y: 0, width, height })) {
      const tile = tiles.get(key);
      if (!tile) continue;
      const columns = Math.min(TILE, width - tileX(key) * TILE);
      const rows = Math.min(TILE, height - tileY(key) * TILE);
      const pixels = store.pixels(tile, scratch);
      if (isEmptyBeyond(pixels, columns, rows)) {
        made.set(key, store.retain(tile));
        continue;
      }
      cut.fill(0);
      for (let y = 0; y < rows; y++) {
        const row = y * TILE * 4;
        cut.set(pixels.subarray(row, row + columns * 4), row);
      }
      const part = store.fromPixels(cut, true);
      if (part) made.set(key, part);
    }
  });
}

/** Whether all bytes of a tile are 0 right of some columns and below some rows. */
function isEmptyBeyond(pixels: Uint8Array, columns: number, rows: number): boolean {
  if (columns < TILE)
    for (let y = 0; y < rows; y++)
      for (let i = (y * TILE + columns) * 4; i < (y + 1) * TILE * 4; i++) if (pixels[i] !== 0) return false;
  for (let i = rows * TILE * 4; i < pixels.length; i++) if (pixels[i] !== 0) return false;
  return true;
}
