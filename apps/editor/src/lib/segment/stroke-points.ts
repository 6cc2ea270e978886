/** A place in pixels of the picture. */
export type PointPair = readonly [x: number, y: number];

/** Places that are looked at together: a scribble of thousands costs no more than so many of these. */
const BLOCK = 256;

/**
 * A line with fewer places that goes nowhere farther from the old one than a distance (Douglas and Peucker
 * 1973). A pen gives hundreds of places a second, of which a stroke needs few.
 * @param distance pixels
 */
export function simplifyLine(points: readonly PointPair[], distance: number): PointPair[] {
  if (points.length < 3) return [...points];
  const keep = new Uint8Array(points.length);
  keep[0] = keep[points.length - 1] = 1;
  const parts: [number, number][] = [];
  for (let from = 0; from < points.length - 1; from += BLOCK) {
    keep[from] = 1;
    parts.push([from, Math.min(points.length - 1, from + BLOCK)]);
  }
  for (let part = parts.pop(); part; part = parts.pop()) {
    const [from, to] = part;
    let [farthest, most] = [-1, distance];
    for (let i = from + 1; i < to; i++) {
      const away = distanceToSegment(points[i]!, points[from]!, points[to]!);
      if (away > most) [farthest, most] = [i, away];
    }
    if (farthest < 0) continue;
    keep[farthest] = 1;
    parts.push([from, farthest], [farthest, to]);
  }
  return points.filter((_, i) => keep[i] === 1);
}

export function distanceToSegment([x, y]: PointPair, [ax, ay]: PointPair, [bx, by]: PointPair): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

/** Places to a tenth of a pixel, as they are kept with the result. */
export function roundPoints(points: readonly PointPair[]): PointPair[] {
  return points.map(([x, y]) => [Math.round(x * 10) / 10, Math.round(y * 10) / 10]);
}
