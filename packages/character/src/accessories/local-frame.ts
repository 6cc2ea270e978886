import type { Point } from '../geometry/point.ts';
import type { HeadFrame } from '../head/head-frame.ts';
import type { Scalp } from '../hair/scalp.ts';

/** A point or direction in head units: x to the picture's right of an unturned head, y down, z forward. */
export type Point3 = readonly [x: number, y: number, z: number];

/** Coordinates of a thing on a head, such as a hat: head units along three directions of its own. */
export interface LocalFrame {
  /** A place in drawing units. */
  at(u: number, v: number, w?: number): Point;
  /** Places given as [u, v] or [u, v, w]. */
  all(points: readonly (readonly number[])[]): Point[];
  /** The cosine of the angle between a direction of the frame and the line of sight; 1 faces the viewer. */
  facing(u: number, v: number, w: number): number;
  /** Drawing units a head unit. */
  readonly scale: number;
}

/** The unit vector from the head towards the viewer. */
export function viewDirection(frame: HeadFrame): Point3 {
  const middle = frame.nearness(0, 0, 0);
  return [
    frame.nearness(1, 0, 0) - middle,
    frame.nearness(0, 1, 0) - middle,
    frame.nearness(0, 0, 1) - middle,
  ];
}

/** The scalar product. */
export const dot = (a: Point3, b: Point3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** The vector product: of x and y it is z. */
export const cross = (a: Point3, b: Point3): Point3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

/** `a + b * scale`. */
export const add3 = (a: Point3, b: Point3, scale = 1): Point3 => [
  a[0] + b[0] * scale,
  a[1] + b[1] * scale,
  a[2] + b[2] * scale,
];

/** The vector at length 1; it must not be zero. */
export function unit(a: Point3): Point3 {
  const length = Math.hypot(...a);
  return [a[0] / length, a[1] / length, a[2] / length];
}

/** A frame from its origin and three directions of length 1, all in head units. */
export function localFrame(
  frame: HeadFrame,
  origin: Point3,
  right: Point3,
  down: Point3,
  out: Point3,
): LocalFrame {
  const view = viewDirection(frame);
  const at = (u: number, v: number, w = 0): Point =>
    frame.at(...add3(add3(add3(origin, right, u), down, v), out, w));
  return {
    at,
    all: (points) => points.map(([u = 0, v = 0, w = 0]) => at(u, v, w)),
    facing: (u, v, w) => u * dot(right, view) + v * dot(down, view) + w * dot(out, view),
    scale: frame.scale,
  };
}

/**
 * A frame for a hat or a ring: its plane tilted about the middle of the scalp's widest circle.
 *
 * @param height Head units by which the frame's origin lies above that circle, along its own axis.
 * @param back Degrees by which the axis leans back; negative leans forward.
 * @param aside Degrees by which it leans to the picture's right.
 */
export function crownFrame(scalp: Scalp, height: number, back: number, aside = 0): LocalFrame {
  const [b, a] = [(back * Math.PI) / 180, (aside * Math.PI) / 180];
  const down = unit([-Math.sin(a) * Math.cos(b), Math.cos(a) * Math.cos(b), Math.sin(b)]);
  const out = unit(cross([1, 0, 0], down));
  const right = cross(down, out);
  return localFrame(scalp.frame, add3([0, scalp.y, scalp.z], down, -height), right, down, out);
}

/** A place on the scalp in head units, as `scalp.at` has it in drawing units. */
export function onScalp(scalp: Scalp, azimuth: number, fall: number, raise = 0): Point3 {
  const angle = (azimuth * Math.PI) / 180;
  const tilt = Math.min(1, fall) * (Math.PI / 2);
  const out = Math.sin(tilt);
  return [
    (scalp.rx + raise) * out * Math.sin(angle),
    scalp.y - (scalp.ry + raise) * Math.cos(tilt) + Math.max(0, fall - 1) * 100,
    scalp.z + (scalp.rz + raise) * out * Math.cos(angle),
  ];
}

/** How an ornament lies on the scalp. */
export interface ScalpFrameOptions {
  /** Head units off the hair. */
  readonly raise?: number;
  /** Degrees by which it is turned in its own plane, clockwise for the viewer. */
  readonly spin?: number;
  /** How far it turns towards the viewer: 0 lies flat on the hair, 0.5 never seems thinner than half. */
  readonly lean?: number;
}

/** A frame on the scalp: u to the right for who looks at it, v down, w away from the hair. */
export function scalpFrame(
  scalp: Scalp,
  azimuth: number,
  fall: number,
  options: ScalpFrameOptions = {},
): LocalFrame {
  const { raise = 2, spin = 0, lean = 0 } = options;
  const origin = onScalp(scalp, azimuth, fall, raise);
  const normal = unit([
    origin[0] / scalp.rx ** 2,
    fall > 1 ? 0 : (origin[1] - scalp.y) / scalp.ry ** 2,
    (origin[2] - scalp.z) / scalp.rz ** 2,
  ]);
  const out = unit(add3(normal, viewDirection(scalp.frame), lean));
  // Straight down the scalp, made square to the normal.
  const straight: Point3 = Math.abs(out[1]) > 0.98 ? [0, 0, 1] : [0, 1, 0];
  const fallLine = unit(add3(straight, out, -dot(straight, out)));
  const side = cross(fallLine, out);
  const angle = (spin * Math.PI) / 180;
  const turn = (a: Point3, b: Point3, sine: number): Point3 =>
    unit(add3([a[0] * Math.cos(angle), a[1] * Math.cos(angle), a[2] * Math.cos(angle)], b, sine));
  return localFrame(
    scalp.frame,
    origin,
    turn(side, fallLine, Math.sin(angle)),
    turn(fallLine, side, -Math.sin(angle)),
    out,
  );
}

/** A frame that always faces the viewer, at a place given after the head's turn (see `HeadFrame.flat`). */
export function facingFrame(frame: HeadFrame, [x, y, z]: Point3, spin = 0): LocalFrame {
  const angle = (spin * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const at = (u: number, v: number): Point => frame.flat(x + u * cos - v * sin, y + u * sin + v * cos, z);
  return {
    at,
    all: (points) => points.map(([u = 0, v = 0]) => at(u, v)),
    facing: (_u, _v, w) => w,
    scale: frame.scale,
  };
}
