import { spline } from '../geometry/curve.ts';
import { rotate, type Point } from '../geometry/point.ts';
import type { HeadFrame } from '../head/head-frame.ts';
import type { Sheaf, SheafTip } from './sheaf.ts';
import type { Scalp } from './scalp.ts';

/** A point of a head, head units; x, y and z as in {@link HeadFrame}. */
export type HeadPoint = readonly [x: number, y: number, z: number];

/** Degrees by which a frame is rolled, clockwise. */
export function rollOf(frame: HeadFrame): number {
  const a = frame.flat(0, 0);
  const b = frame.flat(1, 0);
  return (Math.atan2(b[1] - a[1], b[0] - a[0]) * 180) / Math.PI;
}

/** Radians by which a frame is turned. */
export function yawAngle(frame: HeadFrame): number {
  return (frame.yaw * Math.PI) / 180;
}

/** Half the width of the dome of hair as seen, head units. */
export function domeHalf(scalp: Scalp): number {
  const yaw = yawAngle(scalp.frame);
  return Math.hypot(scalp.rx * Math.cos(yaw), scalp.rz * Math.sin(yaw));
}

/**
 * A point of hair that hangs: given after the head's turn (`flat`: x to the right as seen). The further it
 * hangs below the ears, the less it follows the head's roll, because hair hangs down.
 */
export function hanging(frame: HeadFrame, x: number, y: number, z: number): Point {
  const t = Math.max(0, Math.min(1, (y - 10) / 190));
  const slack = t * t * (3 - 2 * t) * 0.62;
  return rotate(frame.flat(x, y, z), frame.flat(0, 20, z), -rollOf(frame) * slack);
}

/** A point of the head after the head's turn. */
export function turned(frame: HeadFrame, [x, y, z]: HeadPoint): HeadPoint {
  const yaw = yawAngle(frame);
  return [x * Math.cos(yaw) + z * Math.sin(yaw), y, z * Math.cos(yaw) - x * Math.sin(yaw)];
}

/** A place on the scalp after the head's turn, head units: see {@link Scalp.at}. */
export function scalpPoint(scalp: Scalp, azimuth: number, fall: number, raise = 0): HeadPoint {
  const angle = (azimuth * Math.PI) / 180;
  const tilt = Math.min(1, fall) * (Math.PI / 2);
  const out = Math.sin(tilt);
  return turned(scalp.frame, [
    (scalp.rx + raise) * out * Math.sin(angle),
    scalp.y - (scalp.ry + raise) * Math.cos(tilt) + Math.max(0, fall - 1) * 100,
    scalp.z + (scalp.rz + raise) * out * Math.cos(angle),
  ]);
}

/** The centre line of something that hangs, smooth, from points given after the head's turn. */
export function hangingLine(frame: HeadFrame, points: readonly HeadPoint[], perSpan = 6): Point[] {
  return spline(
    points.map(([x, y, z]) => hanging(frame, x, y, z)),
    perSpan,
  );
}

/** Interpolates `values` smoothly at fraction `t`. */
export function sampled(values: readonly number[], t: number): number {
  const last = values.length - 1;
  const position = Math.max(0, Math.min(1, t)) * last;
  const i = Math.min(last - 1, Math.floor(position));
  const rest = position - i;
  const ease = rest * rest * (3 - 2 * rest);
  return (values[i] as number) * (1 - ease) + (values[i + 1] as number) * ease;
}

/** A polyline walked by length: its point and its left normal at fraction `t`. */
export function walk(
  line: readonly Point[],
): (t: number) => { readonly point: Point; readonly normal: Point } {
  const lengths = [0];
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1] as Point, line[i] as Point];
    lengths.push((lengths[i - 1] as number) + Math.hypot(b[0] - a[0], b[1] - a[1]));
  }
  const total = lengths.at(-1) as number;
  const pointAt = (t: number): Point => {
    const goal = Math.max(0, Math.min(1, t)) * total;
    let i = 1;
    while (i < line.length - 1 && (lengths[i] as number) < goal) i++;
    const [a, b] = [line[i - 1] as Point, line[i] as Point];
    const span = (lengths[i] as number) - (lengths[i - 1] as number) || 1;
    const rest = (goal - (lengths[i - 1] as number)) / span;
    return [a[0] + (b[0] - a[0]) * rest, a[1] + (b[1] - a[1]) * rest];
  };
  return (t) => {
    const [a, b] = [pointAt(t - 0.03), pointAt(t + 0.03)];
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    return { point: pointAt(t), normal: [(b[1] - a[1]) / -length, (b[0] - a[0]) / length] };
  };
}

/** A sheaf along a centre line; half widths in drawing units, spread evenly along it. */
export function sheafAlong(
  line: readonly Point[],
  halfWidths: readonly number[],
  tips: readonly SheafTip[],
): Sheaf {
  const on = walk(line);
  return {
    tips,
    at: (across, along) => {
      const { point, normal } = on(along);
      const offset = (1 - 2 * across) * sampled(halfWidths, along);
      return [point[0] + normal[0] * offset, point[1] + normal[1] * offset];
    },
  };
}
