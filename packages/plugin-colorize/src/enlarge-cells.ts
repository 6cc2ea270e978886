import type { Rect } from '@koma/core/raster';
import { cellAxis } from './cell-axis.ts';
import { cellsNearLines } from './cells-near-lines.ts';
import { addCell, PACKED, type PackedCells, type TakePixel } from './pack-cells.ts';
import type { Sketch } from './read-sketch.ts';
import { OPAQUE_TONE, sightOver } from './sight-line.ts';

/** Weight of what is out of sight, where nothing else is in sight: spots smaller than a cell. */
const UNSEEN = 1e-4;
/** Weight of cells farther off, falling with distance, where the four nearest are mostly out of sight. */
const OUTER = 0.25;

/**
 * For each pixel of an area the mean of the cells around it by bilinear weights, less those that ink hides
 * from it and those of which little is known. Where that leaves less than half, the twelve around the four
 * are asked too. Over bare paper, and in ink itself, this is bilinear interpolation.
 */
export function enlargeCells(
  { columns, rows, values, trust }: PackedCells,
  area: Rect,
  sketch: Pick<Sketch, 'width' | 'tone'>,
  take: TakePixel,
): void {
  const across = cellAxis(area.width, columns);
  const down = cellAxis(area.height, rows);
  const near = cellsNearLines(sketch, area, across, down);
  const sight = sightOver(sketch.tone, sketch.width);
  const blended = new Float32Array(columns * PACKED);
  const sums = new Float64Array(PACKED);

  const clearness = (x: number, y: number, column: number, row: number): number =>
    sight(area.x + x, area.y + y, area.x + across.centre[column]!, area.y + down.centre[row]!);
  /** Adds one of the four as far as it can be seen. @returns how far that is */
  const ask = (x: number, y: number, column: number, row: number, weight: number): number => {
    const cell = row * columns + column;
    const seen = weight * trust[cell]! * clearness(x, y, column, row);
    addCell(sums, values, cell, seen + UNSEEN * weight);
    return seen;
  };
  const look = (x: number, y: number): void => {
    const [left, right, fx] = [across.first[x]!, across.second[x]!, across.weight[x]!];
    const [top, bottom, fy] = [down.first[y]!, down.second[y]!, down.weight[y]!];
    sums.fill(0);
    const seen =
      ask(x, y, left, top, (1 - fx) * (1 - fy)) +
      ask(x, y, right, top, fx * (1 - fy)) +
      ask(x, y, left, bottom, (1 - fx) * fy) +
      ask(x, y, right, bottom, fx * fy);
    // Falls to nothing while half of the four is still in sight, so that no seam shows.
    const outer = OUTER * (1 - 2 * seen);
    if (outer <= 0) return;
    for (let row = Math.max(0, top - 1); row <= Math.min(rows - 1, top + 2); row++) {
      for (let column = Math.max(0, left - 1); column <= Math.min(columns - 1, left + 2); column++) {
        if ((row === top || row === bottom) && (column === left || column === right)) continue;
        const clear = clearness(x, y, column, row);
        if (clear === 0) continue;
        const cell = row * columns + column;
        const distance = (column - left - fx) ** 2 + (row - top - fy) ** 2;
        addCell(sums, values, cell, outer * trust[cell]! * clear * Math.exp(-distance / 2));
      }
    }
  };

  for (let y = 0; y < area.height; y++) {
    blendRows(blended, values, down.first[y]! * columns, down.second[y]! * columns, down.weight[y]!);
    const nearRow = down.nearest[y]! * columns;
    const from = (area.y + y) * sketch.width + area.x;
    for (let x = 0; x < area.width; x++) {
      if (near[nearRow + across.nearest[x]!] === 1 && sketch.tone[from + x]! > OPAQUE_TONE) look(x, y);
      else {
        const [a, b, weight] = [across.first[x]! * PACKED, across.second[x]! * PACKED, across.weight[x]!];
        for (let c = 0; c < PACKED; c++) {
          const value = blended[a + c]!;
          sums[c] = value + (blended[b + c]! - value) * weight;
        }
      }
      take(from + x, sums);
    }
  }
}

/** Two rows of cells as one, the second by its weight. @param first, second cells where they begin */
function blendRows(
  into: Float32Array,
  values: Float32Array,
  first: number,
  second: number,
  weight: number,
): void {
  for (let i = 0, a = first * PACKED, b = second * PACKED; i < into.length; i++, a++, b++)
    into[i] = values[a]! + (values[b]! - values[a]!) * weight;
}
