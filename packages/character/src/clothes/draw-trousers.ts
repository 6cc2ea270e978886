import { depth } from '../drawing/depth.ts';
import { onSide, signs, type Figure, type Sign } from '../body/figure.ts';
import { endsAtKnee, legLimb, legProfile } from '../body/leg-limb.ts';
import { drawKneeEnd, drawLegTube, legDepth } from '../body/leg.ts';
import { boneDirection, sideAt, sideBetween, widths, type Limb } from '../body/limb.ts';
import type { Trousers } from '../body/lower-wear.ts';
import { spline } from '../geometry/curve.ts';
import { ellipse, outline } from '../geometry/path.ts';
import { add, direction, mix, turnRight, type Point } from '../geometry/point.ts';

/** Draws trousers: a piece over the hips and a tube along each leg. */
export function drawTrousers(figure: Figure, trousers: Trousers): void {
  const { material } = trousers;
  for (const sign of signs) drawTrouserLeg(figure, trousers, sign);
  const sheet = figure.sheet('bottom', depth.bottom - 8);
  const waist = 262;
  const edge: readonly Point[] = [
    [figure.side(waist, 3), waist],
    [figure.side(320, 4), 320],
    [figure.side(385, 4), 388],
  ];
  // Down the inner side of the thighs to the fork.
  const fork: readonly Point[] = [
    [figure.side(385, 2) * 0.86, 424],
    [34, 446],
    [0, 438],
  ];
  sheet.flat(
    material,
    figure.path(
      [[0, waist + 6], ...edge],
      [edge[2] as Point, ...fork],
      onSide(fork, -1).toReversed(),
      onSide(edge, -1).toReversed(),
    ),
  );
  sheet.shade(
    material,
    figure.path(
      onSide(edge, figure.far),
      onSide(
        [
          [60, 408],
          [66, 330],
          [52, waist + 4],
        ],
        figure.far,
      ),
    ),
  );
  for (const sign of signs) {
    figure.line(sheet, material, onSide(edge, sign), 1, { start: 0.6, end: 0.4 });
    figure.line(
      sheet,
      material,
      onSide(
        [
          [4, 432],
          [24, 424],
          [40, 412],
        ],
        sign,
      ),
      0.5,
      { start: 0.8 },
    );
    figure.line(
      sheet,
      material,
      onSide(
        [
          [58, 300],
          [figure.side(336, 2), 344],
        ],
        sign,
      ),
      0.6,
      { start: 0.7, end: 0.7 },
    );
  }
  figure.line(
    sheet,
    material,
    [
      [0, waist + 8],
      [3, 360],
      [0, 424],
    ],
    0.6,
    { start: 0.5, end: 0.5 },
  );
}

