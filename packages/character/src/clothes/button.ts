import type { Figure } from '../body/figure.ts';
import type { Sheet } from '../drawing/sheet.ts';
import { ellipse, outline } from '../geometry/path.ts';
import type { Point } from '../geometry/point.ts';
import type { Material } from '../palette/material.ts';

/** A round button at a point in torso units. */
export function drawButton(
  figure: Figure,
  sheet: Sheet,
  material: Material,
  [x, y]: Point,
  radius = 4.5,
): void {
  const centre = figure.at(x, y);
  const r = radius * figure.unit;
  sheet.black(material, ellipse(centre, r * 1.25, r * 1.25));
  sheet.flat(material, ellipse(centre, r, r));
  sheet.shade(
    material,
    outline(
      [
        [centre[0] - r * 0.7, centre[1] + r * 0.7],
        [centre[0] + r * 0.2, centre[1] + r * 0.95],
        [centre[0] + r * 0.95, centre[1]],
      ],
      [
        [centre[0] + r * 0.95, centre[1]],
        [centre[0] + r * 0.3, centre[1] + r * 0.4],
        [centre[0] - r * 0.7, centre[1] + r * 0.7],
      ],
    ),
  );
  if (figure.fine)
    sheet.highlight(material, ellipse([centre[0] - r * 0.3, centre[1] - r * 0.35], r * 0.28, r * 0.28));
}
