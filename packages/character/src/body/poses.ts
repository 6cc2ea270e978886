import type { PoseName } from '../parameters/pose-names.ts';
import type { ArmAngles, LegAngles, PoseAngles } from './pose-angles.ts';

const arm = (shoulder: number, elbow: number, more: Partial<ArmAngles> = {}): ArmAngles => ({
  shoulder,
  elbow,
  wrist: 0,
  upperReach: 1,
  foreReach: 1,
  hand: 'relaxed',
  layer: 'side',
  ...more,
});

const leg = (hip: number, knee = 0, more: Partial<LegAngles> = {}): LegAngles => ({
  hip,
  knee,
  ankle: 0,
  thighReach: 1,
  calfReach: 1,
  layer: 'back',
  ...more,
});

const hanging = arm(9, -3);
const straight = leg(1.5, 0.5);

const pose = (more: Partial<PoseAngles> = {}): PoseAngles => ({
  lean: 0,
  hips: 0,
  turn: 0,
  head: 0,
  torsoReach: 1,
  air: 0,
  armLeft: hanging,
  armRight: hanging,
  legLeft: straight,
  legRight: straight,
  ...more,
});

const both = (arms: ArmAngles): Pick<PoseAngles, 'armLeft' | 'armRight'> => ({
  armLeft: arms,
  armRight: arms,
});
const legs = (angles: LegAngles): Pick<PoseAngles, 'legLeft' | 'legRight'> => ({
  legLeft: angles,
  legRight: angles,
});

const onHip = arm(46, -98, { hand: 'grip', wrist: 12, foreReach: 0.95, contact: [112, 292] });

