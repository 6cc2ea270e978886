/** What hands can do. */
export const handShapes = ['relaxed', 'open', 'fist', 'peace', 'pointing', 'flat', 'thumb', 'grip'] as const;

/** What a hand does. */
export type HandShape = (typeof handShapes)[number];

/**
 * One arm. Angles in degrees, the same for both sides, so that equal numbers are a symmetric pose.
 * `shoulder` 0 hangs down, 90 points away from the body, 180 up; negative reaches across the body.
 * `elbow` turns the forearm on in the same direction (positive = away from the body and up).
 * `wrist` likewise. A bone that points towards or away from the viewer is seen shorter: `upperReach` and
 * `foreReach` are the seen fractions of its length.
 */
export interface ArmAngles {
  readonly shoulder: number;
  readonly elbow: number;
  readonly wrist: number;
  readonly upperReach: number;
  readonly foreReach: number;
  readonly hand: HandShape;
  /** Behind the torso, beside it, before it, or before the face as well. */
  readonly layer: 'back' | 'side' | 'front' | 'face';
  /** Where the wrist has to be, torso units, x counted outwards from the middle; the elbow gives way. */
  readonly contact?: readonly [x: number, y: number];
  /** Set by hand: stays as it is in every framing, and folds as far as one that touches the body. */
  readonly free?: true;
  /** The `shoulder` that the collar bone lifts for; absent: that of the arm. */
  readonly lift?: number;
}

/** One leg, angles as for {@link ArmAngles}: `hip` 0 hangs down, positive is away from the other leg. */
export interface LegAngles {
  readonly hip: number;
  readonly knee: number;
  readonly ankle: number;
  readonly thighReach: number;
  readonly calfReach: number;
  /** Which leg is nearer. */
  readonly layer: 'back' | 'front';
}

/** A whole pose in two dimensions, degrees; positive turns clockwise on the screen where not said otherwise. */
export interface PoseAngles {
  /** The chest's lean. */
  readonly lean: number;
  /** The pelvis' tilt. */
  readonly hips: number;
  /** The torso's turn about the upright axis, added to what follows from `yaw`; positive looks to the right. */
  readonly turn: number;
  /** The head's tilt, added to `roll`. */
  readonly head: number;
  /** How much of the torso's length is seen: less than 1 when bowing towards the viewer. */
  readonly torsoReach: number;
  /** Height above the ground in thigh lengths. */
  readonly air: number;
  readonly armLeft: ArmAngles;
  readonly armRight: ArmAngles;
  readonly legLeft: LegAngles;
  readonly legRight: LegAngles;
  /** Something to sit on. */
  readonly seat?: 'stool';
}

/** Allowed range of one angle, degrees, or of one seen length, as a fraction. */
export type Range = readonly [low: number, high: number];

/** What joints allow, seen from the front; after the usual ranges of motion of healthy adults. */
export const jointLimits = {
  lean: [-30, 30],
  hips: [-18, 18],
  turn: [-35, 35],
  head: [-30, 30],
  torsoReach: [0.6, 1],
  air: [0, 0.8],
  shoulder: [-50, 180],
  elbow: [-155, 155],
  wrist: [-75, 75],
  upperReach: [0.2, 1],
  foreReach: [0.2, 1],
  hip: [-35, 95],
  knee: [-155, 155],
  ankle: [-50, 60],
  thighReach: [0.2, 1],
  calfReach: [0.1, 1],
} as const satisfies Record<string, Range>;

/** How far the elbow of an arm may be folded that reaches for a place: forearm on upper arm. */
const freeElbow: Range = [-179, 179];

/** One limit that a pose went beyond. */
export interface LimitHit {
  /** For instance `armLeft.elbow`. */
  readonly joint: string;
  readonly asked: number;
  readonly allowed: Range;
  /** For people. */
  readonly message: string;
}

