import type { Point } from '../geometry/point.ts';
import type { Character } from '../parameters/catalogue.ts';
import type { FreePose } from './joint-angles.ts';
import type { ArmAngles } from './pose-angles.ts';
import { armLean, poseSkeleton, sideSign, type Skeleton } from './skeleton.ts';

/**
 * A character's pose as it is drawn, in numbers alone: arms that touch the body or that a framing moved
 * have the angles that they ended up with. Asking for it again gives the same joints.
 */
export function drawnPose(character: Character): Required<FreePose> {
  const skeleton = poseSkeleton(character);
  const { seat: _, ...pose } = skeleton.pose;
  return {
    ...pose,
    pose: character.pose,
    armLeft: drawnArm(skeleton, 'left'),
    armRight: drawnArm(skeleton, 'right'),
  };
}

function drawnArm({ joints, pose, torso }: Skeleton, side: 'left' | 'right'): ArmAngles {
  const { contact, ...angles } = side === 'left' ? pose.armLeft : pose.armRight;
  if (contact === undefined) return { ...angles, free: true };
  const sign = sideSign(side);
  const suffix = side === 'left' ? 'Left' : 'Right';
  const outward = (from: Point, to: Point): number =>
    (Math.atan2((to[0] - from[0]) * sign, to[1] - from[1]) * 180) / Math.PI;
  const [shoulder, elbow, wrist, hand] = [
    joints[`shoulder${suffix}`],
    joints[`elbow${suffix}`],
    joints[`wrist${suffix}`],
    joints[`hand${suffix}`],
  ];
  const upper = outward(shoulder, elbow);
  const fore = outward(elbow, wrist);
  return {
    ...angles,
    shoulder: halfTurn(upper - armLean(torso.lean, sign)),
    elbow: halfTurn(fore - upper),
    wrist: halfTurn(outward(wrist, hand) - fore),
    lift: angles.lift ?? angles.shoulder,
    free: true,
  };
}

/** The same angle between -180 and 180. */
export function halfTurn(degrees: number): number {
  return ((((degrees + 180) % 360) + 360) % 360) - 180;
}
