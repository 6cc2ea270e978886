import type { Area } from './crop-grey.ts';

/** A tile of a picture, pixels. */
export interface Tile extends Area {
  /** The part, from its upper left corner, that no tile to the right or below begins in. */
  readonly own: { readonly width: number; readonly height: number };
}

/**
 * Equal tiles that cover a picture, neighbours overlapping by at least `overlap`: whatever is no larger than
 * that and begins in a tile's own part lies whole in that tile.
 *
 * @param side of a tile at most, pixels; more than `overlap`
 */
export function planTiles(width: number, height: number, side: number, overlap: number): Tile[] {
  const columns = along(width, side, overlap);
  return along(height, side, overlap).flatMap((row) =>
    columns.map((column) => ({
      x: column.start,
      y: row.start,
      width: column.size,
      height: row.size,
      own: { width: column.own, height: row.own },
    })),
  );
}

function along(
  length: number,
  side: number,
  overlap: number,
): { readonly start: number; readonly size: number; readonly own: number }[] {
  const size = Math.min(length, side);
  const count = length <= side ? 1 : Math.ceil((length - overlap) / (side - overlap));
  const startOf = (i: number): number => (i === 0 ? 0 : Math.round((i * (length - size)) / (count - 1)));
  return Array.from({ length: count }, (_, i) => ({
    start: startOf(i),
    size,
    own: i === count - 1 ? size : startOf(i + 1) - startOf(i),
  }));
}
