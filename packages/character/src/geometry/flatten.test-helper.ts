import type { PathData } from './path.ts';
import type { Point } from './point.ts';

/** The corners of a closed path, its curves cut into straight pieces. Tests only. */
export function flatten(path: PathData, perCurve = 8): Point[] {
  const points: Point[] = [];
  for (const [, command, list] of path.matchAll(/([MLCZ])([^MLCZ]*)/g)) {
    const numbers = (list!.match(/-?[\d.]+/g) ?? []).map(Number);
    const pairs = Array.from({ length: numbers.length / 2 }, (_, i): Point => [
      numbers[i * 2]!,
      numbers[i * 2 + 1]!,
    ]);
    if (command !== 'C') points.push(...pairs);
    else {
      const from = points.at(-1)!;
      const [a, b, to] = pairs as [Point, Point, Point];
      for (let k = 1; k <= perCurve; k++) points.push(deCasteljau([from, a, b, to], k / perCurve));
    }
  }
  return points;
}

/** A point of a Bézier curve of any degree (de Casteljau). Tests only. */
export function deCasteljau(control: readonly Point[], t: number): Point {
  if (control.length === 1) return control[0]!;
  const next = control.slice(1).map(([x, y], i): Point => {
    const [px, py] = control[i]!;
    return [px + (x - px) * t, py + (y - py) * t];
  });
  return deCasteljau(next, t);
}

/** Whether a point lies inside a polygon, by the nonzero rule that pictures are filled with. Tests only. */
export function contains(polygon: readonly Point[], [x, y]: Point): boolean {
  let winding = 0;
  for (const [i, [bx, by]] of polygon.entries()) {
    const [ax, ay] = polygon.at(i - 1)!;
    const leftOf = (bx - ax) * (y - ay) - (x - ax) * (by - ay);
    if (ay <= y && by > y && leftOf > 0) winding++;
    if (ay > y && by <= y && leftOf < 0) winding--;
  }
  return winding !== 0;
}

/** The area of a polygon without crossings (shoelace). Tests only. */
export function areaOf(polygon: readonly Point[]): number {
  const twice = polygon.reduce((sum, [x, y], i) => {
    const [px, py] = polygon.at(i - 1)!;
    return sum + px * y - x * py;
  }, 0);
  return Math.abs(twice) / 2;
}
