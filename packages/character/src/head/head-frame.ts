import type { Point } from '../geometry/point.ts';

/**
 * A head turned in space. Head-local units: x to the character's left (the picture's right), y down,
 * z towards the viewer; the origin is the middle of the skull, 1 unit is 1 world unit.
 */
export interface HeadFrame {
  /** -1 (turned to the picture's left, 40°) to 1 (to its right). */
  readonly turn: number;
  /** Degrees by which the drawing is turned: less than the pose says, see {@link createHeadFrame}. */
  readonly yaw: number;
  /** Sine of the pitch; positive looks up. */
  readonly lift: number;
  /** Drawing units a head unit. */
  readonly scale: number;
  /** The place of a point of the head in drawing units. */
  at(x: number, y: number, z: number): Point;
  /** The place of a point given after turning: for outlines that are drawn, not turned. */
  flat(x: number, y: number, z?: number): Point;
  /** How near the viewer a point is, head units; below 0 it lies behind the middle of the skull. */
  nearness(x: number, y: number, z: number): number;
}

/** How a head is turned and where it is. */
export interface HeadPose {
  /** Degrees; positive turns the face to the picture's right. */
  readonly yaw: number;
  /** Degrees; positive looks up. */
  readonly pitch: number;
  /** Degrees clockwise, around the top of the neck. */
  readonly roll: number;
  /** Drawing units of the head's origin when not rolled. */
  readonly origin: Point;
  /** Drawing units a head unit. */
  readonly scale: number;
}

/** The pitch and roll of a head go around the top of the neck, head units below its origin. */
const NECK_TOP = 88;

/**
 * Drawn heads turn less than real ones: at a nominal 40° artists still show both eyes well, which is about
 * 33° of honest projection.
 */
const DRAWN_YAW = 0.83;

/** A frame for a pose: orthographic projection, yaw first, then pitch, then roll. */
export function createHeadFrame(pose: HeadPose): HeadFrame {
  const yaw = (pose.yaw * DRAWN_YAW * Math.PI) / 180;
  const pitch = (pose.pitch * Math.PI) / 180;
  const roll = (pose.roll * Math.PI) / 180;
  const [cosYaw, sinYaw] = [Math.cos(yaw), Math.sin(yaw)];
  const [cosPitch, sinPitch] = [Math.cos(pitch), Math.sin(pitch)];
  const [cosRoll, sinRoll] = [Math.cos(roll), Math.sin(roll)];
  const flat = (x: number, y: number, z = 0): Point => {
    const below = y - NECK_TOP;
    const pitched = below * cosPitch - z * sinPitch;
    return [
      pose.origin[0] + (x * cosRoll - pitched * sinRoll) * pose.scale,
      pose.origin[1] + (NECK_TOP + x * sinRoll + pitched * cosRoll) * pose.scale,
    ];
  };
  return {
    turn: sinYaw / Math.sin((40 * DRAWN_YAW * Math.PI) / 180),
    yaw: pose.yaw * DRAWN_YAW,
    lift: sinPitch,
    scale: pose.scale,
    flat,
    at: (x, y, z) => flat(x * cosYaw + z * sinYaw, y, z * cosYaw - x * sinYaw),
    nearness: (x, y, z) => (z * cosYaw - x * sinYaw) * cosPitch + (y - NECK_TOP) * sinPitch,
  };
}
