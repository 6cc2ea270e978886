import type { Sheet } from '../drawing/sheet.ts';
import { spline } from '../geometry/curve.ts';
import { outline } from '../geometry/path.ts';
import { add, mix, type Point } from '../geometry/point.ts';
import type { Figure, Sign } from './figure.ts';
import { type Limb, sideAt, sideBetween } from './limb.ts';
import type { Sleeve } from './sleeve.ts';

/** The hanging bag of a kimono's sleeve under the forearm. */
export function drawHangingSleeve(
  figure: Figure,
  sheet: Sheet,
  sleeve: Sleeve,
  limb: Limb,
  sign: Sign,
  from: number,
): void {
  if (from > 0 && sleeve.drop === undefined) return;
  const unit = figure.scene.scale * figure.proportions.length;
  const drop = (sleeve.drop ?? 0) * unit;
  const outer = sign === 1 ? limb.left : limb.right;
  const inner = sign === 1 ? limb.right : limb.left;
  const start = 0.75;
  const [, , wrist] = limb.joints;
  const lowerSide = sideAt(outer, sleeve.end)[1] > sideAt(inner, sleeve.end)[1] ? outer : inner;
  const upperSide = lowerSide === outer ? inner : outer;
  const top = sideBetween(lowerSide, start, sleeve.end);
  const mouth = sideAt(upperSide, sleeve.end);
  const tip = sideAt(lowerSide, sleeve.end);
  const rootPoint = top[0] as Point;
  const low = Math.max(tip[1], rootPoint[1] + drop * 0.3) + drop * 0.75;
  const width = Math.abs(tip[0] - rootPoint[0]);
  const outward = sign * Math.max(14 * unit, 36 * unit - width * 0.3);
  const cornerOut: Point = [tip[0] + outward * 0.5, low];
  const cornerIn: Point = [rootPoint[0] - (tip[0] - rootPoint[0]) * 0.1 - outward * 0.4, low - drop * 0.06];
  sheet.flat(
    sleeve.material,
    outline(
      [mouth, ...top.toReversed()],
      [rootPoint, mix(rootPoint, cornerIn, 0.6), cornerIn],
      [cornerIn, mix(cornerIn, cornerOut, 0.5), cornerOut],
      [cornerOut, mix(cornerOut, mouth, 0.5), mouth],
    ),
  );
  sheet.shade(
    sleeve.material,
    outline(
      [rootPoint, mix(rootPoint, cornerIn, 0.6), cornerIn],
      [cornerIn, mix(cornerIn, cornerOut, 0.38)],
      [mix(cornerIn, cornerOut, 0.38), mix(rootPoint, tip, 0.35)],
    ),
  );
  sheet.line(sleeve.material, spline([rootPoint, mix(rootPoint, cornerIn, 0.5), cornerIn], 3), 1, {
    start: 0.2,
    end: 0.8,
  });
  sheet.line(
    sleeve.material,
    spline([cornerIn, add(mix(cornerIn, cornerOut, 0.5), [0, 3 * unit]), cornerOut], 3),
    1,
    { start: 0.8, end: 0.8 },
  );
  sheet.line(sleeve.material, [cornerOut, mix(cornerOut, mouth, 0.5), mouth], 1, { start: 0.8, end: 0.6 });
  sheet.line(
    sleeve.material,
    spline([mix(rootPoint, tip, 0.5), mix(mix(rootPoint, tip, 0.5), mix(cornerIn, cornerOut, 0.55), 0.6)], 3),
    0.5,
    { start: 0.7 },
  );
  sheet.line(
    sleeve.material,
    [mix(rootPoint, wrist, 0.15), mix(mix(rootPoint, cornerIn, 0.5), cornerOut, 0.15)],
    0.5,
    { start: 0.7 },
  );
}
