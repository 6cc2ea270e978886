import type { Figure } from '../body/figure.ts';
import type { Sheet } from '../drawing/sheet.ts';
import { spline } from '../geometry/curve.ts';
import type { Point } from '../geometry/point.ts';
import type { Material } from '../palette/material.ts';

/** A flat ribbon between two lists of torso-unit points, with lines on both sides. */
export function drawStrip(
  figure: Figure,
  sheet: Sheet,
  material: Material,
  first: readonly Point[],
  second: readonly Point[],
  weight = 0.7,
): void {
  sheet.flat(material, figure.path(first, second.toReversed()));
  if (weight <= 0) return;
  figure.line(sheet, material, first, weight, { start: 0.7, end: 0.7 });
  figure.line(sheet, material, second, weight, { start: 0.7, end: 0.7 });
}

/** A row of stitches or ribs: short lines from one polyline to another, torso units. */
export function drawRibs(
  figure: Figure,
  sheet: Sheet,
  material: Material,
  from: readonly Point[],
  to: readonly Point[],
  count: number,
): void {
  const a = spline(from, 6);
  const b = spline(to, 6);
  for (let i = 0; i < count; i++) {
    const u = (i + 0.5) / count;
    const p = a[Math.round(u * (a.length - 1))] as Point;
    const q = b[Math.round(u * (b.length - 1))] as Point;
    sheet.line(material, [figure.at(p[0], p[1], 0.8), figure.at(q[0], q[1], 0.8)], 0.4, {
      start: 0.5,
      end: 0.5,
    });
  }
}
