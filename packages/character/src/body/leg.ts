import { depth } from '../drawing/depth.ts';
import type { Sheet } from '../drawing/sheet.ts';
import { spline } from '../geometry/curve.ts';
import { outline } from '../geometry/path.ts';
import { add, distance, mix, type Point } from '../geometry/point.ts';
import type { Material } from '../palette/material.ts';
import type { Figure, Sign } from './figure.ts';
import { drawFoot } from './foot.ts';
import { endsAtKnee, legLimb } from './leg-limb.ts';
import { boneDirection, limbPath, limbStrip, sideAt, sideBetween, type Limb } from './limb.ts';

/** The round end of a thigh whose calf is out of sight. */
export function drawKneeEnd(figure: Figure, sheet: Sheet, material: Material, limb: Limb): void {
  const a = sideAt(limb.right, 0.97);
  const b = sideAt(limb.left, 0.97);
  const along = boneDirection(limb, 0.9);
  const r = distance(a, b) / 2;
  const rim = [
    a,
    add(mix(a, b, 0.08), along, r * 0.55),
    add(mix(a, b, 0.3), along, r * 0.92),
    add(mix(a, b, 0.7), along, r * 0.92),
    add(mix(a, b, 0.92), along, r * 0.55),
    b,
  ];
  sheet.flat(material, outline(rim));
  const low = figure.far === 1 ? 0.35 : 0.65;
  sheet.shade(material, outline(rim, [b, add(mix(a, b, low), along, r * 0.5), a]));
  sheet.line(material, spline(rim, 3), 1, { start: 0.7, end: 0.7, taper: 0.2 });
}

/** At which depth a leg is drawn: the nearer one later. */
export function legDepth(figure: Figure, sign: Sign): number {
  const { legLeft, legRight } = figure.skeleton.pose;
  return (sign === 1 ? legLeft : legRight).layer === 'front'
    ? depth.legFront
    : depth.legBack + (sign === figure.far ? 0 : 0.9);
}

/** Where socks end on the leg; 0 is the hip. */
const sockTops = { none: 2, ankle: 1.84, knee: 1.17, thigh: 0.6, tights: 0.02 } as const;

/** Draws one leg with sock and shoe; trousers and skirts come on top. */
export function drawLeg(figure: Figure, sign: Sign): void {
  const { socks, shoes } = figure.scene.character;
  const at = legDepth(figure, sign);
  const side = sign === 1 ? 'left' : 'right';
  const limb = legLimb(figure, sign);
  const skin = figure.sheet('leg', at, side);
  const top = sockTops[socks];
  if (endsAtKnee(figure, sign)) {
    const material = top < 1 ? 'sock' : 'skin';
    drawLegTube(figure, skin, 'skin', limb, sign, 0, 1);
    if (material === 'sock') drawLegTube(figure, skin, 'sock', limb, sign, top, 1);
    drawKneeEnd(figure, skin, material, limb);
    return;
  }
  if (top > 0.1) {
    drawLegTube(figure, skin, 'skin', limb, sign, 0, Math.min(2, top + 0.08));
    if (top > 1.1 && figure.fine) drawKnee(figure, skin, limb, sign);
  }
  if (top < 2) {
    const sock = figure.sheet('sock', at + 0.1, side);
    // Thigh socks press in a little, others sit on the skin.
    const sockLimb = legLimb(figure, sign, (t) => (t < top + 0.06 ? 1.045 : 1.03));
    drawLegTube(figure, sock, 'sock', sockLimb, sign, top, 2);
    if (top > 0.1) {
      const a = sideAt(sockLimb.right, top);
      const b = sideAt(sockLimb.left, top);
      const rim = [a, add(mix(a, b, 0.5), boneDirection(sockLimb, top), 5 * figure.unit), b];
      sock.line('sock', spline(rim, 3), 0.8, { start: 0.7, end: 0.7 });
      if (figure.fine && top < 1.3) {
        const band = sideAt(sockLimb.right, top + 0.05);
        const other = sideAt(sockLimb.left, top + 0.05);
        sock.line(
          'sock',
          spline([band, add(mix(band, other, 0.5), boneDirection(sockLimb, top), 5 * figure.unit), other], 3),
          0.45,
          { start: 0.5, end: 0.5 },
        );
      }
    } else if (figure.fine) drawKnee(figure, sock, limb, sign, 'sock');
  }
  drawFoot(figure, sign, at + 0.2, shoes);
}

/** A tube round the leg with its lines and shade. */
export function drawLegTube(
  figure: Figure,
  sheet: Sheet,
  material: Material,
  limb: Limb,
  sign: Sign,
  from: number,
  to: number,
): void {
  const outerName = sign === 1 ? 'left' : 'right';
  const innerName = sign === 1 ? 'right' : 'left';
  sheet.flat(material, limbPath(limb, from, to, from === 0 ? hipCap(limb) : []));
  const far = figure.far === sign;
  const start = from === 0 ? 0.1 : from;
  sheet.shade(material, limbStrip(limb, figure.far === 1 ? 'left' : 'right', start, to, far ? 0.4 : 0.3));
  sheet.line(material, spline(sideBetween(limb[outerName], start, to), 3), 1, {
    start: from === 0 ? 0 : 0.7,
    end: 0.7,
    taper: 0.2,
  });
  sheet.line(material, spline(sideBetween(limb[innerName], start, to), 3), 0.9, {
    start: from === 0 ? 0 : 0.7,
    end: 0.7,
    taper: 0.2,
  });
}

/** The round upper end of a thigh, from the left side of the bone to the right. */
function hipCap(limb: Limb): Point[] {
  const [root] = limb.joints;
  const along = boneDirection(limb, 0);
  const a = sideAt(limb.left, 0);
  const b = sideAt(limb.right, 0);
  const radius = distance(a, b) * 0.42;
  return [
    add(mix(root, a, 0.72), along, -radius * 0.66),
    add(root, along, -radius),
    add(mix(root, b, 0.72), along, -radius * 0.66),
  ];
}

/** Two short marks and a shadow that say knee. */
function drawKnee(figure: Figure, sheet: Sheet, limb: Limb, sign: Sign, material: Material = 'skin'): void {
  const across = (t: number, share: number): Point => mix(sideAt(limb.right, t), sideAt(limb.left, t), share);
  const inner = sign === 1 ? 0.3 : 0.7;
  const outer = 1 - inner;
  if (material === 'skin') {
    sheet.shade(
      material,
      outline(
        [across(1.06, 0.3), across(1.1, 0.5), across(1.06, 0.7)],
        [across(1.06, 0.7), across(1.065, 0.5), across(1.06, 0.3)],
      ),
      { opacity: 0.9 },
    );
  }
  sheet.line(
    material,
    spline(
      [
        across(0.95, inner),
        across(1.01, inner + (inner < 0.5 ? -0.03 : 0.03)),
        across(1.06, inner + (inner < 0.5 ? 0.06 : -0.06)),
      ],
      3,
    ),
    0.45,
  );
  sheet.line(
    material,
    spline([across(1.02, outer), across(1.07, outer + (outer < 0.5 ? 0.1 : -0.1))], 3),
    0.4,
  );
}
