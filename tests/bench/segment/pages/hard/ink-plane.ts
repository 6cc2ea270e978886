/** A grey drawing: 255 paper, 0 ink, one byte a pixel. Pixel (x, y) covers from x to x + 1. */
export interface InkPlane {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export type Point = readonly [x: number, y: number];

/** Grey 0-255 of an area: even, or at the middle of a pixel. */
export type Paint = number | ((x: number, y: number) => number);

/** Blank paper, or another even grey. */
export function inkPlane(width: number, height: number, grey = 255): InkPlane {
  return { width, height, data: new Uint8Array(width * height).fill(grey) };
}

const SUBROWS = 4;

/** Fills a polygon, where it overlaps itself too, with antialiased edges. */
export function fillPolygon(
  { width, height, data }: InkPlane,
  polygon: readonly Point[],
  paint: Paint,
): void {
  const edges = edgesByRow(polygon, height);
  const [first, last] = [
    Math.max(0, Math.floor(Math.min(...polygon.map(([x]) => x)))),
    Math.min(width - 1, Math.floor(Math.max(...polygon.map(([x]) => x)))),
  ];
  const coverage = new Float32Array(width);
  for (const [y, crossed] of edges) {
    coverage.fill(0, first, last + 1);
    for (let sub = 0; sub < SUBROWS; sub++) addSpans(coverage, crossed, y + (sub + 0.5) / SUBROWS);
    for (let x = first, i = y * width + first; x <= last; x++, i++) {
      const share = Math.min(1, coverage[x]! / SUBROWS);
      if (share === 0) continue;
      const grey = typeof paint === 'number' ? paint : paint(x + 0.5, y + 0.5);
      data[i] = Math.round(data[i]! + (grey - data[i]!) * share);
    }
  }
}

type Edge = readonly [ax: number, ay: number, bx: number, by: number];

/** The edges that each row of pixels may cross. */
function edgesByRow(polygon: readonly Point[], height: number): Map<number, Edge[]> {
  const rows = new Map<number, Edge[]>();
  for (const [i, [ax, ay]] of polygon.entries()) {
    const [bx, by] = polygon[(i + 1) % polygon.length]!;
    const last = Math.min(height - 1, Math.floor(Math.max(ay, by)));
    for (let y = Math.max(0, Math.floor(Math.min(ay, by))); y <= last; y++) {
      const row = rows.get(y);
      if (row) row.push([ax, ay, bx, by]);
      else rows.set(y, [[ax, ay, bx, by]]);
    }
  }
  return rows;
}

/** Adds how much of each pixel of a row lies inside a polygon along a horizontal line. */
function addSpans(coverage: Float32Array, edges: readonly Edge[], y: number): void {
  const crossings: [x: number, turn: number][] = [];
  for (const [ax, ay, bx, by] of edges)
    if (ay <= y !== by <= y) crossings.push([ax + ((y - ay) / (by - ay)) * (bx - ax), ay < by ? 1 : -1]);
  crossings.sort(([a], [b]) => a - b);
  let winding = 0;
  for (const [i, [x, turn]] of crossings.entries()) {
    winding += turn;
    const end = crossings[i + 1]?.[0];
    if (winding === 0 || end === undefined) continue;
    const [from, to] = [Math.max(0, x), Math.min(coverage.length, end)];
    for (let pixel = Math.floor(from); pixel < to; pixel++)
      coverage[pixel]! += Math.min(to, pixel + 1) - Math.max(from, pixel);
  }
}

/** Draws a dot with an antialiased edge; where dots overlap, the darker (for light ink: lighter) counts. */
export function stampDot({ width, height, data }: InkPlane, [cx, cy]: Point, radius: number, grey = 0): void {
  const reach = radius + 1;
  const [x0, x1] = [Math.max(0, Math.floor(cx - reach)), Math.min(width - 1, Math.floor(cx + reach))];
  const [y0, y1] = [Math.max(0, Math.floor(cy - reach)), Math.min(height - 1, Math.floor(cy + reach))];
  for (let y = y0; y <= y1; y++)
    for (let x = x0; x <= x1; x++) {
      const share = radius + 0.5 - Math.hypot(x + 0.5 - cx, y + 0.5 - cy);
      if (share <= 0) continue;
      const i = y * width + x;
      const value = grey < 128 ? 255 + (grey - 255) * Math.min(1, share) : grey * Math.min(1, share);
      data[i] = grey < 128 ? Math.min(data[i]!, value) : Math.max(data[i]!, value);
    }
}
