import type { Point } from '../geometry/point.ts';
import type { HeadFrame } from './head-frame.ts';

/**
 * The front of the face as a shallow bowl: how far a point of it lies before the middle of the skull.
 * Flatter than a skull, as drawn faces are: features stay readable up to a yaw of 40°.
 */
export function faceDepth(x: number, y: number): number {
  const down = y - 30;
  return 67 - (x * x) / 195 - (down * down) / (down > 0 ? 300 : 420);
}

/** The place of a point drawn on the front of the face, in drawing units. */
export function onFace(frame: HeadFrame, x: number, y: number, raise = 0): Point {
  return frame.at(x, y, faceDepth(x, y) + raise);
}
