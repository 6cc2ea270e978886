import type { PixelRect } from './pixel-cut.ts';

/** Side of a tile, px. */
export const TILE = 256;

/** Tiles from column `left` to `right` and from row `top` to `bottom`, these included. */
export interface TileRange {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The tiles of a page that a rectangle inside it touches, and `margin` more around them. */
export function tilesTouching(page: PixelRect, rect: PixelRect, margin = 0): TileRange {
  return {
    left: Math.max(0, Math.floor(rect.x / TILE) - margin),
    top: Math.max(0, Math.floor(rect.y / TILE) - margin),
    right: Math.min(Math.ceil(page.width / TILE), Math.ceil((rect.x + rect.width) / TILE) + margin) - 1,
    bottom: Math.min(Math.ceil(page.height / TILE), Math.ceil((rect.y + rect.height) / TILE) + margin) - 1,
  };
}

/** The pixels of tiles. */
export function areaOfTiles(page: PixelRect, { left, top, right, bottom }: TileRange): PixelRect {
  return clipped(page, left * TILE, top * TILE, (right + 1) * TILE, (bottom + 1) * TILE);
}

/** What to do after a change, step by step. */
export interface BandSteps {
  readonly tiles: readonly PixelRect[];
  readonly verticalSeams: readonly PixelRect[];
  readonly horizontalSeams: readonly PixelRect[];
  /**
   * Before the last step these take what is known from before: columns beside squares, on the side where
   * the strip itself is not cut again.
   */
  readonly known: readonly PixelRect[];
  readonly squares: readonly PixelRect[];
  /** The pixels that may come out different. */
  readonly outcome: PixelRect;
}

/**
 * The rectangles in which a band is cut, each exactly with what is around it fixed.
 *
 * First the tiles, without the first row and column of those that have a neighbour there; then a strip over
 * each vertical seam, then one over each horizontal seam from the middle of a tile to that of the next,
 * then a square where two of these strips meet. Rectangles of one step don't touch, so their order does
 * not matter, and every pixel is once free with at least `half` pixels around it that are free as well. No
 * step can raise the energy, and what comes out in a tile depends on it and the eight around it.
 *
 * @param changed the tiles whose labels or bands changed; those around them are cut again, because what
 *   they were before their seams were cut is not kept
 * @param half px that strips and squares reach to both sides, less than a quarter of a tile
 */
export function bandSteps(page: PixelRect, changed: TileRange, half: number): BandSteps {
  const { left, top, right, bottom } = changed;
  const around = tilesTouching(page, areaOfTiles(page, changed), 1);
  const seams = range(Math.max(1, top), Math.min(around.bottom, bottom + 1));
  const rows = range(around.top, around.bottom);
  const columns = range(around.left, around.right);
  const middles = columns.map((column) => column * TILE + TILE / 2);

  const square = (x: number, seam: number) =>
    clipped(page, x - half, seam * TILE - half, x + half + 1, seam * TILE + half + 1);
  const side = (x: number, seam: number) =>
    clipped(page, x, seam * TILE - half, x + 1, seam * TILE + half + 1);
  return {
    tiles: all(columns, rows, (column, row) =>
      clipped(page, inner(column), inner(row), (column + 1) * TILE, (row + 1) * TILE),
    ),
    verticalSeams: all(range(Math.max(1, left), Math.min(around.right, right + 1)), rows, (seam, row) =>
      clipped(page, seam * TILE - half, inner(row), seam * TILE + half + 1, (row + 1) * TILE),
    ),
    horizontalSeams: all(range(left, right + 1), seams, (corner, seam) => {
      const x = corner * TILE - TILE / 2;
      return clipped(page, x + 1, seam * TILE - half, x + TILE, seam * TILE + half + 1);
    }),
    known: [
      ...(around.left < left ? seams.map((seam) => side(middles[0]! - half - 1, seam)) : []),
      ...(around.right > right ? seams.map((seam) => side(middles.at(-1)! + half + 1, seam)) : []),
    ],
    squares: all(middles, seams, square),
    outcome: clipped(
      page,
      left * TILE - TILE / 2 - half,
      top * TILE - half,
      (right + 1) * TILE + TILE / 2 + half + 1,
      (bottom + 1) * TILE + half + 1,
    ),
  };
}

/** The first column or row of a tile that step one may change. */
function inner(tile: number): number {
  return tile > 0 ? tile * TILE + 1 : 0;
}

function clipped(page: PixelRect, left: number, top: number, right: number, bottom: number): PixelRect {
  const x = Math.max(0, left);
  const y = Math.max(0, top);
  return {
    x,
    y,
    width: Math.max(0, Math.min(page.width, right) - x),
    height: Math.max(0, Math.min(page.height, bottom) - y),
  };
}

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}

function all<T>(xs: readonly number[], ys: readonly number[], make: (x: number, y: number) => T): T[] {
  return ys.flatMap((y) => xs.map((x) => make(x, y)));
}
