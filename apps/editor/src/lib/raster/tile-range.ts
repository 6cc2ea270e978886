import { TILE } from '@koma/core/raster';

/** Tiles from `left` and `top` to `right` and `bottom`, these excluded. */
export interface TileRange {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Column and row of a tile. */
export type TilePlace = readonly [number, number];

/** A rectangle by its edges, in pixels. */
export type Edges = TileRange;

/**
 * The tiles of a level of a document that meet a part of it.
 * @param part in pixels of the level, which is the document halved `level` times
 */
export function tileRange(
  document: { readonly width: number; readonly height: number },
  level: number,
  part: Edges,
): TileRange {
  const clamp = (value: number, size: number): number =>
    Math.max(0, Math.min(Math.ceil(size / (TILE << level)), value));
  return {
    left: clamp(Math.floor(part.left / TILE), document.width),
    top: clamp(Math.floor(part.top / TILE), document.height),
    right: clamp(Math.ceil(part.right / TILE), document.width),
    bottom: clamp(Math.ceil(part.bottom / TILE), document.height),
  };
}

/** The tiles of a range, those in the middle first: that is where people look. */
export function nearestFirst(range: TileRange): TilePlace[] {
  const tiles: TilePlace[] = [];
  for (let ty = range.top; ty < range.bottom; ty++)
    for (let tx = range.left; tx < range.right; tx++) tiles.push([tx, ty]);
  const [mx, my] = [(range.left + range.right - 1) / 2, (range.top + range.bottom - 1) / 2];
  return tiles.sort(([ax, ay], [bx, by]) => Math.hypot(ax - mx, ay - my) - Math.hypot(bx - mx, by - my));
}

/**
 * The smallest range that holds all of these tiles, or those that they become in a coarser level.
 * @param levels how many levels coarser
 */
export function rangeOf(tiles: readonly TilePlace[], levels = 0): TileRange {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [tx, ty] of tiles) {
    left = Math.min(left, tx >> levels);
    top = Math.min(top, ty >> levels);
    right = Math.max(right, (tx >> levels) + 1);
    bottom = Math.max(bottom, (ty >> levels) + 1);
  }
  return { left, top, right, bottom };
}
