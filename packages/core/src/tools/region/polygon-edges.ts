/** The sloping edges of a closed polygon, sorted by their upper ends; all arrays have one element an edge. */
export interface PolygonEdges {
  readonly count: number;
  /** y of the upper and the lower end, in px, cut at the rows asked for. */
  readonly top: Float64Array;
  readonly bottom: Float64Array;
  /** x at the upper end and its change per px downwards. */
  readonly x: Float64Array;
  readonly slope: Float64Array;
  /** 1 for edges drawn downwards, -1 for upwards. */
  readonly direction: Int8Array;
}

/**
 * @param points x and y in turn, in px; the last point is joined to the first
 * @param height rows from 0; what lies above or below them is cut off
 */
export function polygonEdges(points: ArrayLike<number>, height: number): PolygonEdges {
  const corners = points.length >> 1;
  const starts = new Float64Array(corners);
  const picked: number[] = [];
  for (let i = 0; i < corners; i++) {
    const [y0, y1] = [points[2 * i + 1]!, points[2 * ((i + 1) % corners) + 1]!];
    starts[i] = Math.min(y0, y1);
    if (y0 !== y1 && starts[i]! < height && Math.max(y0, y1) > 0) picked.push(i);
  }
  picked.sort((a, b) => starts[a]! - starts[b]!);

  const count = picked.length;
  const edges = {
    count,
    top: new Float64Array(count),
    bottom: new Float64Array(count),
    x: new Float64Array(count),
    slope: new Float64Array(count),
    direction: new Int8Array(count),
  };
  for (let e = 0; e < count; e++) {
    const from = 2 * picked[e]!;
    const to = 2 * ((picked[e]! + 1) % corners);
    const down = points[to + 1]! > points[from + 1]!;
    // Both ways along an edge must give the same numbers, so that they cancel out exactly.
    const [upper, lower] = down ? [from, to] : [to, from];
    const y = points[upper + 1]!;
    edges.slope[e] = (points[lower]! - points[upper]!) / (points[lower + 1]! - y);
    edges.top[e] = Math.max(0, y);
    edges.bottom[e] = Math.min(height, points[lower + 1]!);
    edges.x[e] = points[upper]! + (edges.top[e]! - y) * edges.slope[e]!;
    edges.direction[e] = down ? 1 : -1;
  }
  return edges;
}
