import { SIDE } from '../regions/two-sided-distance.ts';
import type { Steps } from '../steps.ts';

/** Part of the page's edge that its margin takes up at least; what takes less is a figure that the edge cuts off. */
const EDGE_SHARE = 0.3;
/** Greys that the margin may differ from the middle one along the page's edge. */
const TOLERANCE = 40;
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
  const isOpen = (i: number): boolean => {
    const padded = i + width + 3 + 2 * Math.floor(i / width);
    return (
      barrier[padded] === 0 &&
      distance[padded]! >= clearance * SIDE &&
      Math.abs(shade[i]! - ground) <= TOLERANCE
    );
  };
  // Each pixel is stacked once, so one array holds all floods, one behind the other.
  const stack = new Int32Array(out.length);
  let size = 0;
  const enter = (i: number): void => {
    if (out[i] !== 0 || !isOpen(i)) return;
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
      if (k % BLOCK === BLOCK - 1) yield k / out.length;
    }
    // Looked at, and not the margin.
    if (share < EDGE_SHARE * edge.length) for (let k = from; k < size; k++) out[stack[k]!] = 2;
  }
  for (let i = 0; i < out.length; i++) out[i]! &= 1;
  yield 1;
  return out;
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
