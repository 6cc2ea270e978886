import { depth } from '../drawing/depth.ts';
import type { Sheet } from '../drawing/sheet.ts';
import { armLimb, drawTube } from './arm-tube.ts';
import { drawSleeve } from './draw-sleeve.ts';
import { partSide, type Figure, type Sign } from './figure.ts';
import { drawHand } from './hand.ts';
import { type Limb, limbPath } from './limb.ts';
import type { ArmAngles } from './pose-angles.ts';
import type { Sleeve } from './sleeve.ts';

/** Draws one arm: skin, sleeve and hand, at the depths that its pose asks for. */
export function drawArm(figure: Figure, sign: Sign, sleeve: Sleeve | undefined): void {
  const angles = sign === 1 ? figure.skeleton.pose.armLeft : figure.skeleton.pose.armRight;
  const base = angles.layer === 'back' ? depth.armBack : depth.top + 1;
  drawPiece(figure, sign, sleeve, angles, base, 0);
  // Drawn again from the upper arm on where it comes before the body; short sleeves with their whole hem.
  const from = sleeve !== undefined && sleeve.end > 0.55 && sleeve.end < 1 ? 0.4 : 0.62;
  if (angles.layer === 'front') drawPiece(figure, sign, sleeve, angles, depth.ribbon + 2, from);
  if (angles.layer === 'face') drawPiece(figure, sign, sleeve, angles, depth.armFront, from);
}

/** One arm from `from` on; the shoulder is drawn where that is 0. */
function drawPiece(
  figure: Figure,
  sign: Sign,
  sleeve: Sleeve | undefined,
  angles: ArmAngles,
  at: number,
  from: number,
): void {
  const onTop = from > 0;
  const withHand = onTop || angles.layer === 'back' || angles.layer === 'side';
  const side = partSide(sign);
  const until = bustCut(figure, sign);
  const bareFrom = sleeve === undefined ? from : Math.max(from, sleeve.end - 0.3);
  const skin = armLimb(figure, sign);
  if (sleeve === undefined || sleeve.end < Math.min(until, 1.97)) {
    const sheet = figure.sheet('arm', at, side);
    drawTube(figure, sheet, 'skin', skin, sign, bareFrom, Math.min(2, until), sleeve === undefined && !onTop);
    if (sleeve !== undefined && sleeve.end > from) castUnderHem(sheet, skin, sleeve.end);
  }
  if (withHand && until > 2) drawHand(figure, sign, at, skin, angles.hand);
  if (sleeve !== undefined && sleeve.end > from + 0.05)
    drawSleeve(figure, sign, sleeve, skin, at + 0.2, from, until);
}

/** How far down an arm is drawn that leaves a bust's picture below: 3 where all of it is to be drawn. */
function bustCut(figure: Figure, sign: Sign): number {
  if (!figure.bust) return 3;
  const { joints } = figure.skeleton;
  const suffix = sign === 1 ? 'Left' : 'Right';
  const [shoulder, elbow, wrist, hand] = [
    joints[`shoulder${suffix}`][1],
    joints[`elbow${suffix}`][1],
    joints[`wrist${suffix}`][1],
    joints[`hand${suffix}`][1],
  ];
  const low = 175;
  return Math.min(elbow, wrist, hand) > low + 30 ? Math.max(0.3, (low - shoulder) / (elbow - shoulder)) : 3;
}

/** The shadow that a sleeve's hem casts on the arm. */
function castUnderHem(sheet: Sheet, skin: Limb, end: number): void {
  const to = Math.min(2, end + 0.12);
  if (to - end < 0.04) return;
  sheet.shade('skin', limbPath(skin, Math.max(0, end - 0.15), to));
}
