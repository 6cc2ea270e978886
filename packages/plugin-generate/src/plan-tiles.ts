/** A rectangle of a picture, pixels. */
export interface Tile {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Equal tiles that cover a picture, neighbours overlapping by at least `overlap`: whatever is no larger than
 * that lies whole in one of them.
 *
 * @param side of a tile at most, pixels; more than `overlap`
 */
export function planTiles(width: number, height: number, side: number, overlap: number): Tile[] {
  const along = (length: number): { start: number; size: number }[] => {
    const size = Math.min(length, side);
    const count = length <= side ? 1 : Math.ceil((length - overlap) / (side - overlap));
    return Array.from({ length: count }, (_, i) => ({
      start: count === 1 ? 0 : Math.round((i * (length - size)) / (count - 1)),
      size,
    }));
  };
  const columns = along(width);
  return along(height).flatMap((row) =>
    columns.map((column) => ({ x: column.start, y: row.start, width: column.size, height: row.size })),
  );
}
