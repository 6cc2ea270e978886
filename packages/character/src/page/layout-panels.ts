import type { Point } from '../geometry/point.ts';
import type { RandomStream } from '../random/random-stream.ts';
import { areaOf, boundsOf, boxCorners, clipRightOf, type Convex } from './convex.ts';
import { COLUMN_GUTTER, CONTENT, PAGE, ROW_GUTTER } from './page-size.ts';

/** Where a panel is, before anything is in it. */
export interface PanelFrame {
  readonly outline: Convex;
  /** Runs over the page's margin to its edge. */
  readonly bleeds: boolean;
  /** The page's largest moment. */
  readonly focus: boolean;
}

/**
 * Rows from top to bottom; in each, columns from right to left; a column is how many panels stand in it one
 * above the other.
 */
type Grid = readonly (readonly number[])[];

/** Grids by number of panels. */
const grids: Readonly<Record<number, readonly Grid[]>> = {
  3: [[[1], [1, 1]], [[1, 1], [1]], [[1], [1], [1]], [[1, 2]]],
  4: [
    [[1], [1, 1], [1]],
    [[1, 1], [1], [1]],
    [[1], [1], [1, 1]],
    [[1, 2], [1]],
    [[1], [2, 1]],
  ],
  5: [
    [[1], [1, 1], [1, 1]],
    [[1, 1], [1], [1, 1]],
    [[1, 1], [1, 1], [1]],
    [
      [1, 2],
      [1, 1],
    ],
    [[1], [1, 2], [1]],
    [
      [1, 1],
      [1, 2],
    ],
  ],
  6: [
    [[1], [1, 2], [1, 1]],
    [[1, 1], [1], [1, 1, 1]],
    [
      [1, 1],
      [1, 1],
      [1, 1],
    ],
    [[1, 2], [1], [1, 1]],
    [[1, 1], [1, 2], [1]],
    [
      [1, 2],
      [2, 1],
    ],
  ],
  7: [
    [
      [1, 1],
      [1, 2],
      [1, 1],
    ],
    [
      [1, 1],
      [1, 1, 1],
      [1, 1],
    ],
    [
      [1, 2],
      [1, 1],
      [1, 1],
    ],
    [[1], [2, 1], [1, 1, 1]],
    [[1, 1], [1], [1, 1], [1, 1]],
  ],
};

/** How many panels a page may have. */
export const PANEL_COUNTS = [3, 4, 5, 6, 7] as const;

/** A cut through the page: panels on its right side (as seen from `a` to `b`) and on its left. */
interface Cut {
  readonly a: Point;
  readonly b: Point;
  readonly gutter: number;
}

interface Cell {
  readonly inner: Convex;
  /** The same cell cut from the whole page instead of the basic frame. */
  readonly outer: Convex;
}

/**
 * Panels in reading order, right to left and top to bottom: convex, apart by the gutters, filling the basic
 * frame; those that bleed go on to the page's edge.
 */
export function layoutPanels(random: RandomStream, count: number): PanelFrame[] {
  const grid = random.pick(grids[count] ?? (grids[5] as readonly Grid[]));
  // The focus takes a whole row where there is one, and not the first of a long page.
  const wholeRows = grid.flatMap((row, index) => (row.length === 1 ? [index] : []));
  const focusRow = wholeRows.length > 0 ? random.pick(wholeRows) : random.whole(0, grid.length - 1);
  const weights = grid.map((row, index) => {
    const stacked = Math.max(...row) > 1 ? 1.6 : 1;
    const focus = index === focusRow ? random.between(1.35, 1.75) : 1;
    return stacked * focus * random.between(0.85, 1.15) * (row.length === 3 ? 0.85 : 1);
  });
  const page: Cell = { inner: boxCorners(CONTENT), outer: boxCorners(PAGE) };
  const dynamic = random.chance(0.7);
  const cells: { cell: Cell; row: number }[] = [];
  for (const [row, rowCell] of cutRows(page, weights, random, dynamic ? 34 : 0).entries()) {
    const columns = grid[row] as readonly number[];
    const widths = columns.map((stack) => (stack > 1 ? 1 : random.between(0.8, 1.35)));
    for (const [column, columnCell] of cutColumns(rowCell, widths, random, dynamic ? 46 : 0).entries()) {
      const stack = columns[column] ?? 1;
      const heights = Array.from({ length: stack }, () => random.between(0.85, 1.2));
      for (const cell of cutRows(columnCell, heights, random, dynamic ? 16 : 0)) cells.push({ cell, row });
    }
  }
  const areas = cells.map(({ cell, row }) => areaOf(cell.inner) * (row === focusRow ? 1.5 : 1));
  const focus = areas.indexOf(Math.max(...areas));
  return cells.map(({ cell }, index) => {
    const bleeds =
      areaOf(cell.outer) > areaOf(cell.inner) * 1.02 && random.chance(index === focus ? 0.55 : 0.14);
    return { outline: bleeds ? cell.outer : cell.inner, bleeds, focus: index === focus };
  });
}

function cutRows(cell: Cell, weights: readonly number[], random: RandomStream, slant: number): Cell[] {
  const { x, y, width, height } = boundsOf(cell.inner);
  const cuts = fractions(weights).map((fraction): Cut => {
    const at = y + height * fraction;
    const tilt =
      (random.chance(0.55) ? random.between(-slant, slant) : 0) * Math.min(1, width / CONTENT.width);
    return { a: [x, at - tilt], b: [x + width, at + tilt], gutter: ROW_GUTTER };
  });
  return slices(cell, cuts);
}

/** From right to left. */
function cutColumns(cell: Cell, weights: readonly number[], random: RandomStream, slant: number): Cell[] {
  const { x, y, width, height } = boundsOf(cell.inner);
  const cuts = fractions(weights).map((fraction): Cut => {
    const at = x + width * (1 - fraction);
    const tilt = random.chance(0.6) ? random.between(-slant, slant) : 0;
    return { a: [at - tilt, y], b: [at + tilt, y + height], gutter: COLUMN_GUTTER };
  });
  return slices(cell, cuts);
}

/** Where the cuts between the weighted shares are, 0 to 1. */
function fractions(weights: readonly number[]): number[] {
  const total = weights.reduce((a, b) => a + b, 0);
  let sum = 0;
  return weights.slice(0, -1).map((weight) => (sum += weight / total));
}

/** The cell cut along each line in turn; every slice lies left of its cut, the last right of all. */
function slices(cell: Cell, cuts: readonly Cut[]): Cell[] {
  const result: Cell[] = [];
  let rest = cell;
  for (const { a, b, gutter } of cuts) {
    result.push({
      inner: clipRightOf(rest.inner, b, a, gutter / 2),
      outer: clipRightOf(rest.outer, b, a, gutter / 2),
    });
    rest = {
      inner: clipRightOf(rest.inner, a, b, gutter / 2),
      outer: clipRightOf(rest.outer, a, b, gutter / 2),
    };
  }
  return [...result, rest];
}
