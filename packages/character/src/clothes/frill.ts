import type { Figure } from '../body/figure.ts';
import type { Sheet } from '../drawing/sheet.ts';
import { spline } from '../geometry/curve.ts';
import { add, direction, mix, type Point, turnRight } from '../geometry/point.ts';
import type { Material } from '../palette/material.ts';

/**
 * A gathered frill along a line of torso-unit points: `width` towards the left hand as one walks along the
 * line; negative to the right.
 */
export function drawFrill(
  figure: Figure,
  sheet: Sheet,
  material: Material,
  along: readonly Point[],
  width: number,
  waves: number,
): void {
  const base = spline(along, 8);
  const last = base.length - 1;
  const rim: Point[] = [];
  const roots: Point[] = [];
  const steps = waves * 2;
  for (let i = 0; i <= steps; i++) {
    const t = (i / steps) * last;
    const index = Math.min(last - 1, Math.floor(t));
    const point = mix(base[index] as Point, base[index + 1] as Point, t - index);
    const normal = turnRight(
      direction(base[Math.max(0, index - 1)] as Point, base[Math.min(last, index + 2)] as Point),
    );
    roots.push(point);
    rim.push(add(point, normal, -width * (i % 2 === 0 ? 0.72 : 1.06)));
  }
  sheet.flat(material, figure.path(base, rim.toReversed()));
  // Every second wave falls back: a short shadow at its root.
  for (let i = 0; i < steps; i += 2)
    sheet.shade(
      material,
      figure.path([
        roots[i] as Point,
        mix(roots[i] as Point, rim[i] as Point, 0.85),
        mix(roots[i + 1] as Point, rim[i + 1] as Point, 0.3),
        roots[i + 1] as Point,
      ]),
    );
  figure.line(sheet, material, rim, 0.75, { start: 0.6, end: 0.6, taper: 0.1 });
  for (let i = 2; i < steps; i += 2)
    figure.line(sheet, material, [rim[i] as Point, mix(roots[i] as Point, rim[i] as Point, 0.3)], 0.42, {
      start: 0.9,
    });
  figure.line(sheet, material, along, 0.55, { start: 0.6, end: 0.6 });
}
