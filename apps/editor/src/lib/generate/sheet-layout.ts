import type { Rect } from '@koma/core/raster';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The gap around and between pictures of a sheet, as a share of the canvas's longer side. */
const GAP = 0.02;

/**
 * Where pictures go on a canvas: in rows of equal cells, each picture in the middle of its cell, as large as fits
 * but never larger than it is. Of all numbers of columns that one is taken which covers most.
 * @param sizes at least one picture, pixels
 * @returns whole pixels, in the order of the pictures, left to right and top to bottom
 */
export function sheetLayout(sizes: readonly Size[], canvas: Size): Rect[] {
  // A single picture may touch the edges.
  const gap = sizes.length > 1 ? Math.round(Math.max(canvas.width, canvas.height) * GAP) : 0;
  let best: { covered: number; frames: Rect[] } | undefined;
  for (let columns = 1; columns <= sizes.length; columns++) {
    const frames = inColumns(sizes, canvas, columns, gap);
    const covered = frames.reduce((sum, { width, height }) => sum + width * height, 0);
    if (!best || covered > best.covered) best = { covered, frames };
  }
  return best?.frames ?? [];
}

/** A canvas on which all pictures have room at their own size, with about as many columns as rows and few empty cells. */
export function sheetCanvas(sizes: readonly Size[]): Size {
  const [only] = sizes;
  if (only && sizes.length === 1) return { width: only.width, height: only.height };
  const square = Math.ceil(Math.sqrt(sizes.length));
  const cells = (columns: number): number => columns * Math.ceil(sizes.length / columns);
  const columns = cells(square + 1) < cells(square) ? square + 1 : square;
  const rows = Math.ceil(sizes.length / columns);
  const width = columns * Math.max(...sizes.map((size) => size.width));
  const height = rows * Math.max(...sizes.map((size) => size.height));
  // The gap is measured by the canvas that it is part of.
  const gaps = Math.max(columns, rows) + 1;
  const gap = Math.ceil((Math.max(width, height) * GAP) / (1 - gaps * GAP)) + 1;
  return { width: width + gap * (columns + 1), height: height + gap * (rows + 1) };
}

function inColumns(sizes: readonly Size[], canvas: Size, columns: number, gap: number): Rect[] {
  const rows = Math.ceil(sizes.length / columns);
  const cellWidth = (canvas.width - gap * (columns + 1)) / columns;
  const cellHeight = (canvas.height - gap * (rows + 1)) / rows;
  // One scale for all, so that the same person has the same size everywhere.
  const scale = Math.min(
    1,
    ...sizes.map(({ width, height }) => Math.min(cellWidth / width, cellHeight / height)),
  );
  return sizes.map((size, index) => {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    const width = Math.max(1, Math.floor(size.width * scale));
    const height = Math.max(1, Math.floor(size.height * scale));
    return {
      x: Math.max(0, Math.floor(gap + column * (cellWidth + gap) + (cellWidth - width) / 2)),
      y: Math.max(0, Math.floor(gap + row * (cellHeight + gap) + (cellHeight - height) / 2)),
      width,
      height,
    };
  });
}
