import { CharacterError } from '../character-error.ts';
import { poseNames, type PoseName } from '../parameters/pose-names.ts';
import { handShapes, type ArmAngles, type LegAngles, type PoseAngles } from './pose-angles.ts';

/** The attribute that {@link writeJointAngles} is the value of. Only poses that were set by hand have it. */
export const JOINT_ANGLES = 'jointAngles';

/**
 * A named pose some of whose joints were set by hand. Limbs are set as a whole: one that is here does not
 * touch the body where the named pose does.
 */
export type FreePose = { readonly pose: PoseName } & Partial<Omit<PoseAngles, 'seat'>>;

const bodyAngles = ['lean', 'hips', 'turn', 'head', 'torsoReach', 'air'] as const;
const armNumbers = ['shoulder', 'elbow', 'wrist', 'upperReach', 'foreReach'] as const;
const legNumbers = ['hip', 'knee', 'ankle', 'thighReach', 'calfReach'] as const;
const armLayers = ['back', 'side', 'front', 'face'] as const satisfies readonly ArmAngles['layer'][];
const legLayers = ['back', 'front'] as const satisfies readonly LegAngles['layer'][];

/** Far longer than any text that says everything. */
const MAX_LENGTH = 600;
/** Angles beyond a turn and lengths beyond a bone are mistakes; what limbs allow is looked at when drawing. */
const MAX_NUMBER = 360;

/**
 * A free pose as text: `waving;lean=3;armLeft=92,10,0,1,1,open,face`. Parts that are not there are as in
 * the named pose. Numbers keep two decimals.
 */
export function writeJointAngles(free: FreePose): string {
  const parts: string[] = [free.pose];
  for (const name of bodyAngles) if (free[name] !== undefined) parts.push(`${name}=${rounded(free[name])}`);
  for (const name of ['armLeft', 'armRight'] as const) {
    const arm = free[name];
    if (arm) parts.push(`${name}=${armWords(arm).join(',')}`);
  }
  for (const name of ['legLeft', 'legRight'] as const) {
    const leg = free[name];
    if (leg) parts.push(`${name}=${[...legNumbers.map((key) => rounded(leg[key])), leg.layer].join(',')}`);
  }
  return parts.join(';');
}

/**
 * Reads what {@link writeJointAngles} wrote.
 * @throws CharacterError `ATTRIBUTE_VALUE`
 */
export function readJointAngles(value: unknown): FreePose {
  if (typeof value !== 'string' || value.length > MAX_LENGTH) throw invalid(value);
  const [pose, ...parts] = value.split(';') as [string, ...string[]];
  if (!poseNames.includes(pose as PoseName)) throw invalid(value);
  const free: Record<string, unknown> = { pose };
  for (const part of parts) {
    const equals = part.indexOf('=');
    const name = part.slice(0, Math.max(0, equals));
    const words = part.slice(equals + 1).split(',');
    if (Object.hasOwn(free, name)) throw invalid(value);
    if (bodyAngles.includes(name as never) && words.length === 1) free[name] = readNumber(words[0]!, value);
    else if (name === 'armLeft' || name === 'armRight') free[name] = readArm(words, value);
    else if (name === 'legLeft' || name === 'legRight') free[name] = readLeg(words, value);
    else throw invalid(value);
  }
  return free as FreePose;
}

/** The value of the attribute as it is kept. @throws CharacterError `ATTRIBUTE_VALUE` */
export function checkJointAngles(value: unknown): string {
  return writeJointAngles(readJointAngles(value));
}

const armWords = (arm: ArmAngles): (string | number)[] => [
  ...armNumbers.map((key) => rounded(arm[key])),
  arm.hand,
  arm.layer,
  ...(arm.lift === undefined ? [] : [rounded(arm.lift)]),
];

function readArm(words: readonly string[], value: string): ArmAngles {
  const [, , , , , , , lift] = words;
  if (words.length !== armNumbers.length + (lift === undefined ? 2 : 3)) throw invalid(value);
  const numbers = armNumbers.map((name, i) => [name, readNumber(words[i]!, value)] as const);
  const hand = readWord(words[5]!, handShapes, value);
  const layer = readWord(words[6]!, armLayers, value);
  return {
    ...(Object.fromEntries(numbers) as Record<(typeof armNumbers)[number], number>),
    hand,
    layer,
    free: true,
    ...(lift !== undefined && { lift: readNumber(lift, value) }),
  };
}

function readLeg(words: readonly string[], value: string): LegAngles {
  if (words.length !== legNumbers.length + 1) throw invalid(value);
  const numbers = legNumbers.map((name, i) => [name, readNumber(words[i]!, value)] as const);
  const layer = readWord(words[5]!, legLayers, value);
  return { ...(Object.fromEntries(numbers) as Record<(typeof legNumbers)[number], number>), layer };
}

function readNumber(word: string, value: string): number {
  const number = /^-?\d{1,3}(\.\d+)?$/.test(word) ? Number(word) : NaN;
  if (!(Math.abs(number) <= MAX_NUMBER)) throw invalid(value);
  return rounded(number);
}

function readWord<T extends string>(word: string, words: readonly T[], value: string): T {
  if (!words.includes(word as T)) throw invalid(value);
  return word as T;
}

// Adding 0 makes -0, which texts do not know, 0.
const rounded = (value: number): number => Math.round(value * 100) / 100 + 0;

function invalid(value: unknown): CharacterError {
  const allowed = 'a pose set by hand, as Koma writes it';
  const given = String(value);
  const shown = given.length > 40 ? `${given.slice(0, 40)}…` : given;
  return new CharacterError(
    'ATTRIBUTE_VALUE',
    `"${JOINT_ANGLES}" is "${shown}", but it has to be ${allowed}. Leave it out for the named pose.`,
    { attribute: JOINT_ANGLES, value: shown, allowed },
  );
}
