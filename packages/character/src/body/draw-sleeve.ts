import type { Sheet } from '../drawing/sheet.ts';
import { spline } from '../geometry/curve.ts';
import { outline } from '../geometry/path.ts';
import { add, direction, mix, type Point, turnRight } from '../geometry/point.ts';
import type { Material } from '../palette/material.ts';
import { armLimb, drawTube } from './arm-tube.ts';
import { partSide, type Figure, type Sign } from './figure.ts';
import { drawHangingSleeve } from './hanging-sleeve.ts';
import { boneDirection, type Limb, sideAt } from './limb.ts';
import { drawFolds } from './sleeve-folds.ts';
import { type Sleeve, sleeveRoom } from './sleeve.ts';

/** Draws a sleeve round an arm from `from` on, and no further than `until` where a picture ends above its hem. */
export function drawSleeve(
  figure: Figure,
  sign: Sign,
  sleeve: Sleeve,
  skin: Limb,
  at: number,
  from: number,
  until: number,
): void {
  const room = sleeveRoom(sleeve);
  const limb = armLimb(figure, sign, room);
  const sheet = figure.sheet('sleeve', at, partSide(sign));
  const { material } = sleeve;
  const whole = from === 0;
  const unit = figure.unit;
  const seen = Math.min(sleeve.end, until);
  const cut = until < sleeve.end;
  const cuff = cut ? undefined : sleeve.cuff;
  if (sleeve.drop !== undefined && !cut) drawHangingSleeve(figure, sheet, sleeve, limb, sign, from);
  drawTube(figure, sheet, material, limb, sign, from, seen, whole, sleeve.puff);
  const outer = sign === 1 ? limb.left : limb.right;
  const inner = sign === 1 ? limb.right : limb.left;
  const rim = (t: number, bulge: number): Point[] => {
    const a = sideAt(outer, t);
    const b = sideAt(inner, t);
    return [a, add(mix(a, b, 0.5), boneDirection(limb, t), bulge * unit), b];
  };
  if (sleeve.stripes !== undefined)
    drawStripes(sheet, sleeve.stripes, limb, sign, whole ? 0.02 : from, seen - (cuff?.length ?? 0), unit);
  if (sleeve.frill !== undefined && !cut) drawArmFrill(figure, sheet, sleeve.frill, limb, sleeve.end, skin);
  if (!cut && sleeve.end > from)
    sheet.line(material, spline(rim(sleeve.end, sleeve.puff ? 2 : 4), 3), 0.8, { start: 0.7, end: 0.7 });
  if (cuff !== undefined && sleeve.end - cuff.length > from) {
    const start = sleeve.end - cuff.length;
    sheet.flat(cuff.material, outline(rim(start, 4), rim(sleeve.end, 4).toReversed()));
    const shaded = figure.far === sign ? outer : inner;
    const lit = shaded === outer ? inner : outer;
    sheet.shade(
      cuff.material,
      outline(
        [sideAt(shaded, start), sideAt(shaded, sleeve.end)],
        [
          mix(sideAt(shaded, sleeve.end), sideAt(lit, sleeve.end), 0.3),
          mix(sideAt(shaded, start), sideAt(lit, start), 0.3),
        ],
      ),
    );
    if (cuff.stripes !== undefined)
      for (const share of [0.35, 0.65])
        sheet.line(cuff.stripes, spline(rim(start + cuff.length * share, 4), 3), 1.2, {
          tone: 'flat',
          start: 1,
          end: 1,
        });
    sheet.line(cuff.material, spline(rim(start, 4), 3), 0.7, { start: 0.6, end: 0.6 });
    sheet.line(cuff.material, spline(rim(sleeve.end, 4), 3), 0.9, { start: 0.7, end: 0.7 });
    for (const edge of [outer, inner])
      sheet.line(cuff.material, [sideAt(edge, start), sideAt(edge, sleeve.end)], 0.9, {
        start: 0.8,
        end: 0.8,
      });
  }
  drawFolds(figure, sheet, material, limb, sign, sleeve, from, seen);
}

/** Two stripes along the outer side of a sleeve. */
function drawStripes(
  sheet: Sheet,
  material: Material,
  limb: Limb,
  sign: Sign,
  from: number,
  to: number,
  unit: number,
): void {
  const outer = sign === 1 ? limb.left : limb.right;
  const inner = sign === 1 ? limb.right : limb.left;
  for (const share of [0.16, 0.3]) {
    const points: Point[] = [];
    for (let i = 0; i <= 9; i++) {
      const t = from + ((to - from) * i) / 9;
      points.push(mix(sideAt(outer, t), sideAt(inner, t), share));
    }
    const left: Point[] = [];
    const right: Point[] = [];
    points.forEach((point, i) => {
      const normal = turnRight(
        direction(points[Math.max(0, i - 1)] as Point, points[Math.min(9, i + 1)] as Point),
      );
      left.push(add(point, normal, 2.1 * unit));
      right.push(add(point, normal, -2.1 * unit));
    });
    sheet.flat(material, outline(left, right.toReversed()));
  }
}

/** A ruffle that stands out round the end of a sleeve. */
function drawArmFrill(
  figure: Figure,
  sheet: Sheet,
  material: Material,
  limb: Limb,
  end: number,
  skin: Limb,
): void {
  const unit = figure.unit;
  const along = boneDirection(skin, Math.min(2, end));
  const a = sideAt(limb.right, end);
  const b = sideAt(limb.left, end);
  const base: Point[] = [0, 0.25, 0.5, 0.75, 1].map((u) => mix(a, b, u));
  const rim: Point[] = [];
  for (let i = 0; i <= 8; i++) {
    const u = i / 8;
    const point = mix(a, b, -0.14 + u * 1.28);
    rim.push(add(point, along, (i % 2 === 0 ? 13 : 19) * unit));
  }
  sheet.flat(material, outline(base, rim.toReversed()));
  sheet.shade(material, outline(base, base.map((point) => add(point, along, 6 * unit)).toReversed()));
  sheet.line(material, spline([a, ...rim, b], 3), 0.8, { start: 0.7, end: 0.7, taper: 0.1 });
  for (let i = 1; i < 8; i += 2)
    sheet.line(material, [mix(a, b, i / 8), mix(mix(a, b, i / 8), rim[i] as Point, 0.75)], 0.45, {
      start: 0.7,
    });
}
