import { createImage, type RasterImage } from '../raster-image.ts';
import type { Rect } from '../rect.ts';
import { TILE, TILE_PIXELS, tileKey, tileX, tileY } from './tile-key.ts';
import type { Tile, TileStore } from './tile-store.ts';

/**
 * The tiles of one plane (a layer's pixels, a mask, a selection) by {@link tileKey}, in pixels of the
 * document. What is missing is transparent, or the mask's outside value.
 */
export type TileMap = ReadonlyMap<number, Tile>;

/** Keys of the tiles that a rectangle meets, row by row. */
export function tilesMeeting(rect: Rect): number[] {
  const keys: number[] = [];
  if (rect.width <= 0 || rect.height <= 0) return keys;
  const [right, bottom] = [rect.x + rect.width, rect.y + rect.height];
  for (let ty = Math.floor(rect.y / TILE); ty * TILE < bottom; ty++)
    for (let tx = Math.floor(rect.x / TILE); tx * TILE < right; tx++) keys.push(tileKey(tx, ty));
  return keys;
}

/** The smallest rectangle of whole tiles that holds all of them. */
export function tileBounds(tiles: TileMap): Rect | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const key of tiles.keys()) {
    const [tx, ty] = [tileX(key), tileY(key)];
    left = Math.min(left, tx);
    top = Math.min(top, ty);
    right = Math.max(right, tx + 1);
    bottom = Math.max(bottom, ty + 1);
  }
  if (left > right) return undefined;
  return { x: left * TILE, y: top * TILE, width: (right - left) * TILE, height: (bottom - top) * TILE };
}

/** The smallest rectangle that holds every pixel with alpha; undefined if there is none. */
export function pixelBounds(store: TileStore, tiles: TileMap): Rect | undefined {
  const scratch = new Uint8Array(TILE_PIXELS * 4);
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [key, tile] of tiles) {
    const [x0, y0] = [tileX(key) * TILE, tileY(key) * TILE];
    // A tile inside what is known already cannot widen it.
    if (x0 >= left && y0 >= top && x0 + TILE <= right && y0 + TILE <= bottom) continue;
    const pixels = store.pixels(tile, scratch);
    for (let y = 0; y < TILE; y++) {
      let first = 0;
      while (first < TILE && pixels[(y * TILE + first) * 4 + 3] === 0) first++;
      if (first === TILE) continue;
      let last = TILE - 1;
      while (pixels[(y * TILE + last) * 4 + 3] === 0) last--;
      left = Math.min(left, x0 + first);
      right = Math.max(right, x0 + last + 1);
      top = Math.min(top, y0 + y);
      bottom = Math.max(bottom, y0 + y + 1);
    }
  }
  return left > right ? undefined : { x: left, y: top, width: right - left, height: bottom - top };
}

/**
 * Cuts a picture into tiles at a place of the document.
 * @param keepHidden keeps colours under full transparency, as a file's picture should
 * @returns tiles owned by the caller
 */
export function pixelsFromImage(
  store: TileStore,
  image: RasterImage,
  x = 0,
  y = 0,
  keepHidden = true,
): Map<number, Tile> {
  const tiles = new Map<number, Tile>();
  const buffer = new Uint8Array(TILE_PIXELS * 4);
  const frame = { x, y, width: image.width, height: image.height };
  for (const key of tilesMeeting(frame)) {
    const [x0, y0] = [tileX(key) * TILE - x, tileY(key) * TILE - y];
    const [left, right] = [Math.max(0, x0), Math.min(image.width, x0 + TILE)];
    const [top, bottom] = [Math.max(0, y0), Math.min(image.height, y0 + TILE)];
    if (right - left < TILE || bottom - top < TILE) buffer.fill(0);
    for (let row = top; row < bottom; row++) {
      const from = (row * image.width + left) * 4;
      buffer.set(image.data.subarray(from, from + (right - left) * 4), ((row - y0) * TILE + left - x0) * 4);
    }
    const tile = store.fromPixels(buffer, keepHidden);
    if (tile) tiles.set(key, tile);
  }
  return tiles;
}

/** The pixels of a rectangle as one picture; the caller's own. */
export function readPixels(store: TileStore, tiles: TileMap, rect: Rect): RasterImage {
  const image = createImage(rect.width, rect.height);
  const scratch = new Uint8Array(TILE_PIXELS * 4);
  for (const key of tilesMeeting(rect)) {
    const tile = tiles.get(key);
    if (!tile) continue;
    copyRows(store.pixels(tile, scratch), 4, key, rect, image.data);
  }
  return image;
}

/** The coverage of a rectangle as one plane, `width * height` bytes; the caller's own. */
export function readCoverage(
  store: TileStore,
  tiles: TileMap,
  rect: Rect,
  outside = 0,
): Uint8Array<ArrayBuffer> {
  const plane = new Uint8Array(rect.width * rect.height);
  if (outside) plane.fill(outside);
  const scratch = new Uint8Array(TILE_PIXELS);
  for (const key of tilesMeeting(rect)) {
    const tile = tiles.get(key);
    if (!tile) continue;
    const coverage = store.coverage(tile, scratch);
    copyRows(typeof coverage === 'number' ? scratch.fill(coverage) : coverage, 1, key, rect, plane);
  }
  return plane;
}

/**
 * Cuts a plane of coverage into tiles.
 * @param plane `width * height` bytes of the rectangle
 * @param outside value around the rectangle and of missing tiles
 * @returns tiles owned by the caller
 */
export function coverageFromPlane(
  store: TileStore,
  plane: Uint8Array,
  rect: Rect,
  outside = 0,
): Map<number, Tile> {
  const tiles = new Map<number, Tile>();
  const buffer = new Uint8Array(TILE_PIXELS);
  for (const key of tilesMeeting(rect)) {
    const [x0, y0] = [tileX(key) * TILE - rect.x, tileY(key) * TILE - rect.y];
    const [left, right] = [Math.max(0, x0), Math.min(rect.width, x0 + TILE)];
    buffer.fill(outside);
    for (let row = Math.max(0, y0); row < Math.min(rect.height, y0 + TILE); row++)
      buffer.set(
        plane.subarray(row * rect.width + left, row * rect.width + right),
        (row - y0) * TILE + left - x0,
      );
    const tile = store.fromCoverage(buffer, outside);
    if (tile) tiles.set(key, tile);
  }
  return tiles;
}

/** Copies the part of a tile that lies in a rectangle into the rectangle's own rows. */
function copyRows(
  tile: Uint8Array,
  channels: number,
  key: number,
  rect: Rect,
  out: Uint8Array | Uint8ClampedArray,
): void {
  const [x0, y0] = [tileX(key) * TILE, tileY(key) * TILE];
  const [left, right] = [Math.max(rect.x, x0), Math.min(rect.x + rect.width, x0 + TILE)];
  for (let y = Math.max(rect.y, y0); y < Math.min(rect.y + rect.height, y0 + TILE); y++) {
    const from = ((y - y0) * TILE + left - x0) * channels;
    const to = ((y - rect.y) * rect.width + left - rect.x) * channels;
    out.set(tile.subarray(from, from + (right - left) * channels), to);
  }
}
