import { limitPose, type PoseAngles } from './body/pose-angles.ts';
import { CharacterError } from './character-error.ts';

/**
 * Refuses a pose that no body can take; drawing takes the nearest that one can.
 * @throws CharacterError `POSE_IMPOSSIBLE`, naming the first joint that is asked too much and what it allows
 */
export function checkPose(angles: PoseAngles): void {
  const [hit] = limitPose(angles).hits;
  if (hit === undefined) return;
  const [low, high] = hit.allowed;
  throw new CharacterError('POSE_IMPOSSIBLE', hit.message, { joint: hit.joint, asked: hit.asked, low, high });
}
