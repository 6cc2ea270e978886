/** A point or vector in drawing units: x to the right, y down. */
export type Point = readonly [x: number, y: number];

/** The point at fraction `t` of the way from `a` to `b`. */
export function mix(a: Point, b: Point, t: number): Point {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
}

/** `a + b * scale`. */
export function add(a: Point, b: Point, scale = 1): Point {
  return [a[0] + b[0] * scale, a[1] + b[1] * scale];
}

/** The distance between two points. */
export function distance(a: Point, b: Point): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1]);
}

/** The unit vector from `a` to `b`; [0, 0] where they are the same. */
export function direction(a: Point, b: Point): Point {
  const length = distance(a, b);
  return length < 1e-9 ? [0, 0] : [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
}

/** The vector turned by 90° to the right as seen on the screen (y down): [1, 0] becomes [0, 1]. */
export function turnRight(v: Point): Point {
  return [-v[1], v[0]];
}

/** The point turned around `centre` by `degrees`, clockwise on the screen. */
export function rotate(point: Point, centre: Point, degrees: number): Point {
  const angle = (degrees * Math.PI) / 180;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const x = point[0] - centre[0];
  const y = point[1] - centre[1];
  return [centre[0] + x * cos - y * sin, centre[1] + x * sin + y * cos];
}
