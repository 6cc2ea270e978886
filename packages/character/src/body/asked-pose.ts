import type { Character } from '../parameters/catalogue.ts';
import { readJointAngles } from './joint-angles.ts';
import type { PoseAngles } from './pose-angles.ts';
import { poses } from './poses.ts';

/**
 * The angles that a character's pose asks for: those of the named pose, with what was set by hand in
 * place of it. What was set by hand in another named pose counts for nothing.
 */
export function askedPose({ pose, jointAngles }: Pick<Character, 'pose' | 'jointAngles'>): PoseAngles {
  const named = poses[pose];
  if (jointAngles === undefined) return named;
  const { pose: base, ...set } = readJointAngles(jointAngles);
  return base === pose ? { ...named, ...set } : named;
}
