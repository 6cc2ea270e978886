import type { Point } from './ink-plane.ts';

/** Points about a pixel apart along a line through corners. */
export function densePath(corners: readonly Point[], isClosed: boolean, spacing = 1): Point[] {
  const path: Point[] = [];
  const last = isClosed ? corners.length : corners.length - 1;
  for (let i = 0; i < last; i++) {
    const [[ax, ay], [bx, by]] = [corners[i]!, corners[(i + 1) % corners.length]!];
    const count = Math.max(1, Math.round(Math.hypot(bx - ax, by - ay) / spacing));
    for (let k = 0; k < count; k++) path.push([ax + ((bx - ax) * k) / count, ay + ((by - ay) * k) / count]);
  }
  if (!isClosed && corners.length > 0) path.push(corners.at(-1)!);
  return path;
}

/** A smooth closed line through points (Catmull-Rom), `steps` points to each given one. */
export function smoothLoop(points: readonly Point[], steps = 10): Point[] {
  const at = (i: number): Point => points[(i + points.length) % points.length]!;
  return points.flatMap((_, i) =>
    Array.from({ length: steps }, (_, k) => catmullRom(at(i - 1), at(i), at(i + 1), at(i + 2), k / steps)),
  );
}

/** A smooth open line through points. */
export function smoothLine(points: readonly Point[], steps = 10): Point[] {
  const at = (i: number): Point => points[Math.max(0, Math.min(points.length - 1, i))]!;
  const line = points
    .slice(1)
    .flatMap((_, i) =>
      Array.from({ length: steps }, (_, k) => catmullRom(at(i - 1), at(i), at(i + 1), at(i + 2), k / steps)),
    );
  return [...line, points.at(-1)!];
}

function catmullRom(p0: Point, p1: Point, p2: Point, p3: Point, t: number): Point {
  const along = (axis: 0 | 1): number =>
    0.5 *
    (2 * p1[axis] +
      (p2[axis] - p0[axis]) * t +
      (2 * p0[axis] - 5 * p1[axis] + 4 * p2[axis] - p3[axis]) * t * t +
      (3 * p1[axis] - p0[axis] - 3 * p2[axis] + p3[axis]) * t * t * t);
  return [along(0), along(1)];
}

/** The outline of a limb: a line with a half width at each of its points, rounded at its end. */
export function limb(line: readonly Point[], halfWidthAt: (share: number) => number): Point[] {
  const [left, right]: [Point[], Point[]] = [[], []];
  for (const [i, [x, y]] of line.entries()) {
    const [[ax, ay], [bx, by]] = [line[Math.max(0, i - 1)]!, line[Math.min(line.length - 1, i + 1)]!];
    const length = Math.hypot(bx - ax, by - ay) || 1;
    const half = halfWidthAt(i / (line.length - 1));
    const [nx, ny] = [(-(by - ay) / length) * half, ((bx - ax) / length) * half];
    left.push([x + nx, y + ny]);
    right.push([x - nx, y - ny]);
  }
  const [ex, ey] = line.at(-1)!;
  const [lx, ly] = left.at(-1)!;
  // Half a turn about the end, from the left side to the right.
  const cap = Array.from({ length: 7 }, (_, k): Point => {
    const turn = (-Math.PI * (k + 1)) / 8;
    const [dx, dy] = [lx - ex, ly - ey];
    return [ex + dx * Math.cos(turn) - dy * Math.sin(turn), ey + dx * Math.sin(turn) + dy * Math.cos(turn)];
  });
  return [...left, ...cap, ...right.toReversed()];
}
