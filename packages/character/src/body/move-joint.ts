import type { Point } from '../geometry/point.ts';
import type { Character } from '../parameters/catalogue.ts';
import { stageFigure, type StagedFigure } from '../stage-figure.ts';
import { askedPose } from './asked-pose.ts';
import { drawnPose } from './drawn-pose.ts';
import { armLayer } from './arm-layer.ts';
import { searchNearest } from './search-nearest.ts';
import { readJointAngles, writeJointAngles, type FreePose } from './joint-angles.ts';
import { placesOf } from './joint-places.ts';
import { jointLimits, type ArmAngles, type PoseAngles } from './pose-angles.ts';
import type { JointName } from './skeleton.ts';

type Limb = 'armLeft' | 'armRight' | 'legLeft' | 'legRight';
type Side = 'Left' | 'Right';
type LimitName = keyof typeof jointLimits;

/** What may change for a joint to get to a place: angles of one limb, or of the body. */
interface Reach {
  readonly limb?: Limb;
  /** Tried first; lengths only where these do not get there. */
  readonly angles: readonly LimitName[];
  readonly lengths: readonly LimitName[];
}

const armJoint = (side: Side, angles: readonly LimitName[], lengths: readonly LimitName[]): Reach => ({
  limb: `arm${side}`,
  angles,
  lengths,
});
const legJoint = (side: Side, angles: readonly LimitName[], lengths: readonly LimitName[]): Reach => ({
  limb: `leg${side}`,
  angles,
  lengths,
});

const reaches: Readonly<Partial<Record<JointName, Reach>>> = {
  head: { angles: ['head', 'lean'], lengths: [] },
  neck: { angles: ['lean'], lengths: ['torsoReach'] },
  hipLeft: { angles: ['hips'], lengths: [] },
  hipRight: { angles: ['hips'], lengths: [] },
  ...Object.fromEntries(
    (['Left', 'Right'] as const).flatMap((side): [string, Reach][] => [
      [`elbow${side}`, armJoint(side, ['shoulder'], ['upperReach'])],
      [`wrist${side}`, armJoint(side, ['shoulder', 'elbow'], ['upperReach', 'foreReach'])],
      [`hand${side}`, armJoint(side, ['shoulder', 'elbow', 'wrist'], ['upperReach', 'foreReach'])],
      [`knee${side}`, legJoint(side, ['hip'], ['thighReach'])],
      [`ankle${side}`, legJoint(side, ['hip', 'knee'], ['thighReach', 'calfReach'])],
      [`toe${side}`, legJoint(side, ['ankle'], [])],
    ]),
  ),
};

/** Joints of the lower body, which busts do not show. */
const LOWER = /^(hip|knee|ankle|toe)/;

/** A miss of this part of the picture's longer side is none. */
const CLOSE = 0.004;

/** Whether {@link moveJoint} takes a joint of the character. */
export function isMovable({ framing }: Pick<Character, 'framing'>, joint: JointName): boolean {
  return reaches[joint] !== undefined && !(framing === 'bust' && LOWER.test(joint));
}

/**
 * The character with one joint as near to a place in its picture as limbs allow, everything else as it was
 * but for what hangs on that joint. The camera follows: places are those of the new picture.
 *
 * @param place fractions of the picture's width and height
 * @returns the same character where the joint cannot be moved
 */
export function moveJoint(character: Character, joint: JointName, place: Point): Character {
  const reach = reaches[joint];
  if (!reach || !isMovable(character, joint) || !place.every(Number.isFinite)) return character;
  const { limb, angles, lengths } = reach;
  const start = askedPose(character);
  const drawn = drawnPose(character);
  const names = [...angles, ...lengths];
  const from = limb ? drawn[limb] : drawn;
  const values = names.map((name) => (from as unknown as Record<LimitName, number>)[name]);
  const withValues = (found: readonly number[]): PoseAngles => {
    const set = Object.fromEntries(names.map((name, i) => [name, found[i]]));
    return limb ? { ...start, [limb]: { ...withoutLift(drawn[limb]), ...set } } : { ...start, ...set };
  };
  const miss = (found: readonly number[]): number =>
    missOf(stageFigure(character, withValues(found)), joint, place);
  const ranges = names.map((name) => jointLimits[name]);
  const best = searchNearest(values, ranges, angles.length, miss, CLOSE);
  return withPose(character, limb, withValues(best), names);
}

/** Collar bones follow arms that are moved. */
function withoutLift<T extends object>(angles: T): Omit<T, 'lift'> {
  const { lift: _, ...rest } = angles as T & { lift?: number };
  return rest;
}

/** How far a joint is from a place, in parts of the picture's longer side. */
function missOf(figure: StagedFigure, joint: JointName, [x, y]: Point): number {
  const { width, height } = figure.camera;
  const [atX, atY] = placesOf(figure)[joint];
  return Math.hypot((atX - x) * width, (atY - y) * height) / Math.max(width, height);
}

/** The character with the part of a pose that was moved set by hand, besides what was so before. */
function withPose(
  character: Character,
  limb: Limb | undefined,
  moved: PoseAngles,
  names: readonly LimitName[],
): Character {
  const { pose } = character;
  const before = character.jointAngles === undefined ? undefined : readJointAngles(character.jointAngles);
  const kept: FreePose = before?.pose === pose ? before : { pose };
  const figure = stageFigure(character, moved);
  // Angles that limits changed are kept as they are drawn.
  const { skeleton } = figure;
  const set: Record<string, unknown> = {};
  if (limb === 'armLeft' || limb === 'armRight') {
    const angles: ArmAngles = { ...skeleton.pose[limb], free: true };
    set[limb] = { ...angles, layer: armLayer(skeleton, limb) };
  } else if (limb) set[limb] = skeleton.pose[limb];
  else for (const name of names) set[name] = (skeleton.pose as unknown as Record<LimitName, number>)[name];
  return { ...character, jointAngles: writeJointAngles({ ...kept, ...set, pose }) };
}