/** The named poses as joint angles. */
export const poses: Readonly<Record<PoseName, PoseAngles>> = {
  standing: pose(),
  relaxed: pose({
    lean: -2,
    hips: 3,
    head: 3,
    armLeft: arm(12, -8),
    armRight: arm(10, -12),
    legLeft: leg(6, -4),
    legRight: leg(-1, 2, { layer: 'front' }),
  }),
  contrapposto: pose({
    lean: 5,
    hips: -8,
    head: -5,
    armLeft: arm(8, -6),
    armRight: onHip,
    legLeft: leg(13, -9),
    legRight: leg(-9, 6, { layer: 'front' }),
  }),
  handOnHip: pose({
    lean: -3,
    hips: 4,
    head: 3,
    armLeft: onHip,
    armRight: arm(12, -6),
    legLeft: leg(2, 0, { layer: 'front' }),
    legRight: leg(10, -6),
  }),
  handsOnHips: pose({ ...both(onHip), ...legs(leg(7, -3)) }),
  armsCrossed: pose({
    armLeft: arm(17, -110, { layer: 'front', hand: 'flat', foreReach: 0.95, contact: [-66, 170] }),
    armRight: arm(17, -112, { layer: 'front', hand: 'flat', foreReach: 0.95, contact: [-58, 205] }),
    ...legs(leg(4, -1)),
  }),
  waving: pose({
    lean: -2,
    head: 4,
    armLeft: arm(62, 92, { hand: 'open', layer: 'face', wrist: -6 }),
    armRight: arm(10, -5),
    legLeft: leg(2),
    legRight: leg(7, -4),
  }),
  wavingBoth: pose({ ...both(arm(100, 62, { hand: 'open', layer: 'face' })), ...legs(leg(4, -2)) }),
  peace: pose({
    lean: 3,
    head: -5,
    armLeft: arm(12, -6),
    armRight: arm(30, 124, { hand: 'peace', layer: 'face', wrist: -8, upperReach: 0.9, foreReach: 0.95 }),
    legLeft: leg(6, -4),
    legRight: leg(0),
  }),
  pointing: pose({
    lean: -3,
    armLeft: arm(84, 4, { hand: 'pointing', layer: 'front' }),
    armRight: onHip,
    legLeft: leg(9, -3),
    legRight: leg(5, -2),
  }),
  thinking: pose({
    lean: -2,
    head: 6,
    armLeft: arm(14, -100, { layer: 'front', hand: 'flat', contact: [-40, 196] }),
    armRight: arm(10, -150, { layer: 'face', hand: 'fist', wrist: 10, contact: [24, 66] }),
    legLeft: leg(2),
    legRight: leg(5, -3),
  }),
  shy: pose({
    lean: 2,
    head: -6,
    hips: -2,
    armLeft: arm(14, -132, { layer: 'front', hand: 'fist', wrist: -10, contact: [26, 116] }),
    armRight: arm(14, -132, { layer: 'front', hand: 'fist', wrist: -10, contact: [26, 116] }),
    legLeft: leg(-1, 8),
    legRight: leg(-1, 8),
  }),
  handsBehind: pose({
    lean: 3,
    head: -4,
    ...both(arm(17, -42, { layer: 'back', hand: 'flat', foreReach: 0.9 })),
    legLeft: leg(2),
    legRight: leg(2, 2),
  }),
  handsClasped: pose({
    ...both(arm(15, -36, { layer: 'front', hand: 'flat', wrist: -10, contact: [22, 392] })),
    ...legs(leg(1)),
  }),
  praying: pose({
    ...both(arm(18, -138, { layer: 'front', hand: 'flat', wrist: -16, contact: [20, 128] })),
    head: 2,
    ...legs(leg(1)),
  }),
  cheering: pose({ air: 0, ...both(arm(152, 14, { hand: 'fist', layer: 'face' })), ...legs(leg(9, -3)) }),
  fist: pose({
    lean: -3,
    armLeft: arm(22, 122, { hand: 'fist', layer: 'face', upperReach: 0.85, foreReach: 0.8 }),
    armRight: onHip,
    legLeft: leg(8, -3),
    legRight: leg(8, -3),
  }),
  salute: pose({
    armLeft: arm(7, -2, { hand: 'flat' }),
    armRight: arm(84, 134, {
      hand: 'flat',
      layer: 'face',
      wrist: 20,
      upperReach: 0.92,
      foreReach: 0.9,
      contact: [88, -182],
    }),
    ...legs(leg(0.5)),
  }),
  shrug: pose({
    head: 6,
    ...both(arm(22, 92, { hand: 'open', wrist: 32, upperReach: 0.95, foreReach: 0.8, layer: 'front' })),
    ...legs(leg(4, -1)),
  }),
  stretching: pose({
    lean: -5,
    hips: 3,
    head: -4,
    armLeft: arm(163, 26, { layer: 'face', hand: 'fist' }),
    armRight: arm(158, 48, { layer: 'side', hand: 'flat' }),
    legLeft: leg(1),
    legRight: leg(7, -3),
  }),
  walking: pose({
    lean: 2,
    turn: 8,
    hips: 2,
    armLeft: arm(22, -16),
    armRight: arm(18, -30, { foreReach: 0.85 }),
    legLeft: leg(13, -7, { layer: 'front' }),
    legRight: leg(7, 14, { calfReach: 0.92, ankle: 14 }),
  }),
  running: pose({
    lean: 8,
    turn: 14,
    armLeft: arm(38, 88, { hand: 'fist', foreReach: 0.8, layer: 'front' }),
    armRight: arm(44, -86, { hand: 'fist', layer: 'back' }),
    legLeft: leg(36, -50, { layer: 'front', thighReach: 0.8, calfReach: 0.95, ankle: 10 }),
    legRight: leg(16, 46, { calfReach: 0.62, ankle: 24 }),
    air: 0.1,
  }),
  jumping: pose({
    lean: -4,
    head: 4,
    armLeft: arm(128, 30, { hand: 'open', layer: 'face' }),
    armRight: arm(112, 36, { hand: 'open', layer: 'face' }),
    legLeft: leg(12, -16, { thighReach: 0.85, calfReach: 0.8, ankle: 20 }),
    legRight: leg(26, -70, { thighReach: 0.8, calfReach: 0.7, layer: 'back', ankle: 20 }),
    air: 0.3,
  }),
  sitting: pose({
    ...both(arm(13, -30, { hand: 'flat', layer: 'front', foreReach: 0.85, contact: [46, 420] })),
    ...legs(leg(15, -15, { thighReach: 0.46, calfReach: 0.97, layer: 'front' })),
    seat: 'stool',
  }),
  kneeling: pose({
    ...both(arm(13, -28, { hand: 'flat', layer: 'front', foreReach: 0.9, contact: [40, 424] })),
    ...legs(leg(7, -150, { thighReach: 0.52, calfReach: 0.12, layer: 'front' })),
  }),
  crouching: pose({
    lean: 2,
    torsoReach: 0.92,
    ...both(arm(20, -52, { hand: 'relaxed', layer: 'front', foreReach: 0.75, contact: [40, 400] })),
    ...legs(leg(48, -60, { thighReach: 0.55, calfReach: 0.75, layer: 'front' })),
  }),
  dancing: pose({
    lean: 7,
    hips: -7,
    head: -6,
    armLeft: arm(126, 42, { hand: 'open', layer: 'face' }),
    armRight: arm(66, -20, { hand: 'open', wrist: 24 }),
    legLeft: leg(6, -4, { ankle: 4 }),
    legRight: leg(34, -64, { layer: 'front', calfReach: 0.9, ankle: 26 }),
  }),
  fighting: pose({
    lean: 5,
    turn: 14,
    armLeft: arm(30, 104, { hand: 'fist', layer: 'front', foreReach: 0.85, upperReach: 0.85 }),
    armRight: arm(26, -134, { hand: 'fist', layer: 'front', wrist: 0, contact: [56, 118] }),
    legLeft: leg(30, -20, { layer: 'front' }),
    legRight: leg(24, -8),
  }),
  bowing: pose({
    torsoReach: 0.72,
    head: 0,
    ...both(arm(8, -14, { hand: 'flat', layer: 'front', contact: [52, 420] })),
    ...legs(leg(0.5)),
  }),
  reaching: pose({
    lean: -5,
    head: 4,
    armLeft: arm(112, 14, { hand: 'open', layer: 'face' }),
    armRight: arm(16, -10),
    legLeft: leg(4, 0),
    legRight: leg(9, -6),
  }),
  leaning: pose({
    lean: 15,
    hips: 4,
    head: -10,
    torsoReach: 0.94,
    ...both(arm(10, -44, { layer: 'back', hand: 'flat' })),
    legLeft: leg(5, 0),
    legRight: leg(8, -2),
  }),
  victory: pose({
    lean: -4,
    head: 4,
    armLeft: arm(158, 8, { hand: 'fist', layer: 'face' }),
    armRight: onHip,
    legLeft: leg(9, -3),
    legRight: leg(6, -2),
  }),
};
