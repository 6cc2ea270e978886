import { add, distance, mix, type Point, rotate } from '../geometry/point.ts';
import type { Character } from '../parameters/catalogue.ts';
import { askedPose } from './asked-pose.ts';
import { bustPose, chibiPose } from './framed-pose.ts';
import { type ArmAngles, type LegAngles, type LimitHit, limitPose, type PoseAngles } from './pose-angles.ts';
import { bodyProportions, chinBelowHead, type Proportions } from './proportions.ts';
import { shoulderAt, shoulderHeight } from './shoulder.ts';
import { type Torso, torsoPoint } from './torso.ts';

/** The joints of the skeleton; `Left` is the character's own left, the picture's right. */
export const jointNames = [
  'head',
  'neck',
  'chest',
  'pelvis',
  'shoulderLeft',
  'elbowLeft',
  'wristLeft',
  'handLeft',
  'shoulderRight',
  'elbowRight',
  'wristRight',
  'handRight',
  'hipLeft',
  'kneeLeft',
  'ankleLeft',
  'toeLeft',
  'hipRight',
  'kneeRight',
  'ankleRight',
  'toeRight',
] as const;

/** The name of a joint; `Left` and `Right` are the character's own sides. */
export type JointName = (typeof jointNames)[number];

/** A posed body: where its joints are and what drawing it needs to know, all in world units. */
export interface Skeleton {
  /**
   * `head` is the middle of the skull before the head is tilted (it tilts about the top of the neck, 88
   * below), `neck` the pit of the neck.
   */
  readonly joints: Readonly<Record<JointName, Point>>;
  readonly headScale: number;
  /** Degrees clockwise on the screen: what the head is tilted in all, `roll` included. */
  readonly headTilt: number;
  readonly proportions: Proportions;
  readonly torso: Torso;
  /** The pose after limits, with what follows from `yaw`. */
  readonly pose: PoseAngles;
  /** What the asked pose went beyond; empty for named poses. */
  readonly hits: readonly LimitHit[];
  /** The height of the ground, world units. */
  readonly ground: number;
}

/** The sign of a side in the picture: the character's left is at positive x. */
export const sideSign = (side: 'left' | 'right'): 1 | -1 => (side === 'left' ? 1 : -1);

/** How far the angles of an arm lag behind the lean of the chest. */
export const armLean = (lean: number, sign: 1 | -1): number => lean * sign * -1 * 0.35;

const down = (length: number, outward: number, sign: number): Point => {
  const angle = (outward * Math.PI) / 180;
  return [Math.sin(angle) * length * sign, Math.cos(angle) * length];
};

/**
 * The skeleton of a character in its own pose, or in `angles` where given. In busts the pit of the
 * neck is the origin whatever the pose; whole figures stand on the ground of the standing figure.
 */
export function poseSkeleton(character: Character, angles: PoseAngles = askedPose(character)): Skeleton {
  const p = bodyProportions(character);
  const limited = limitPose(angles);
  const { hits } = limited;
  const pose = p.chibi
    ? chibiPose(limited.pose)
    : character.framing === 'bust'
      ? bustPose(limited.pose, p)
      : limited.pose;
  const standing = 392 * p.length + p.thigh + p.calf + footDrop(p);
  // The torso follows the head by half.
  const turn = Math.max(-38, Math.min(38, character.yaw * 0.5 + pose.turn));
  const swing = (sign: 1 | -1, { shoulder, lift: asked = shoulder }: ArmAngles): Point => {
    // Collar bones lift when an arm goes beyond 45°.
    const lift = Math.max(0, Math.min(1, (asked - 45) / 110));
    return [-sign * lift * 12 * p.width, -lift * 30 * p.length];
  };
  const torso: Torso = {
    proportions: p,
    origin: [0, p.stoop * 0.4],
    lean: pose.lean,
    hips: pose.hips,
    turn,
    reach: pose.torsoReach,
    shoulderLeft: swing(1, pose.armLeft),
    shoulderRight: swing(-1, pose.armRight),
  };
  const joints = {} as Record<JointName, Point>;
  const put = (name: string, point: Point): Point => ((joints as Record<string, Point>)[name] = point);
  put('neck', torsoPoint(torso, 0, 0));
  put('chest', torsoPoint(torso, 0, 120));
  put('pelvis', torsoPoint(torso, 0, 372));
  for (const side of ['left', 'right'] as const) {
    const sign = sideSign(side);
    const suffix = side === 'left' ? 'Left' : 'Right';
    const armAngles = side === 'left' ? pose.armLeft : pose.armRight;
    const shoulder = put(
      `shoulder${suffix}`,
      torsoPoint(torso, shoulderAt * sign, shoulderHeight(p, pose.torsoReach), 0),
    );
    poseArm(p, torso, armAngles, shoulder, sign).forEach((point, index) =>
      put(`${['elbow', 'wrist', 'hand'][index]}${suffix}`, point),
    );
    const legAngles = side === 'left' ? pose.legLeft : pose.legRight;
    const hip = put(`hip${suffix}`, torsoPoint(torso, p.hipHalf * sign, 392, 0));
    poseLeg(p, legAngles, hip, sign).forEach((point, index) =>
      put(`${['knee', 'ankle', 'toe'][index]}${suffix}`, point),
    );
  }
  const headTilt = Math.max(-40, Math.min(40, character.roll + pose.head + pose.lean * 0.5));
  put('head', headPosition(p, torso, pose));
  const bust = character.framing === 'bust';
  // Busts hang from the neck; figures stand on their lower foot or whatever touches the ground.
  const lowest = Math.max(
    joints.ankleLeft[1] + footDrop(p) * soleShare(pose.legLeft),
    joints.ankleRight[1] + footDrop(p) * soleShare(pose.legRight),
    joints.kneeLeft[1] + 34 * p.legThickness,
    joints.kneeRight[1] + 34 * p.legThickness,
  );
  const shift: Point = bust
    ? [-joints.neck[0], -joints.neck[1]]
    : [-joints.pelvis[0] * 0.6 - joints.neck[0] * 0.4, standing - lowest - pose.air * p.thigh];
  for (const name of jointNames) joints[name] = add(joints[name], shift);
  return {
    joints,
    headScale: 1,
    headTilt,
    proportions: p,
    torso: { ...torso, origin: add(torso.origin, shift) },
    pose,
    hits,
    ground: standing,
  };
}

