import type { Point } from './point.ts';

/**
 * Points along the cubic Bézier curve with the given control points, both ends included.
 *
 * @param count How many points, at least 2.
 */
export function bezier(p0: Point, p1: Point, p2: Point, p3: Point, count = 10): Point[] {
  const points: Point[] = [];
  for (let i = 0; i < count; i++) {
    const t = i / (count - 1);
    const u = 1 - t;
    const a = u * u * u;
    const b = 3 * u * u * t;
    const c = 3 * u * t * t;
    const d = t * t * t;
    points.push([
      a * p0[0] + b * p1[0] + c * p2[0] + d * p3[0],
      a * p0[1] + b * p1[1] + c * p2[1] + d * p3[1],
    ]);
  }
  return points;
}

/**
 * Points along the Catmull-Rom spline through all given points, both ends included
 * (uniform parametrisation, tension 1/2; Catmull & Rom 1974).
 *
 * @param through At least two points.
 * @param perSpan How many pieces each span between two given points is cut into.
 */
export function spline(through: readonly Point[], perSpan = 6): Point[] {
  const points: Point[] = [];
  const last = through.length - 1;
  for (let i = 0; i < last; i++) {
    const a = through[Math.max(0, i - 1)] as Point;
    const b = through[i] as Point;
    const c = through[i + 1] as Point;
    const d = through[Math.min(last, i + 2)] as Point;
    for (let k = 0; k < perSpan; k++) {
      const t = k / perSpan;
      points.push([catmullRom(a[0], b[0], c[0], d[0], t), catmullRom(a[1], b[1], c[1], d[1], t)]);
    }
  }
  points.push(through[last] as Point);
  return points;
}

/** One coordinate of the Catmull-Rom spline between `b` (t = 0) and `c` (t = 1). */
export function catmullRom(a: number, b: number, c: number, d: number, t: number): number {
  return (
    0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t)
  );
}

/** The point at fraction `t` (0 to 1) of a polyline, counted in points, not in length. */
export function at(line: readonly Point[], t: number): Point {
  const position = Math.min(1, Math.max(0, t)) * (line.length - 1);
  const index = Math.min(line.length - 2, Math.floor(position));
  const a = line[index] as Point;
  const b = line[index + 1] as Point;
  const rest = position - index;
  return [a[0] + (b[0] - a[0]) * rest, a[1] + (b[1] - a[1]) * rest];
}

/** The part of a polyline between two fractions, in `count` points; runs backwards where from > to. */
export function section(line: readonly Point[], from: number, to: number, count = 8): Point[] {
  const points: Point[] = [];
  for (let i = 0; i < count; i++) points.push(at(line, from + ((to - from) * i) / (count - 1)));
  return points;
}
