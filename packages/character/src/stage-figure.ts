import { headroom } from './accessories/headroom.ts';
import type { PoseAngles } from './body/pose-angles.ts';
import { poseSkeleton, skeletonBounds, type Skeleton } from './body/skeleton.ts';
import { frameFigure, type Camera } from './drawing/camera.ts';
import type { Point } from './geometry/point.ts';
import { createHeadFrame, type HeadFrame } from './head/head-frame.ts';
import type { Character } from './parameters/catalogue.ts';

/** A posed body before a camera: everything that is known before anything is drawn. */
export interface StagedFigure {
  readonly skeleton: Skeleton;
  readonly camera: Camera;
  readonly headFrame: HeadFrame;
}

/**
 * Poses a character and points the camera at it.
 *
 * @param angles the pose; absent: the character's own
 */
export function stageFigure(character: Character, angles?: PoseAngles): StagedFigure {
  const skeleton = poseSkeleton(character, angles);
  const camera = frameFigure(character, skeletonBounds(skeleton), headroom(character) * skeleton.headScale);
  const headFrame = createHeadFrame({
    yaw: character.yaw,
    pitch: character.pitch,
    roll: skeleton.headTilt,
    origin: placedBy(camera, skeleton.joints.head),
    scale: camera.scale * skeleton.headScale,
  });
  return { skeleton, camera, headFrame };
}

/** World to drawing units. */
export function placedBy({ origin, scale }: Camera, [x, y]: Point): Point {
  return [origin[0] + x * scale, origin[1] + y * scale];
}
