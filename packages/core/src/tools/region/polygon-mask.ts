import type { Rect } from '../../raster/index.ts';
import { AreaAccumulator } from './area-accumulator.ts';
import { EMPTY_MASK, intersectRects, type PlacedMask, type Size } from './mask.ts';
import { trimMask } from './mask-bounds.ts';
import { polygonEdges, type PolygonEdges } from './polygon-edges.ts';

/** Which parts of a polygon that crosses itself are inside; SVG's and CSS's terms. */
export type FillRule = 'nonzero' | 'evenodd';

/** How shapes become masks. */
export interface ShapeOptions {
  /** True, the default: coverage is the pixel's covered area. False: 255 where the pixel's centre is inside, else 0. */
  readonly antialias?: boolean;
}

/** How polygons become masks. */
export interface PolygonOptions extends ShapeOptions {
  /** `nonzero` if not given. */
  readonly fillRule?: FillRule;
}

/**
 * A closed polygon, as the lasso and polygon tools draw it, as a mask. It may cross itself and leave the canvas.
 * Antialiased coverage is exact for simple polygons; in pixels where edges cross, the averaged winding number
 * stands for the covered area, as in FreeType. Without antialiasing, centres on a left or upper edge are inside.
 *
 * Memory: one row of sums, 41 bytes an edge, and the mask.
 * @param points x and y in turn, in px, (0, 0) being the canvas's top left corner; joined last to first
 * @returns a mask cut to its bounds; empty where no area is covered
 * @throws RangeError if a number is not finite
 */
export function polygonMask(
  points: ArrayLike<number>,
  canvas: Size,
  options: PolygonOptions = {},
): PlacedMask {
  const { antialias = true, fillRule = 'nonzero' } = options;
  const bounds = polygonBounds(points, canvas);
  if (bounds.width === 0) return EMPTY_MASK;
  const { x, y, width, height } = bounds;
  const local = Float64Array.from(points, (value, i) => value - (i % 2 === 0 ? x : y));
  const edges = polygonEdges(local, height);
  const data = new Uint8Array(width * height);
  const evenOdd = fillRule === 'evenodd';
  if (antialias) fillAreas(edges, width, height, evenOdd, data);
  else fillCentres(edges, width, height, evenOdd, data);
  return trimMask({ x, y, width, height, data });
}

function polygonBounds(points: ArrayLike<number>, canvas: Size): Rect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i + 1 < points.length; i += 2) {
    const [x, y] = [points[i]!, points[i + 1]!];
    if (!Number.isFinite(x) || !Number.isFinite(y)) throw new RangeError('a point is not finite');
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  if (left > right) return EMPTY_MASK;
  const x = Math.floor(left);
  const y = Math.floor(top);
  return intersectRects(
    { x, y, width: Math.ceil(right) - x, height: Math.ceil(bottom) - y },
    { x: 0, y: 0, width: canvas.width, height: canvas.height },
  );
}

/** Calls `visit` with the numbers of the edges that touch each row, row by row; unsorted. */
function sweepRows(
  edges: PolygonEdges,
  height: number,
  visit: (row: number, active: Int32Array, count: number) => void,
): void {
  const active = new Int32Array(edges.count);
  let count = 0;
  let next = 0;
  for (let row = 0; row < height; row++) {
    let kept = 0;
    for (let i = 0; i < count; i++) if (edges.bottom[active[i]!]! > row) active[kept++] = active[i]!;
    count = kept;
    while (next < edges.count && edges.top[next]! < row + 1) active[count++] = next++;
    visit(row, active, count);
  }
}

function fillAreas(
  edges: PolygonEdges,
  width: number,
  height: number,
  evenOdd: boolean,
  data: Uint8Array,
): void {
  const accumulator = new AreaAccumulator(width);
  const windings = new Float64Array(width);
  sweepRows(edges, height, (row, active, count) => {
    if (count === 0) return;
    for (let i = 0; i < count; i++) {
      const e = active[i]!;
      const from = Math.max(row, edges.top[e]!);
      const to = Math.min(row + 1, edges.bottom[e]!);
      const x = edges.x[e]! + (from - edges.top[e]!) * edges.slope[e]!;
      accumulator.addEdge((to - from) * edges.direction[e]!, x, x + (to - from) * edges.slope[e]!);
    }
    accumulator.takeRow(windings);
    for (let x = 0, at = row * width; x < width; x++, at++) {
      let covered = Math.abs(windings[x]!);
      if (evenOdd) {
        covered %= 2;
        if (covered > 1) covered = 2 - covered;
      } else if (covered > 1) covered = 1;
      data[at] = covered * 255 + 0.5;
    }
  });
}

function fillCentres(
  edges: PolygonEdges,
  width: number,
  height: number,
  evenOdd: boolean,
  data: Uint8Array,
): void {
  /** How the winding number changes from each pixel's centre to the next. */
  const changes = new Int32Array(width + 1);
  sweepRows(edges, height, (row, active, count) => {
    const y = row + 0.5;
    changes.fill(0);
    for (let i = 0; i < count; i++) {
      const e = active[i]!;
      if (edges.top[e]! > y || edges.bottom[e]! <= y) continue;
      const crossing = edges.x[e]! + (y - edges.top[e]!) * edges.slope[e]!;
      const first = Math.min(width, Math.max(0, Math.ceil(crossing - 0.5)));
      changes[first] = changes[first]! + edges.direction[e]!;
    }
    for (let x = 0, at = row * width, winding = 0; x < width; x++, at++) {
      winding += changes[x]!;
      if (evenOdd ? winding % 2 !== 0 : winding !== 0) data[at] = 255;
    }
  });
}
