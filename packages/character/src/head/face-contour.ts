import type { Point } from '../geometry/point.ts';
import type { FaceShape } from './face-shape.ts';
import type { HeadFrame } from './head-frame.ts';

/** The outline of the face from the picture's right temple over the chin to the left one. */
export interface FaceContour {
  /** Temple to the middle of the chin, the picture's right side. */
  readonly right: readonly Point[];
  /** Middle of the chin to the temple, the picture's left side. */
  readonly left: readonly Point[];
  /** The middle of the chin. */
  readonly chin: Point;
}

/** One side of the outline as distances from the middle: [x, y, nearness]. */
type Side = readonly (readonly [x: number, y: number, z: number])[];

/** A side seen from the front, from the temple down to beside the chin. */
function frontSide(shape: FaceShape): Side {
  const { halfWidth: w, chin, jaw, chinWidth, cheek } = shape;
  return [
    [w * 0.985, -34, 10],
    [w * 1.0, -4, 15],
    [w * (0.975 + cheek * 0.015), 30, 20],
    [w * (0.87 + jaw * 0.075 + cheek * 0.03), 60, 26],
    [w * (0.635 + jaw * 0.16 + cheek * 0.025), chin - 33, 34],
    [w * (0.345 + jaw * 0.12), chin - 13, 42],
    [chinWidth * 0.85, chin - 1.6, 48],
  ];
}

/** The far side at 40°: brow bone, the dip of the eye socket, the cheek that stands out, the jaw. */
function farSide(shape: FaceShape): Side {
  const { halfWidth: w, chin, jaw, chinWidth, cheek } = shape;
  return [
    [w * 1.0, -34, 10],
    [w * 0.985, -6, 16],
    [w * 0.965, 16, 22],
    [w * (1.012 + cheek * 0.02), 44, 30],
    [w * (0.9 + jaw * 0.06 + cheek * 0.03), chin - 40, 38],
    [w * (0.66 + jaw * 0.07), chin - 15, 46],
    [chinWidth * 0.9 + w * 0.33, chin - 1.5, 50],
  ];
}

/** The near side at 40°: from the ear along the jaw to the chin. */
function nearSide(shape: FaceShape): Side {
  const { halfWidth: w, chin, jaw, chinWidth, cheek } = shape;
  return [
    [w * 0.97, -34, 4],
    [w * 0.95, -4, 6],
    [w * 0.91, 28, 8],
    [w * (0.83 + cheek * 0.015), 56, 14],
    [w * (0.6 + jaw * 0.12), chin - 30, 26],
    [w * (0.18 + jaw * 0.07), chin - 9.5, 40],
    [chinWidth * 0.8 - w * 0.3, chin - 0.6, 48],
  ];
}

const blend = (a: Side, b: Side, t: number): Side =>
  a.map((point, i) => {
    const other = b[i] as (typeof b)[number];
    return [
      point[0] + (other[0] - point[0]) * t,
      point[1] + (other[1] - point[1]) * t,
      point[2] + (other[2] - point[2]) * t,
    ] as const;
  });

/** The outline of one side (1 the picture's right) at the frame's yaw. */
function turnedSide(frame: HeadFrame, shape: FaceShape, side: 1 | -1): Side {
  // Turning to the right makes the right side the far one.
  const turned = frame.turn * side >= 0 ? farSide(shape) : nearSide(shape);
  return blend(frontSide(shape), turned, Math.abs(frame.turn));
}

/**
 * How far the outline is from the middle of the skull at a height between temple and chin, on one side (1
 * the picture's right): head units, after turning.
 */
export function contourReach(frame: HeadFrame, shape: FaceShape, side: 1 | -1, y: number): number {
  const points = turnedSide(frame, shape, side);
  const below = points.findIndex((point) => point[1] >= y);
  const next = below === -1 ? points.length - 1 : Math.max(1, below);
  const [a, b] = [points[next - 1] as (typeof points)[number], points[next] as (typeof points)[number]];
  return a[0] + ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]);
}

/**
 * The outline of a face at the frame's yaw. A turned head is not a turned outline: the drawing is
 * blended between the front view and a three-quarter view.
 */
export function faceContour(frame: HeadFrame, shape: FaceShape): FaceContour {
  const right = turnedSide(frame, shape, 1);
  const left = turnedSide(frame, shape, -1);
  const chin = frame.flat(frame.turn * shape.halfWidth * 0.325, shape.chin, 50);
  return {
    chin,
    right: [...right.map(([x, y, z]) => frame.flat(x, y, z)), chin],
    left: [chin, ...left.toReversed().map(([x, y, z]) => frame.flat(-x, y, z))],
  };
}
