import type { Rect } from '@koma/core/raster';
import { addCell, PACKED, type PackedCells, type TakePixel } from './pack-cells.ts';

/**
 * The mean of the cells that lie in each pixel of an area, parts of cells by their share.
 * @param width of the picture, px
 */
export function shrinkCells(
  { columns, rows, values }: PackedCells,
  area: Rect,
  width: number,
  take: TakePixel,
): void {
  const sums = new Float64Array(PACKED);
  for (let y = 0; y < area.height; y++) {
    const [top, bottom] = [(y * rows) / area.height, ((y + 1) * rows) / area.height];
    for (let x = 0; x < area.width; x++) {
      const [left, right] = [(x * columns) / area.width, ((x + 1) * columns) / area.width];
      sums.fill(0);
      for (let row = Math.floor(top); row < bottom; row++) {
        const share = Math.min(bottom, row + 1) - Math.max(top, row);
        for (let column = Math.floor(left); column < right; column++) {
          const weight = share * (Math.min(right, column + 1) - Math.max(left, column));
          addCell(sums, values, row * columns + column, weight);
        }
      }
      take((area.y + y) * width + area.x + x, sums);
    }
  }
}