const words: Readonly<Record<string, string>> = {
  lean: 'the chest',
  hips: 'the hips',
  turn: 'the torso',
  head: 'the head',
  shoulder: 'shoulder',
  elbow: 'elbow',
  wrist: 'wrist',
  hip: 'hip',
  knee: 'knee',
  ankle: 'ankle',
};

/**
 * The nearest pose that a body can take, and which limits the asked one went beyond. Numbers that are not
 * finite count as the nearest to zero that is allowed.
 */
export function limitPose(pose: PoseAngles): {
  readonly pose: PoseAngles;
  readonly hits: readonly LimitHit[];
} {
  const hits: LimitHit[] = [];
  const keep = (joint: string, name: string, asked: number, [low, high]: Range): number => {
    const value = Number.isFinite(asked)
      ? Math.min(high, Math.max(low, asked))
      : Math.min(high, Math.max(low, 0));
    if (value !== asked) {
      const side = joint.includes('Left') ? 'left ' : joint.includes('Right') ? 'right ' : '';
      const what =
        words[name] === undefined ? `${side}${name}` : side ? `the ${side}${words[name]}` : words[name];
      hits.push({
        joint,
        asked,
        allowed: [low, high],
        message: `Impossible pose: ${what} can't go to ${asked} (${joint} allows ${low} to ${high}).`,
      });
    }
    return value;
  };
  const arm = (name: string, angles: ArmAngles): ArmAngles => {
    const shoulder = keep(`${name}.shoulder`, 'shoulder', angles.shoulder, jointLimits.shoulder);
    // An arm that reaches across the body or hangs close to it has used up its outward rotation:
    // the forearm can't be folded far outwards. One raised overhead can't be folded further inwards.
    const outward = shoulder < 0 ? 90 + shoulder : 155;
    const elbow: Range = angles.free ? freeElbow : [jointLimits.elbow[0], outward];
    return {
      ...angles,
      shoulder,
      elbow: keep(`${name}.elbow`, 'elbow', angles.elbow, elbow),
      wrist: keep(`${name}.wrist`, 'wrist', angles.wrist, jointLimits.wrist),
      upperReach: keep(`${name}.upperReach`, 'upperReach', angles.upperReach, jointLimits.upperReach),
      foreReach: keep(`${name}.foreReach`, 'foreReach', angles.foreReach, jointLimits.foreReach),
    };
  };
  const leg = (name: string, angles: LegAngles): LegAngles => {
    const hip = keep(`${name}.hip`, 'hip', angles.hip, jointLimits.hip);
    // A knee is a hinge: seen from the front a straight thigh lets the calf swing out only a little,
    // a thigh that comes forward (seen shorter) or outward lets it be turned anywhere.
    const freedom = 30 + Math.max(0, hip) * 1.6 + (1 - angles.thighReach) * 150;
    const outward = Math.min(jointLimits.knee[1], freedom);
    return {
      ...angles,
      hip,
      knee: keep(`${name}.knee`, 'knee', angles.knee, [jointLimits.knee[0], outward]),
      ankle: keep(`${name}.ankle`, 'ankle', angles.ankle, jointLimits.ankle),
      thighReach: keep(`${name}.thighReach`, 'thighReach', angles.thighReach, jointLimits.thighReach),
      calfReach: keep(`${name}.calfReach`, 'calfReach', angles.calfReach, jointLimits.calfReach),
    };
  };
  return {
    pose: {
      ...pose,
      lean: keep('lean', 'lean', pose.lean, jointLimits.lean),
      hips: keep('hips', 'hips', pose.hips, jointLimits.hips),
      turn: keep('turn', 'turn', pose.turn, jointLimits.turn),
      head: keep('head', 'head', pose.head, jointLimits.head),
      torsoReach: keep('torsoReach', 'torsoReach', pose.torsoReach, jointLimits.torsoReach),
      air: keep('air', 'air', pose.air, jointLimits.air),
      armLeft: arm('armLeft', pose.armLeft),
      armRight: arm('armRight', pose.armRight),
      legLeft: leg('legLeft', pose.legLeft),
      legRight: leg('legRight', pose.legRight),
    },
    hits,
  };
}
