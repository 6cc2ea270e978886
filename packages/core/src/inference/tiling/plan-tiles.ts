import type { Rect } from '../../raster/index.ts';

export interface TileGridOptions {
  /** Size of the picture in pixels. */
  readonly width: number;
  readonly height: number;
  /** Largest side of a tile's core in pixels, without context and overlap. */
  readonly maxTile: number;
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
 * Cuts a picture into the fewest tiles of at most `maxTile`, then makes them equally large: a thin
 * last column would cost nearly as much as a full one, and a single input shape lets the runtime
 * plan its memory once.
 */
export function planTiles(options: TileGridOptions): TileGrid {
  const { width, height, maxTile, multiple = 1, overlap = 0 } = options;
  const limit = Math.max(multiple, Math.floor(maxTile / multiple) * multiple);
  const columns = Math.ceil(width / limit);
  const rows = Math.ceil(height / limit);
  const tileWidth = roundUp(Math.ceil(width / columns), multiple);
  const tileHeight = roundUp(Math.ceil(height / rows), multiple);
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

function roundUp(value: number, multiple: number): number {
  return Math.ceil(value / multiple) * multiple;
}
