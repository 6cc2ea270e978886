import { faceDepth } from '../../head/face-surface.ts';
import type { Point } from '../../geometry/point.ts';
import type { Stage } from '../stage.ts';

/** A lens seen: where its centre is, and how to place a point on it. */
export interface Lens {
  readonly side: 1 | -1;
  /** Half the width and the height, head units. */
  readonly halfWidth: number;
  readonly halfHeight: number;
  /** A place on the lens: u from the nose (-1) to the temple (1), v from the top (-1) down (1). */
  at(u: number, v: number): Point;
}

/** The place of a point that floats before the face as spectacles do, `raise` head units off the skin. */
export function beforeFace({ head }: Stage, x: number, y: number, raise = 5): Point {
  // Glass does not follow the hollow of the cheek: its depth is that at the height of the eyes.
  return head.frame.at(x, y, faceDepth(x, head.shape.eyeY) + raise);
}

/** The lens before an eye. */
export function lensOf(stage: Stage, side: 1 | -1, width: number, height: number | 'round', drop = 3): Lens {
  const { shape } = stage.head;
  const halfWidth = Math.min(shape.eyeX - 8, (shape.eyeWidth + 6) * width);
  const halfHeight =
    height === 'round' ? halfWidth * 0.97 : Math.max(19, shape.eyeHeight * 0.62 + 10) * height;
  return {
    side,
    halfWidth,
    halfHeight,
    at: (u, v) =>
      beforeFace(stage, side * (shape.eyeX + 2 + u * halfWidth), shape.eyeY + drop + v * halfHeight),
  };
}

/** Points around a lens: a superellipse of the given exponent (2 = ellipse), from the inner side over the top. */
export function lensOutline(lens: Lens, exponent: number, count = 28, flare = 0): Point[] {
  return Array.from({ length: count }, (_, i) => {
    const angle = Math.PI + (i * 2 * Math.PI) / count;
    const power = (value: number): number => Math.sign(value) * Math.abs(value) ** (2 / exponent);
    const v = power(Math.sin(angle));
    // Flared lenses are wider on top.
    return lens.at(power(Math.cos(angle)) * (1 - flare * (v + 1) * 0.5), v);
  });
}
