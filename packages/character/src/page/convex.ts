import type { Point } from '../geometry/point.ts';

/** A convex outline, clockwise on the screen. */
export type Convex = readonly Point[];

/** An axis-parallel box in page units. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The four corners of a box. */
export function boxCorners({ x, y, width, height }: Box): Point[] {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ];
}

/** The smallest box around points. */
export function boundsOf(points: readonly Point[]): Box {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** The area that two boxes share. */
export function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** A box made larger on every side; smaller where `by` is negative. */
export function grow({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

/**
 * What of a convex outline lies on the right of the directed line from `a` to `b`, moved to the right by
 * `inset` (Sutherland & Hodgman 1974). Empty where nothing does.
 */
export function clipRightOf(outline: Convex, a: Point, b: Point, inset = 0): Point[] {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
  // The right of a direction on a screen with y down.
  const normal: Point = [-(b[1] - a[1]) / length, (b[0] - a[0]) / length];
  const side = (p: Point): number => (p[0] - a[0]) * normal[0] + (p[1] - a[1]) * normal[1] - inset;
  const result: Point[] = [];
  for (const [index, point] of outline.entries()) {
    const next = outline[(index + 1) % outline.length] as Point;
    const here = side(point);
    const there = side(next);
    if (here >= 0) result.push(point);
    if (here >= 0 !== there >= 0) {
      const t = here / (here - there);
      result.push([point[0] + (next[0] - point[0]) * t, point[1] + (next[1] - point[1]) * t]);
    }
  }
  return result;
}

/** Whether a point lies inside a convex outline, or at most `slack` outside. */
export function insideConvex(outline: Convex, [x, y]: Point, slack = 0): boolean {
  return outline.every((a, index) => {
    const b = outline[(index + 1) % outline.length] as Point;
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    return ((x - a[0]) * -(b[1] - a[1]) + (y - a[1]) * (b[0] - a[0])) / length >= -slack;
  });
}

/** The area of an outline (the shoelace formula). */
export function areaOf(outline: Convex): number {
  let twice = 0;
  for (const [index, [x, y]] of outline.entries()) {
    const [nx, ny] = outline[(index + 1) % outline.length] as Point;
    twice += x * ny - nx * y;
  }
  return Math.abs(twice) / 2;
}
