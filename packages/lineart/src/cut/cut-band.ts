import type { GreyPlane } from '../page/page-image.ts';
import { Band, type BandPlane } from './band-plane.ts';
import { GridSolver, State } from './grid-solver.ts';
import type { PixelRect } from './pixel-cut.ts';
import { putPrices, type LineMask } from './pixel-prices.ts';

/**
 * A pixel that changes its label costs its price divided by 2^4, at least 1. So where no line decides, the
 * regions do, and the border does not slide to wherever it is shortest; a line as far as 15 px away still
 * gains more than that. As labels that don't change cost nothing, no cut is dearer than the labels before.
 */
const INERTIA_SHIFT = 4;

/**
 * Cuts the free pixels of a rectangle exactly, everything else fixed.
 *
 * @param plane changed in place; reaches one pixel beyond `rect`, or to the page's edge
 */
export function cutBand(
  solver: GridSolver,
  plane: BandPlane,
  rect: PixelRect,
  grey: GreyPlane,
  lineWidth: number,
  line?: LineMask,
): void {
  const inside = boundsOfFree(plane, rect);
  if (!inside) return;
  const { x, y, width, height } = inside;
  const columns = width + 2;
  const grid = solver.resize(columns, height + 2);
  const around = { x: x - 1, y: y - 1, width: columns, height: height + 2 };
  putPrices(grid.prices, columns, grey, around, lineWidth, line);
  for (let row = -1; row <= height; row++) {
    for (let column = -1; column <= width; column++) {
      const at = (row + 1) * columns + column + 1;
      const pageX = x + column;
      const pageY = y + row;
      if (pageX < 0 || pageY < 0 || pageX >= grey.width || pageY >= grey.height) {
        grid.states[at] = State.NONE;
        continue;
      }
      const pixel = plane.data[(pageY - plane.rect.y) * plane.rect.width + pageX - plane.rect.x]!;
      const isInside = row >= 0 && row < height && column >= 0 && column < width;
      const isFree = isInside && (pixel & Band.FREE) !== 0;
      grid.states[at] = isFree ? State.FREE : pixel & Band.LABEL ? State.SUBJECT : State.BACKGROUND;
      const inertia = Math.max(1, grid.prices[at]! >> INERTIA_SHIFT);
      grid.pulls[at] = pixel & Band.COARSE ? inertia : -inertia;
    }
  }
  solver.solve();
  for (let row = 0; row < height; row++) {
    const from = (y + row - plane.rect.y) * plane.rect.width + x - plane.rect.x;
    for (let column = 0; column < width; column++) {
      const isSubject = grid.states[(row + 1) * columns + column + 1] === State.SUBJECT;
      const pixel = plane.data[from + column]!;
      plane.data[from + column] = isSubject ? pixel | Band.LABEL : pixel & ~Band.LABEL;
    }
  }
}

/** The smallest rectangle that has all free pixels of `rect`. */
function boundsOfFree(plane: BandPlane, rect: PixelRect): PixelRect | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -1, -1];
  for (let y = rect.y; y < rect.y + rect.height; y++) {
    const row = (y - plane.rect.y) * plane.rect.width - plane.rect.x;
    for (let x = rect.x; x < rect.x + rect.width; x++) {
      if (!(plane.data[row + x]! & Band.FREE)) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  }
  return bottom < 0 ? undefined : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}
