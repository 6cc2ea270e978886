import type { Point } from './constrain-angle.ts';

/**
 * Where the end of a string lies after its other end was pulled along a straight line: at rest while
 * the string is slack, then drawn along the curve that a taut string makes (a tractrix). As this is
 * the exact curve and not steps towards the pointer, pulling along a line in one go or in a hundred
 * small moves ends at the same place.
 *
 * With the angle a between string and direction of pull, `tan(a / 2)` falls by `e^(-d / length)` over
 * a distance d, from `da/ds = -sin(a) / length`.
 *
 * @param end where the free end lies, at most `length` away from `from`
 * @param from, to the line that the held end moves along
 * @param length of the string in the same units, > 0
 */
export function pullString(end: Point, from: Point, to: Point, length: number): Point {
  let [dx, dy] = [to.x - from.x, to.y - from.y];
  if (Math.hypot(to.x - end.x, to.y - end.y) <= length) {
    // The distance to a point is convex along a line: near at both ends is near all the way.
    return end;
  }
  const distance = Math.hypot(dx, dy);
  [dx, dy] = [dx / distance, dy / distance];
  const along = (from.x - end.x) * dx + (from.y - end.y) * dy;
  const across = (from.x - end.x) * dy - (from.y - end.y) * dx;
  // The string gets taut where the held end leaves the circle around the free one.
  const taut = Math.max(0, -along + Math.sqrt(Math.max(0, length * length - across * across)));
  const angle = Math.asin(Math.min(1, Math.max(-1, across / length)));
  const left = 2 * Math.atan(Math.tan(angle / 2) * Math.exp(-(distance - taut) / length));
  const [c, s] = [Math.cos(left) * length, Math.sin(left) * length];
  return { x: to.x - (dx * c + dy * s), y: to.y - (dy * c - dx * s) };
}
