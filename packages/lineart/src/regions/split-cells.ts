import type { Steps } from '../steps.ts';
import type { Basins } from './flood-levels.ts';

/** Basins up to this many cells in size stay whole. */
const WHOLE = 2;

/** Regions without padding. */
export interface Labels {
  readonly labels: Uint16Array | Uint32Array;
  readonly count: number;
  /** Pixels of each. */
  readonly area: Uint32Array;
}

/**
 * Numbers basins from the top left and cuts large ones into cells, so that what has no line between it (open ground,
 * two blacks that touch) can still be told apart by strokes: borders between cells cost what paper costs.
 * @param width of the plane without padding
 * @param side of the cells, work px; 0 for no cells
 */
export function* splitCells(
  { labels: basins, count }: Basins,
  width: number,
  height: number,
  side: number,
): Steps<Labels> {
  const cellSize = side > 0 ? side : Infinity;
  const largest = WHOLE * cellSize * cellSize;
  const wide = width + 2;
  const sizes = new Uint32Array(count + 1);
  for (let i = 0; i < basins.length; i++) sizes[basins[i]!]!++;
  yield 0.2;
  const labels = new Uint32Array(width * height);
  const whole = new Int32Array(count + 1).fill(-1);
  // The last row of cells: label of each basin in each cell, as lists through the labels given to a cell.
  const across = Math.ceil(width / cellSize) || 1;
  const cellOf = Int32Array.from({ length: width }, (_, x) => Math.floor(x / cellSize));
  const heads = new Int32Array(across).fill(-1);
  let basinOf = new Int32Array(4096);
  let next = new Int32Array(4096);
  let used = 0;
  const label = (basin: number): number => {
    if (used === basinOf.length) {
      basinOf = doubled(basinOf);
      next = doubled(next);
    }
    basinOf[used] = basin;
    return used++;
  };
  for (let y = 0; y < height; y++) {
    if (y % cellSize === 0) heads.fill(-1);
    for (let x = 0, i = y * width, from = (y + 1) * wide + 1; x < width; x++, i++, from++) {
      const basin = basins[from]!;
      let own: number;
      if (sizes[basin]! <= largest) {
        own = whole[basin]!;
        if (own < 0) whole[basin] = own = label(basin);
      } else {
        const cell = cellOf[x]!;
        own = heads[cell]!;
        while (own >= 0 && basinOf[own] !== basin) own = next[own]!;
        if (own < 0) {
          own = label(basin);
          next[own] = heads[cell]!;
          heads[cell] = own;
        }
      }
      labels[i] = own;
    }
    if (y % 128 === 127) yield 0.2 + (0.7 * y) / height;
  }
  const area = new Uint32Array(used);
  for (let i = 0; i < labels.length; i++) area[labels[i]!]!++;
  yield 1;
  return { labels: used > 0x10000 ? labels : Uint16Array.from(labels), count: used, area };
}

function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * array.length);
  larger.set(array);
  return larger;
}