function drawTrouserLeg(figure: Figure, trousers: Trousers, sign: Sign): void {
  const { material, end, thigh, hem } = trousers;
  const room =
    end > 1.2
      ? widths([0, 1.06], [0.4, thigh], [1, thigh * 1.06], [1.4, thigh * 1.06], [end, hem])
      : widths([0, 1.06], [0.4, thigh], [end, hem * (thigh / 1.2)]);
  const limb = legLimb(figure, sign, room);
  const sheet = figure.sheet('bottom', legDepth(figure, sign) + 0.4, sign === 1 ? 'left' : 'right');
  const folded = endsAtKnee(figure, sign);
  drawLegTube(figure, sheet, material, limb, sign, 0, folded ? 1 : end);
  if (folded) {
    drawKneeEnd(figure, sheet, material, limb);
    return;
  }
  const across = (t: number, share: number): Point => mix(sideAt(limb.right, t), sideAt(limb.left, t), share);
  const rim = [
    across(end, 0),
    add(across(end, 0.5), boneDirection(limb, end), 5 * figure.unit),
    across(end, 1),
  ];
  sheet.line(material, spline(rim, 3), 0.9, { start: 0.7, end: 0.7 });
  const outer = sign === 1 ? 1 : 0;
  if (trousers.stripes !== undefined) {
    for (const share of [0.13, 0.25]) {
      const points = spline(
        [0.04, 0.3, 0.6, 0.9, 1.1, 1.4, 1.7, end - 0.02].map((t) =>
          across(t, outer === 1 ? 1 - share : share),
        ),
        3,
      );
      const half = 2.4 * figure.unit;
      const normals = points.map((_, i) =>
        turnRight(
          direction(points[Math.max(0, i - 1)] as Point, points[Math.min(points.length - 1, i + 1)] as Point),
        ),
      );
      sheet.flat(
        trousers.stripes,
        outline(
          points.map((p, i) => add(p, normals[i] as Point, half)),
          points.map((p, i) => add(p, normals[i] as Point, -half)).toReversed(),
        ),
      );
    }
  }
  if (trousers.crease && figure.fine)
    sheet.line(material, spline([across(0.45, 0.5), across(0.8, 0.5), across(0.97, 0.5)], 3), 0.4, {
      start: 0,
      end: 0.6,
    });
  if (trousers.crease && figure.fine && end > 1.5)
    sheet.line(material, spline([across(1.1, 0.5), across(1.5, 0.5), across(end - 0.02, 0.5)], 3), 0.4, {
      start: 0.5,
      end: 0.6,
    });
  drawKneeFolds(sheet, material, limb, end);
  if (trousers.plates !== undefined) drawGreave(figure, sheet, trousers.plates, limb);
}

/** Folds where the knee bends and where the cloth rests on the shoe. */
function drawKneeFolds(
  sheet: ReturnType<Figure['sheet']>,
  material: Trousers['material'],
  limb: Limb,
  end: number,
): void {
  const across = (t: number, share: number): Point => mix(sideAt(limb.right, t), sideAt(limb.left, t), share);
  if (end > 1.2)
    for (const [t, from, to] of [
      [0.96, 0.02, 0.3],
      [1.06, 0.98, 0.66],
      [1.12, 0.02, 0.26],
    ] as const)
      sheet.line(
        material,
        spline([across(t, from), across(t + 0.03, (from + to) / 2), across(t + 0.01, to)], 3),
        0.5,
        { start: 0.8 },
      );
  if (end > 1.6)
    for (const [t, from, to] of [
      [1.8, 0.02, 0.4],
      [1.87, 0.98, 0.55],
      [1.92, 0.02, 0.35],
    ] as const)
      sheet.line(
        material,
        spline([across(t, from), across(t + 0.03, (from + to) / 2), across(t + 0.015, to)], 3),
        0.5,
        { start: 0.8 },
      );
}

/** Knee and shin plates. */
function drawGreave(
  figure: Figure,
  sheet: ReturnType<Figure['sheet']>,
  material: Trousers['material'],
  limb: Limb,
): void {
  const right = sideBetween(limb.right, 1.08, 1.86);
  const left = sideBetween(limb.left, 1.08, 1.86);
  sheet.flat(material, outline(right, left.toReversed()));
  const shaded = figure.far === 1 ? left : right;
  const other = figure.far === 1 ? right : left;
  sheet.shade(
    material,
    outline(
      shaded,
      shaded.map((p, i) => mix(p, other[Math.min(i, other.length - 1)] as Point, 0.4)).toReversed(),
    ),
  );
  for (const side of [right, left]) sheet.line(material, spline(side, 3), 1, { start: 0.7, end: 0.7 });
  for (const t of [1.08, 1.86])
    sheet.line(material, [sideAt(limb.right, t), sideAt(limb.left, t)], 0.9, { start: 0.7, end: 0.7 });
  const knee = limb.joints[1];
  const r = legProfile(1) * figure.scene.scale * figure.proportions.legThickness;
  sheet.black(material, ellipse(knee, r * 0.98, r * 1.1));
  sheet.flat(material, ellipse(knee, r * 0.9, r * 1.02));
  sheet.shade(material, ellipse([knee[0] + figure.far * r * 0.3, knee[1] + r * 0.3], r * 0.55, r * 0.6));
}
