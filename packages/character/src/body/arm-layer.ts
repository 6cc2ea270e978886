import { distance, type Point } from '../geometry/point.ts';
import type { ArmAngles } from './pose-angles.ts';
import type { Skeleton } from './skeleton.ts';
import { torsoHalf } from './torso.ts';

/** World units around the middle of the skull that hair fills. */
const HAIR = 140;
/** How far above its shoulder a hand is raised. */
const RAISED = 20;

/**
 * What an arm that was moved to a place lies over: the face where its hand is raised or beside the head,
 * the torso where it comes before it, else nothing. An arm behind the back stays there.
 */
export function armLayer(skeleton: Skeleton, arm: 'armLeft' | 'armRight'): ArmAngles['layer'] {
  const { joints, headScale, pose } = skeleton;
  const side = arm === 'armLeft' ? 'Left' : 'Right';
  const [shoulder, wrist, hand] = [joints[`shoulder${side}`], joints[`wrist${side}`], joints[`hand${side}`]];
  const nearHead = [wrist, hand].some((point) => distance(point, joints.head) < HAIR * headScale);
  const raised = Math.min(wrist[1], hand[1]) < shoulder[1] - RAISED;
  if (nearHead || raised) return 'face';
  const before = [wrist, hand].some((point) => isBeforeTorso(skeleton, point));
  if (!before) return 'side';
  return pose[arm].layer === 'back' ? 'back' : 'front';
}

/** Whether a point of the world lies within the outline of the torso, as wide as it is from the front. */
function isBeforeTorso({ joints, proportions: p, torso }: Skeleton, [x, y]: Point): boolean {
  const { neck, pelvis } = joints;
  const down = (y - neck[1]) / Math.max(1e-6, pelvis[1] - neck[1]);
  if (down < 0 || down > 1.25) return false;
  const middle = neck[0] + (pelvis[0] - neck[0]) * Math.min(1, down);
  const height = (y - neck[1]) / (p.length * torso.reach);
  return Math.abs(x - middle) < torsoHalf(p, height) * p.width;
}
