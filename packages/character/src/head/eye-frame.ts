import { distance, type Point } from '../geometry/point.ts';
import { contourReach } from './face-contour.ts';
import type { FaceShape } from './face-shape.ts';
import { faceDepth, onFace } from './face-surface.ts';
import type { HeadFrame } from './head-frame.ts';

/** The coordinates of one eye: from its unit square to drawing units. */
export interface EyeFrame {
  /** A place of the eye: u from the inner (-1) to the outer corner, v down. */
  at(u: number, v: number): Point;
  /** Several places at once. */
  points(list: readonly Point[]): Point[];
  /** Drawing units of half the eye's width and height, as seen. */
  readonly halfWidth: number;
  readonly halfHeight: number;
}

/** How far within the outline of the face the outer corner of the far eye stays, head units. */
const FACE_MARGIN = 1.5;

/**
 * The frame of one eye.
 *
 * @param tilt Degrees by which the outer corner is raised.
 * @param side 1 for the character's left eye (the picture's right), -1 for the other.
 */
export function createEyeFrame(frame: HeadFrame, shape: FaceShape, tilt: number, side: 1 | -1): EyeFrame {
  const angle = (-tilt * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const narrowing = narrowed(frame, shape, tilt, side);
  const place = (u: number, v: number): Point => {
    const x = ((u + 1) * narrowing - 1) * shape.eyeWidth;
    const y = v * shape.eyeHeight;
    return onFace(frame, side * (shape.eyeX + x * cos - y * sin), shape.eyeY + x * sin + y * cos);
  };
  return {
    at: place,
    points: (list) => list.map(([u, v]) => place(u, v)),
    halfWidth: distance(place(-1, 0), place(1, 0)) / 2,
    halfHeight: distance(place(0, -1), place(0, 1)) / 2,
  };
}

/**
 * The part of its width that an eye keeps: 1, or less on the far side of a head so narrow, or of eyes so wide
 * apart, that the outer corner would stand over the outline of the face.
 */
function narrowed(frame: HeadFrame, shape: FaceShape, tilt: number, side: 1 | -1): number {
  if (frame.turn * side <= 0) return 1;
  const yaw = (Math.abs(frame.yaw) * Math.PI) / 180;
  const reach = (x: number, y: number): number => x * Math.cos(yaw) + faceDepth(x, y) * Math.sin(yaw);
  const rise = Math.tan((tilt * Math.PI) / 180) * shape.eyeWidth;
  const y = shape.eyeY - rise;
  const inner = reach(shape.eyeX - shape.eyeWidth, shape.eyeY + rise);
  const outer = reach(shape.eyeX + shape.eyeWidth, y);
  const limit = contourReach(frame, shape, side, y) - FACE_MARGIN;
  return outer <= limit ? 1 : Math.max(0.6, (limit - inner) / (outer - inner));
}
