import type { Character } from '../parameters/catalogue.ts';
import { drawnPose } from './drawn-pose.ts';
import { writeJointAngles } from './joint-angles.ts';
import type { ArmAngles, LegAngles } from './pose-angles.ts';

/**
 * The pose between those of two characters, by the angles of every joint. What hands do and what limbs lie
 * over changes halfway.
 *
 * @param t 0 is the pose of `a`, 1 that of `b`
 */
export function mixPoses(
  a: Character,
  b: Character,
  t: number,
): { readonly pose: Character['pose']; readonly jointAngles: string } {
  const from = drawnPose(a);
  const to = drawnPose(b);
  const { pose } = t < 0.5 ? a : b;
  const between = (first: number, second: number): number => first + (second - first) * t;
  const arm = (first: ArmAngles, second: ArmAngles): ArmAngles => ({
    ...(t < 0.5 ? first : second),
    shoulder: between(first.shoulder, second.shoulder),
    elbow: between(first.elbow, second.elbow),
    wrist: between(first.wrist, second.wrist),
    upperReach: between(first.upperReach, second.upperReach),
    foreReach: between(first.foreReach, second.foreReach),
    lift: between(first.lift ?? first.shoulder, second.lift ?? second.shoulder),
  });
  const leg = (first: LegAngles, second: LegAngles): LegAngles => ({
    ...(t < 0.5 ? first : second),
    hip: between(first.hip, second.hip),
    knee: between(first.knee, second.knee),
    ankle: between(first.ankle, second.ankle),
    thighReach: between(first.thighReach, second.thighReach),
    calfReach: between(first.calfReach, second.calfReach),
  });
  const jointAngles = writeJointAngles({
    pose,
    lean: between(from.lean, to.lean),
    hips: between(from.hips, to.hips),
    turn: between(from.turn, to.turn),
    head: between(from.head, to.head),
    torsoReach: between(from.torsoReach, to.torsoReach),
    air: between(from.air, to.air),
    armLeft: arm(from.armLeft, to.armLeft),
    armRight: arm(from.armRight, to.armRight),
    legLeft: leg(from.legLeft, to.legLeft),
    legRight: leg(from.legRight, to.legRight),
  });
  return { pose, jointAngles };
}
