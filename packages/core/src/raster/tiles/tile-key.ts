/** Side of a tile in pixels. */
export const TILE = 256;

/** Pixels of a tile. */
export const TILE_PIXELS = TILE * TILE;

/** Tiles left of and above the origin that a key can name: layers may lie off the canvas. */
const BIAS = 32768;

/**
 * One number for the place of a tile, so that maps of tiles need no strings.
 * @param tx, ty place in tiles, -32768 to 32767; pixel x lies in tile `Math.floor(x / TILE)`
 */
export function tileKey(tx: number, ty: number): number {
  return (ty + BIAS) * 65536 + (tx + BIAS);
}

/** Column of the tile with this key. */
export function tileX(key: number): number {
  return (key % 65536) - BIAS;
}

/** Row of the tile with this key. */
export function tileY(key: number): number {
  return Math.floor(key / 65536) - BIAS;
}
