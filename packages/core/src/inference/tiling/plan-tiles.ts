import type { Rect } from '../../raster/index.ts';

export interface TileGridOptions {
  /** Size of the picture in pixels. */
  readonly width: number;
  readonly height: number;
  /** A tile's core has at most the area of a square with this side, without context and overlap. */
  readonly maxTile: number;
  /** Pixels that the network needs around a core; what makes thin tiles dear. */
  readonly context?: number;
  /** Sides and positions of tiles are multiples of this, as the network's strides demand. */
  readonly multiple?: number;
  /** Pixels by which a tile reaches into each of its neighbours, to be blended away. */
  readonly overlap?: number;
}

/** A tile's core: cores cover the picture without gaps; the last ones may reach beyond its edge. */
export interface Tile extends Rect {
  readonly column: number;
  readonly row: number;
}

/** A picture cut into tiles of one size, in reading order. */
export interface TileGrid {
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
  readonly tileWidth: number;
  readonly tileHeight: number;
  /** Overlap really used: 0 along an axis with a single tile, at most half a tile. */
  readonly overlapX: number;
  readonly overlapY: number;
  readonly tiles: readonly Tile[];
}

/**
 * Cuts a picture into equally large tiles: of all numbers of columns, each with the fewest rows that keep
 * the tiles within the area, the grid with the least work, context and overlap included. Memory goes with the area, so tiles need not be square: a
 * strip of 300x800 is one tile of 512. Equal tiles leave no sliver that costs as much as a full one,
 * and a single input shape lets the runtime plan its memory once.
 */
export function planTiles(options: TileGridOptions): TileGrid {
  const { width, height, maxTile, context = 0, multiple = 1, overlap = 0 } = options;
  const side = (pixels: number, parts: number): number =>
    Math.ceil(Math.ceil(pixels / parts) / multiple) * multiple;
  const limit = Math.max(multiple, maxTile) ** 2;
  const border = 2 * (context + overlap);
  let best = { columns: 0, rows: 0, tileWidth: 0, tileHeight: 0, work: Infinity };
  for (let wanted = 1; wanted <= Math.ceil(width / multiple); wanted++) {
    const tileWidth = side(width, wanted);
    const tallest = Math.floor(limit / tileWidth / multiple) * multiple;
    if (tallest === 0) continue;
    const tileHeight = side(height, Math.ceil(height / tallest));
    // Rounding up to the multiple can make a tile of the row or column superfluous.
    const columns = Math.ceil(width / tileWidth);
    const rows = Math.ceil(height / tileHeight);
    const work = columns * rows * (tileWidth + border) * (tileHeight + border);
    if (work < best.work) best = { columns, rows, tileWidth, tileHeight, work };
  }
  const { columns, rows, tileWidth, tileHeight } = best;
  const tiles: Tile[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      tiles.push({
        column,
        row,
        x: column * tileWidth,
        y: row * tileHeight,
        width: tileWidth,
        height: tileHeight,
      });
    }
  }
  // No more than half a tile: a pixel is mixed from two tiles along each axis, never from three.
  const overlapX = columns > 1 ? Math.min(overlap, tileWidth >> 1) : 0;
  const overlapY = rows > 1 ? Math.min(overlap, tileHeight >> 1) : 0;
  return { width, height, columns, rows, tileWidth, tileHeight, overlapX, overlapY, tiles };
}

/** The part of the picture that a tile computes: its core and the overlap. May reach beyond the picture. */
export function tileRegion(grid: TileGrid, tile: Tile): Rect {
  return {
    x: tile.x - grid.overlapX,
    y: tile.y - grid.overlapY,
    width: tile.width + 2 * grid.overlapX,
    height: tile.height + 2 * grid.overlapY,
  };
}
