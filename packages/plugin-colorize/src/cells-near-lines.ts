import type { Rect } from '@koma/core/raster';
import type { CellAxis } from './cell-axis.ts';
import type { Sketch } from './read-sketch.ts';
import { CLEAR_TONE } from './sight-line.ts';

/**
 * Where lines may hide one cell from a pixel in another: the way from a pixel to the four cells around it
 * leads through its own cell and those beside that one.
 *
 * @param area the part of the sketch that the cells cover
 * @returns by cell, row by row: 1 where ink lies in it or in one beside it, else 0
 */
export function cellsNearLines(
  { width, tone }: Pick<Sketch, 'width' | 'tone'>,
  area: Rect,
  across: CellAxis,
  down: CellAxis,
): Uint8Array {
  const [columns, rows] = [across.centre.length, down.centre.length];
  const inked = new Uint8Array(columns * rows);
  for (let y = 0; y < area.height; y++) {
    const row = down.nearest[y]! * columns;
    const from = (area.y + y) * width + area.x;
    for (let x = 0; x < area.width; x++)
      if (tone[from + x]! < CLEAR_TONE) inked[row + across.nearest[x]!] = 1;
  }
  const near = new Uint8Array(inked.length);
  for (let row = 0, cell = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, cell++) {
      if (inked[cell] === 0) continue;
      const [left, right] = [Math.max(0, column - 1), Math.min(columns - 1, column + 1)];
      for (let j = Math.max(0, row - 1); j <= Math.min(rows - 1, row + 1); j++)
        near.fill(1, j * columns + left, j * columns + right + 1);
    }
  }
  return near;
}
