import type { Sheet } from '../drawing/sheet.ts';
import { spline } from '../geometry/curve.ts';
import { add, direction, mix, type Point } from '../geometry/point.ts';
import type { Material } from '../palette/material.ts';
import { shoulderCap } from './arm-tube.ts';
import { shoulderRadius } from './shoulder.ts';
import type { Figure, Sign } from './figure.ts';
import { type Limb, sideAt } from './limb.ts';
import type { Sleeve } from './sleeve.ts';

/** Folds: at the elbow where it bends, from the armpit, gathers of a puff. */
export function drawFolds(
  figure: Figure,
  sheet: Sheet,
  material: Material,
  limb: Limb,
  sign: Sign,
  sleeve: Sleeve,
  from: number,
  seen: number,
): void {
  const outer = sign === 1 ? limb.left : limb.right;
  const inner = sign === 1 ? limb.right : limb.left;
  const between = (t: number, share: number): Point => mix(sideAt(inner, t), sideAt(outer, t), share);
  if (sleeve.puff) {
    for (const [share, length] of [
      [0.2, 0.34],
      [0.42, 0.25],
      [0.64, 0.3],
      [0.84, 0.22],
    ] as const) {
      const top = sleeve.end * (1 - length);
      sheet.line(
        material,
        [
          between(sleeve.end * 0.98, 0.5 + (share - 0.5) * 0.95),
          between((sleeve.end + top) / 2, share),
          between(top, share),
        ],
        0.5,
        { start: 0.8 },
      );
      if (from === 0)
        sheet.line(material, [between(0.04, share), between(sleeve.end * 0.18, share)], 0.45, { start: 0.6 });
    }
    return;
  }
  if (from === 0) {
    sheet.line(material, [between(0.24, 0.03), between(0.17, 0.2), between(0.1, 0.34)], 0.55, { start: 0.7 });
    if (sleeve.seam) {
      const { top } = shoulderCap(limb, sign, shoulderRadius(figure.proportions) * figure.scene.scale);
      sheet.line(
        material,
        spline([add(top, [0, 1]), between(0.02, 0.34), between(0.14, 0.14), between(0.22, 0.02)], 3),
        0.5,
        { start: 0.4, end: 0.6 },
      );
    }
  }
  if (seen < 1.2) return;
  const [root, elbow, wrist] = limb.joints;
  const a = direction(root, elbow);
  const b = direction(elbow, wrist);
  const bend = Math.abs(a[0] * b[1] - a[1] * b[0]);
  const cross = a[0] * b[1] - a[1] * b[0];
  // The inside of the bend, where cloth is pressed together.
  const pinched = cross > 0 ? limb.right : limb.left;
  const open = cross > 0 ? limb.left : limb.right;
  const strength = 0.3 + bend * 0.45;
  for (const [t, reach, turn] of [
    [0.9, 0.5, -0.06],
    [1.04, 0.62, 0.02],
    [1.16, 0.4, 0.07],
  ] as const)
    sheet.line(
      material,
      spline(
        [
          sideAt(pinched, t),
          mix(sideAt(pinched, t + turn * 0.4), sideAt(open, t + turn * 0.4), reach * strength),
          mix(sideAt(pinched, t + turn), sideAt(open, t + turn), reach * strength * 1.7),
        ],
        3,
      ),
      0.5,
      { start: 0.8 },
    );
  if (sleeve.end > 1.6)
    for (const [t, share, reach] of [
      [1.72, 0.98, 0.5],
      [1.82, 0.02, 0.42],
    ] as const)
      sheet.line(
        material,
        [
          between(t, share),
          between(t - 0.05, mixNumber(share, 0.5, reach)),
          between(t - 0.04, mixNumber(share, 0.5, reach * 1.6)),
        ],
        0.45,
        { start: 0.8 },
      );
}

/** The number at fraction `t` of the way from `a` to `b`. */
const mixNumber = (a: number, b: number, t: number): number => a + (b - a) * t;
