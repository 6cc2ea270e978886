import { SIDE } from '../regions/two-sided-distance.ts';
import { part, type Steps } from '../steps.ts';

/** Part of the page's edge that its margin takes up at least; what takes less is a figure that the edge cuts off. */
const EDGE_SHARE = 0.3;
/** Greys that the margin may differ from the middle one along the page's edge. */
const TOLERANCE = 40;
/** Margins and gutters have rows or columns without a break of this share of the page's shorter side. */
const STRAIGHT = 0.2;
/** Rows that are gone through between two stops. */
const ROWS = 128;
/** Pixels that are flooded between two stops. */
const BLOCK = 2 ** 17;

/**
 * The page's margin with the gutters between its panels: ground of the edge's own grey that is connected with a good
 * part of the edge of the page through places wide enough that it is no gap in a line. On a picture without frames,
 * which stands on open ground, it is that ground.
 * @param distance padded plane of distances to the next line, thirds of a work px
 * @param barrier padded plane, 1 = line
 * @param shade work-size greys
 * @param clearance distance to lines that must be kept, work px
 * @returns one byte a work pixel, 1 = margin or gutter
 */
export function* pageBackground(
  planes: { readonly distance: Uint16Array; readonly barrier: Uint8Array; readonly shade: Uint8Array },
  width: number,
  height: number,
  clearance: number,
): Steps<Uint8Array> {
  const { distance, barrier, shade } = planes;
  const edge = edgeOf(width, height);
  const ground = medianOf(edge, shade);
  const out = new Uint8Array(width * height);
  const isOpen = (i: number, y: number): boolean => {
    const padded = i + width + 3 + 2 * y;
    return (
      barrier[padded] === 0 &&
      distance[padded]! >= clearance * SIDE &&
      Math.abs(shade[i]! - ground) <= TOLERANCE
    );
  };
  const isStraight = new Uint8Array(width * height);
  yield* part(markRuns(isStraight, isOpen, width, height), 0, 0.5);
  // Each pixel is stacked once, so one array holds all floods, one behind the other.
  const stack = new Int32Array(out.length);
  let size = 0;
  const enter = (i: number): void => {
    if (out[i] !== 0 || isStraight[i] === 0) return;
    out[i] = 1;
    stack[size++] = i;
  };
  for (const seed of edge) {
    const from = size;
    enter(seed);
    let share = 0;
    for (let k = from; k < size; k++) {
      const i = stack[k]!;
      const x = i % width;
      if (x === 0 || x === width - 1 || i < width || i >= width * (height - 1)) share++;
      if (x > 0) enter(i - 1);
      if (x < width - 1) enter(i + 1);
      if (i >= width) enter(i - width);
      if (i + width < out.length) enter(i + width);
      if (k % BLOCK === BLOCK - 1) yield 0.5 + k / (2 * out.length);
    }
    // Looked at, and not the margin.
    if (share < EDGE_SHARE * edge.length) for (let k = from; k < size; k++) out[stack[k]!] = 2;
  }
  for (let i = 0; i < out.length; i++) out[i]! &= 1;
  yield 1;
  return out;
}

/**
 * Marks the open pixels that lie in long straight parts of their row or column: what is open within a figure that
 * covers a frame is no part of the gutter.
 */
function* markRuns(
  out: Uint8Array,
  isOpen: (pixel: number, y: number) => boolean,
  width: number,
  height: number,
): Steps<void> {
  const least = STRAIGHT * Math.min(width, height);
  // How many open pixels end here, of each column.
  const columns = new Int32Array(width);
  for (let y = 0; y <= height; y++) {
    let row = 0;
    for (let x = 0, i = y * width; x <= width; x++, i++) {
      const open = y < height && x < width && isOpen(i, y);
      if (open) row++;
      else {
        if (row >= least) out.fill(1, i - row, i);
        row = 0;
      }
      if (x === width) continue;
      if (open) columns[x]!++;
      else {
        if (columns[x]! >= least)
          for (let k = columns[x]!, at = i - width; k > 0; k--, at -= width) out[at] = 1;
        columns[x] = 0;
      }
    }
    if (y % ROWS === ROWS - 1) yield y / height;
  }
}

/** Indices of the outermost pixels of a plane, each once. */
function edgeOf(width: number, height: number): Int32Array {
  const edge = new Set<number>();
  for (let x = 0; x < width; x++) edge.add(x).add((height - 1) * width + x);
  for (let y = 0; y < height; y++) edge.add(y * width).add((y + 1) * width - 1);
  return Int32Array.from(edge);
}

function medianOf(pixels: Int32Array, shade: Uint8Array): number {
  const shades = Uint8Array.from(pixels, (i) => shade[i]!).sort();
  return shades[shades.length >> 1]!;
}
