import { depth } from '../drawing/depth.ts';
import type { Sheet } from '../drawing/sheet.ts';
import { neckHalf, neckPoint } from '../body/neck.ts';
import { onSide, signs, type Figure, type Sign } from '../body/figure.ts';
import { spline } from '../geometry/curve.ts';
import { outline } from '../geometry/path.ts';
import type { Point } from '../geometry/point.ts';
import type { Material } from '../palette/material.ts';

/** The inside of a collar behind the neck: without it a collar floats. `up` 0 the pit, 1 the chin. */
export function collarBehind(
  figure: Figure,
  material: Material,
  up: number,
  wide = 1.28,
  tone: 'shade' | 'deep' = 'shade',
): void {
  const sheet = figure.sheet('collar', depth.collarBack);
  const top = [
    neckPoint(figure, -wide, up),
    neckPoint(figure, -0.7 * wide, up + 0.12, -1),
    neckPoint(figure, 0.7 * wide, up + 0.12, -1),
    neckPoint(figure, wide, up),
  ];
  const half = neckHalf(figure) * wide;
  sheet.flat(
    material,
    outline(
      top,
      figure.all([
        [half + 14, 14],
        [0, 30],
        [-half - 14, 14],
      ]),
    ),
    {},
  );
  sheet.shade(
    material,
    outline(
      top,
      figure.all([
        [half + 14, 14],
        [0, 30],
        [-half - 14, 14],
      ]),
    ),
    { tone },
  );
  sheet.line(material, spline(top, 3), 0.8, { start: 0.6, end: 0.6 });
}

/** The shadow of a collar on what it lies on: the same outline pushed down and away from the light. */
export function castOn(
  figure: Figure,
  sheet: Sheet,
  material: Material,
  points: readonly Point[],
  down = 7,
): void {
  sheet.shade(material, figure.path(points.map(([x, y]): Point => [x + figure.far * down * 0.4, y + down])));
}

/** The shape of a turned-down collar's wing on the picture's right. */
export interface Wing {
  /** Along the neck, from the back down to where both wings meet. */
  readonly inner: readonly Point[];
  /** From there over the tip to the shoulder. */
  readonly outer: readonly Point[];
}

/** A shirt collar: `spread` moves the tips apart, `reach` is how far down they go. */
export function shirtWing(figure: Figure, spread = 40, reach = 50, meet = 18): Wing {
  const half = neckHalf(figure);
  return {
    inner: [
      [half + 4, -22],
      [half + 1, -8],
      [half * 0.66, 6],
      [3, meet],
    ],
    outer: [
      [3, meet],
      [spread * 0.55, reach * 0.86],
      [spread, reach],
      [half + 19, 16],
      [half + 15, -4],
      [half + 8, -18],
    ],
  };
}

/**
 * Draws both wings of a collar on the neck, with shade on the far side and their shadow on `under`.
 * Wings follow the neck: what is written above the pit bends with it.
 */
export function drawWings(
  figure: Figure,
  material: Material,
  wing: Wing,
  under?: { sheet: Sheet; material: Material },
  corner = true,
): Sheet {
  const sheet = figure.sheet('collar', depth.collar);
  for (const sign of signs) {
    const inner = onSide(wing.inner, sign);
    const outer = onSide(wing.outer, sign);
    if (under !== undefined)
      castOn(figure, under.sheet, under.material, [...inner.slice(-1), ...outer.slice(1)], 8);
    const curves = corner ? [inner, outer.slice(0, 3), outer.slice(2)] : [inner, outer];
    sheet.flat(material, outline(...curves.map((curve) => collarPoints(figure, curve))));
    shadeWing(figure, sheet, material, inner, outer, sign);
    sheet.line(material, spline(collarPoints(figure, inner), 3), 0.8, { start: 0.4, end: 0.7 });
    if (corner) {
      sheet.line(material, spline(collarPoints(figure, outer.slice(0, 3)), 3), 0.8, { start: 0.7, end: 0.8 });
      sheet.line(material, spline(collarPoints(figure, outer.slice(2)), 3), 0.9, { start: 0.8, end: 0.3 });
    } else sheet.line(material, spline(collarPoints(figure, outer), 3), 0.9, { start: 0.7, end: 0.3 });
  }
  return sheet;
}

/** Points of a collar in drawing units: those high on the neck lie at its side, not at its front. */
export function collarPoints(figure: Figure, points: readonly Point[]): Point[] {
  return points.map(([x, y]) => figure.at(x, y, y < -2 ? Math.max(0, 0.6 + y / 30) : 0.85));
}

function shadeWing(
  figure: Figure,
  sheet: Sheet,
  material: Material,
  inner: readonly Point[],
  outer: readonly Point[],
  sign: Sign,
): void {
  const top = inner[0] as Point;
  // The fold at the neck turns away from the light above; the far wing is darker there.
  const depthShare = sign === figure.far ? 0.62 : 0.26;
  const low = inner.slice(0, 3).map((point, index): Point => {
    const other = outer[Math.max(0, outer.length - 1 - index)] as Point;
    const share = depthShare * (1 - index * 0.2);
    return [point[0] + (other[0] - point[0]) * share, point[1] + (other[1] - point[1]) * share];
  });
  sheet.shade(
    material,
    outline(collarPoints(figure, [top, ...inner.slice(1, 4)]), collarPoints(figure, low.toReversed())),
  );
}

/** A band that stands round the neck (gakuran, turtleneck, gorget): from the shoulders up to `up`. */
export function drawBand(
  figure: Figure,
  material: Material,
  up: number,
  options: { open?: number; wide?: number; low?: number; collarDepth?: number } = {},
): Sheet {
  const { wide = 1.2, low = 16, open = 0, collarDepth = depth.collar } = options;
  const half = neckHalf(figure);
  const sheet = figure.sheet('collar', collarDepth);
  const dip = up - 0.17;
  const top = (x: number): Point =>
    neckPoint(figure, x * wide, dip + (up - dip) * Math.abs(x) ** 1.6, 0.9 * (1 - Math.abs(x)));
  const shape = (from: number, to: number): void => {
    const us = [0, 0.25, 0.5, 0.75, 1].map((u) => from + (to - from) * u);
    const upper = us.map(top);
    const lower = us.map((x) =>
      figure.at(x * (half * wide + 11), low - (low + 5) * Math.abs(x) ** 1.9, 0.9 * (1 - Math.abs(x))),
    );
    sheet.flat(material, outline(upper, lower.toReversed()));
    const far = figure.far;
    const cut = [...us].filter((x) => x * far >= 0.35);
    if (cut.length >= 2) {
      const inner = (x: number): Point =>
        figure.at(x * (half * wide + 11), low - (low + 5) * Math.abs(x) ** 1.9, 0.9 * (1 - Math.abs(x)));
      sheet.shade(material, outline(cut.map(top), cut.map(inner).toReversed()));
    }
    sheet.line(material, spline(upper, 3), 0.85, { start: 0.6, end: 0.6, taper: 0.2 });
    sheet.line(material, spline(lower, 3), 0.75, { start: 0.5, end: 0.5, taper: 0.2 });
    for (const index of [0, us.length - 1]) {
      if (Math.abs(us[index] as number) < 0.99 && open === 0) continue;
      sheet.line(material, [upper[index] as Point, lower[index] as Point], 0.8, { start: 0.7, end: 0.7 });
    }
  };
  if (open > 0) {
    shape(-1, -open);
    shape(open, 1);
  } else shape(-1, 1);
  return sheet;
}
