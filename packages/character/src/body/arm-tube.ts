import type { Sheet } from '../drawing/sheet.ts';
import { spline } from '../geometry/curve.ts';
import { type Point, turnRight } from '../geometry/point.ts';
import type { Material } from '../palette/material.ts';
import { shoulderLine, shoulderRadius } from './shoulder.ts';
import { onSide } from './figure.ts';
import type { Figure, Sign } from './figure.ts';
import { boneDirection, createLimb, type Limb, limbPath, limbStrip, sideBetween, widths } from './limb.ts';

/** Half the width of a bare arm, in torso units of a teenage girl's arm. */
const armProfile = widths([0, 31], [0.25, 29.5], [0.6, 25], [1, 22], [1.25, 23.5], [1.6, 18.5], [2, 13.5]);

/** The short, soft arm of a small figure. */
const chibiArmProfile = widths([0, 29], [1, 25], [2, 20]);

/** The bones of an arm in drawing units, and the limb round them. */
export function armLimb(figure: Figure, sign: Sign, room: (t: number) => number = () => 1): Limb {
  const { joints, proportions } = figure.skeleton;
  const suffix = sign === 1 ? 'Left' : 'Right';
  const place = figure.scene.place;
  const unit = figure.scene.scale * proportions.armThickness;
  const shape = proportions.chibi ? chibiArmProfile : armProfile;
  return createLimb(
    [place(joints[`shoulder${suffix}`]), place(joints[`elbow${suffix}`]), place(joints[`wrist${suffix}`])],
    (t) => shape(t) * unit * room(t),
  );
}

/**
 * Points of the shoulder's cap from the picture's inner side over the top to the outer side, and its top.
 * However wide the sleeve is, it lies on the shoulder at the top; a puff stands off.
 */
export function shoulderCap(limb: Limb, sign: Sign, lying: number): { cap: Point[]; top: Point } {
  const [root] = limb.joints;
  const radius = limb.profile(0);
  const along = boneDirection(limb, 0);
  // Right-hand normal of a hanging arm points to the picture's left.
  const normal = turnRight(along);
  const outer: Point = sign === 1 ? [-normal[0], -normal[1]] : normal;
  const back: Point = [-along[0], -along[1]];
  const arc = (degrees: number): Point => {
    const angle = (degrees * Math.PI) / 180;
    const lift = Math.min(radius, lying) + Math.max(0, radius - lying) * Math.max(0, Math.cos(angle)) ** 1.5;
    return [
      root[0] + (outer[0] * Math.cos(angle) + back[0] * Math.sin(angle)) * lift,
      root[1] + (outer[1] * Math.cos(angle) + back[1] * Math.sin(angle)) * lift,
    ];
  };
  return { cap: capAngles.map(arc), top: arc(64) };
}

/** A tube round the arm with its lines and shade. */
export function drawTube(
  figure: Figure,
  sheet: Sheet,
  material: Material,
  limb: Limb,
  sign: Sign,
  from: number,
  to: number,
  shoulder: boolean,
  puff = false,
): void {
  const outerName = sign === 1 ? 'left' : 'right';
  const outer = limb[outerName];
  const inner = sign === 1 ? limb.right : limb.left;
  const lying = puff ? Infinity : shoulderRadius(figure.proportions) * figure.scene.scale;
  const { cap } = shoulderCap(limb, sign, lying);
  const round = sign === 1 ? cap.toReversed() : cap;
  sheet.flat(material, limbPath(limb, from, to, shoulder ? (sign === 1 ? cap.toReversed() : cap) : []));
  const shadeSide = figure.far === sign ? outerName : sign === 1 ? 'right' : 'left';
  sheet.shade(
    material,
    limbStrip(
      limb,
      shadeSide,
      shoulder ? Math.max(from, 0.04) : from,
      to,
      figure.far === sign ? 0.36 : 0.27,
      shoulder,
    ),
  );
  const angle = boneDirection(limb, 0);
  const raised = Math.max(0, Math.atan2(angle[0] * sign, angle[1]));
  // The line begins on the shoulder, over the end of the shoulder's own line, which the arm covers.
  const lead = puff || raised > 1 ? [] : figure.all(onSide(shoulderLine.slice(2), sign));
  const start = shoulder ? [...lead, ...capLine(round, sign, raised, lead.length > 0 ? 54 : 74)] : [];
  sheet.line(
    material,
    spline(
      [...start, ...sideBetween(outer, shoulder && raised > 1 ? Math.max(from, 0.13 * raised) : from, to)],
      3,
    ),
    1,
    {
      start: shoulder ? (raised > 1 ? 0 : 0.5) : 0.8,
      end: 0.7,
      taper: 0.25,
    },
  );
  const armpit = shoulder ? Math.max(from, 0.2) : from;
  if (to > armpit + 0.05)
    sheet.line(material, spline(sideBetween(inner, armpit, to), 3), 0.9, {
      start: shoulder ? 0.1 : 0.8,
      end: 0.7,
      taper: 0.25,
    });
}

/** The angles of the cap's points, degrees from the arm's outer side towards its back. */
const capAngles = [150, 115, 88, 62, 38, 18] as const;

/** How much of the cap is seen as a line: what turns further down than `below` degrees from the side. */
function capLine(round: readonly Point[], sign: Sign, raised: number, below: number): Point[] {
  const ordered = sign === 1 ? round.toReversed() : round;
  return ordered.filter((_, index) => (capAngles[index] as number) + (raised * 180) / Math.PI < below);
}
