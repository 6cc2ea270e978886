import type { ArmAngles, PoseAngles } from './pose-angles.ts';
import { shoulderAt } from './shoulder.ts';
import type { Proportions } from './proportions.ts';

/** Short arms can't reach over a big head: raised ones go out beside it. */
export function chibiPose(pose: PoseAngles): PoseAngles {
  const arm = (angles: ArmAngles): ArmAngles => {
    if (angles.layer !== 'face' || angles.free) return angles;
    const { contact, ...free } = angles;
    if (contact !== undefined && contact[1] > 40) return angles;
    const shoulder = Math.min(angles.shoulder, 112);
    return { ...free, shoulder, elbow: Math.min(angles.elbow, 128 - shoulder) };
  };
  return {
    ...pose,
    armLeft: arm({ ...pose.armLeft, ...(pose.armLeft.shoulder > 140 && { layer: 'face' as const }) }),
    armRight: arm({ ...pose.armRight, ...(pose.armRight.shoulder > 140 && { layer: 'face' as const }) }),
  };
}

/**
 * Arms that would leave a bust's picture at its sides or over the hair are folded, so that the hand is
 * seen beside the face and the elbow leaves below.
 */
export function bustPose(pose: PoseAngles, p: Proportions): PoseAngles {
  const arm = (angles: ArmAngles): ArmAngles =>
    angles.free ||
    angles.contact !== undefined ||
    angles.layer === 'back' ||
    (angles.shoulder < 60 && angles.elbow < 60)
      ? angles
      : {
          ...angles,
          shoulder: 20,
          elbow: 150,
          upperReach: 0.8,
          foreReach: 0.86,
          layer: 'face',
          contact: [Math.max(154 / p.width, shoulderAt + 27), 66 / p.length],
        };
  return { ...pose, armLeft: arm(pose.armLeft), armRight: arm(pose.armRight) };
}