/**
 * The box that a posed body needs, hair and hands included, world units: `[left, top, right, bottom]`. For
 * cameras that have to show all of a figure.
 */
export function skeletonBounds({
  joints,
  proportions: p,
  headScale,
  ground,
}: Skeleton): readonly [number, number, number, number] {
  const points = Object.values(joints);
  const margin = 30 * p.width;
  const [headX, headY] = joints.head;
  const hair = 128 * headScale;
  return [
    Math.min(headX - hair, ...points.map(([x]) => x - margin)),
    Math.min(headY - hair, ...points.map(([, y]) => y - margin)),
    Math.max(headX + hair, ...points.map(([x]) => x + margin)),
    Math.max(ground, ...points.map(([, y]) => y)) + 12 * p.width,
  ];
}

/** From the ankle to the toes as seen from the front, a little from above. */
const footDrop = (p: Proportions): number => p.ankle + p.foot * 0.28;

/** How much of the foot is seen, 0 to 1: that of a folded leg is out of sight with it. */
function soleShare({ calfReach }: LegAngles): number {
  const [folded, seen] = [0.2, 0.4];
  return Math.min(1, Math.max(0, (calfReach - folded) / (seen - folded)));
}

/** Elbow, wrist and finger tip. */
function poseArm(p: Proportions, torso: Torso, angles: ArmAngles, shoulder: Point, sign: 1 | -1): Point[] {
  const upper = p.upperArm * angles.upperReach;
  const fore = p.forearm * angles.foreReach;
  const base = armLean(torso.lean, sign);
  let elbow = add(shoulder, down(upper, angles.shoulder + base, sign));
  let outward = angles.shoulder + angles.elbow + base;
  let wrist = add(elbow, down(fore, outward, sign));
  if (angles.contact !== undefined) {
    const target = torsoPoint(torso, angles.contact[0] * sign, angles.contact[1]);
    const reached = bendTowards(shoulder, target, upper, fore, angles.elbow < 0 ? -sign : sign);
    elbow = reached[0];
    wrist = reached[1];
    outward = (Math.atan2((wrist[0] - elbow[0]) * sign, wrist[1] - elbow[1]) * 180) / Math.PI;
  }
  return [elbow, wrist, add(wrist, down(p.hand, outward + angles.wrist, sign))];
}

/**
 * Two bones from `root` to `target` (law of cosines): the middle joint and the end. `bend` 1 or -1 says to
 * which side the middle joint goes. Targets out of reach are approached as near as the bones allow.
 */
function bendTowards(
  root: Point,
  target: Point,
  first: number,
  second: number,
  bend: number,
): [Point, Point] {
  const far = first + second - 0.5;
  const near = Math.abs(first - second) + 0.5;
  const asked = distance(root, target);
  const reach = Math.min(far, Math.max(near, asked));
  const along = Math.atan2(target[1] - root[1], target[0] - root[0]);
  const corner = Math.acos((first * first + reach * reach - second * second) / (2 * first * reach)) * bend;
  const middle: Point = [
    root[0] + Math.cos(along + corner) * first,
    root[1] + Math.sin(along + corner) * first,
  ];
  const end: Point = [root[0] + Math.cos(along) * reach, root[1] + Math.sin(along) * reach];
  return [middle, end];
}

/** Knee, ankle and toe. Feet point down and a little outwards, as feet do that are seen from the front. */
function poseLeg(p: Proportions, angles: LegAngles, hip: Point, sign: 1 | -1): Point[] {
  const knee = add(hip, down(p.thigh * angles.thighReach, angles.hip, sign));
  const outward = angles.hip + angles.knee;
  const ankle = add(knee, down(p.calf * angles.calfReach, outward, sign));
  const share = soleShare(angles);
  const folded = add(ankle, down(p.ankle * 0.3, outward, sign));
  const seen = add(ankle, down(footDrop(p), outward * 0.75 + 9 - angles.ankle * 0.3, sign));
  return [knee, ankle, share === 0 ? folded : share === 1 ? seen : mix(folded, seen, share)];
}

/** Head units from the middle of the skull down to the joint that it tilts about. */
const neckTop = 88;

/**
 * The middle of the skull before it is tilted: heads are tilted when they are drawn, about the top of the
 * neck. A bowing head comes down with the chest.
 */
function headPosition(p: Proportions, torso: Torso, pose: PoseAngles): Point {
  const root = torsoPoint(torso, 0, 0, 0);
  const up = p.neckLength - p.stoop + chinBelowHead - neckTop;
  const joint = add(root, rotate([0, -up], [0, 0], pose.lean * 0.8));
  return add(joint, [0, -neckTop + (1 - pose.torsoReach) * 120]);
}
