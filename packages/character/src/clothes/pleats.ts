import type { Figure } from '../body/figure.ts';
import type { Sheet } from '../drawing/sheet.ts';
import { spline } from '../geometry/curve.ts';
import { outline } from '../geometry/path.ts';
import type { Point } from '../geometry/point.ts';
import type { Material } from '../palette/material.ts';
import type { Cloth } from './skirt-cloth.ts';

/** Sharp pleats that all lie to one side, each with its shadow. */
export function drawKnifePleats(figure: Figure, sheet: Sheet, material: Material, cloth: Cloth): void {
  const pleats = figure.fine ? 9 : 6;
  for (let i = 1; i < pleats; i++) {
    const u = -1 + (2 * i) / pleats;
    const wide = (figure.far * 0.62) / pleats;
    sheet.shade(
      material,
      outline(
        [cloth(u * 0.94, 0.14), cloth(u, 0.55), cloth(u, 0.985)],
        [cloth(u + wide, 0.985), cloth(u + wide * 0.6, 0.55), cloth(u * 0.94, 0.14)],
      ),
    );
    sheet.line(
      material,
      spline([cloth(u * 0.94, 0.1), cloth(u * 0.98, 0.4), cloth(u, 0.7), cloth(u, 1)], 3),
      0.6,
      { start: 0.2, end: 0.9 },
    );
  }
}

/** Soft folds that run up from the hem, and short ones down from the waist. */
export function drawGathers(figure: Figure, sheet: Sheet, material: Material, cloth: Cloth): void {
  const random = figure.scene.random('gathers');
  const folds = figure.fine ? 7 : 4;
  for (let i = 0; i < folds; i++) {
    const u = -0.84 + (1.68 * i) / (folds - 1);
    const top = random.between(0.3, 0.58);
    const wide = figure.far * 0.09;
    sheet.shade(
      material,
      outline(
        [cloth(u * 0.9, top), cloth(u * 0.97, 0.75), cloth(u, 0.985)],
        [cloth(u + wide, 0.985), cloth(u * 0.97 + wide * 0.5, 0.78), cloth(u * 0.9, top)],
      ),
    );
    sheet.line(material, spline([cloth(u * 0.9, top), cloth(u * 0.96, 0.75), cloth(u, 0.99)], 3), 0.55, {
      start: 0,
      end: 0.9,
    });
    const v = u + 0.11;
    if (v < 0.95)
      sheet.line(
        material,
        spline([cloth(v * 0.86, 0.05), cloth(v * 0.88, random.between(0.16, 0.3))], 3),
        0.5,
        { start: 0.8 },
      );
  }
}

/** A wrapped skirt: the wearer's left side over the right. */
export function drawWrap(figure: Figure, sheet: Sheet, material: Material, cloth: Cloth): void {
  sheet.shade(
    material,
    outline(
      [cloth(-0.3, 0.1), cloth(-0.42, 0.55), cloth(-0.34, 1)],
      [cloth(-0.52, 1), cloth(-0.5, 0.55), cloth(-0.3, 0.1)],
    ),
  );
  sheet.line(material, spline([cloth(-0.24, 0.06), cloth(-0.4, 0.5), cloth(-0.34, 1)], 3), 0.85, {
    start: 0.3,
    end: 0.9,
  });
  sheet.line(material, spline([cloth(0.42, 0.34), cloth(0.38, 0.7), cloth(0.46, 0.98)], 3), 0.5, {
    start: 0,
    end: 0.7,
  });
  sheet.line(material, spline([cloth(0.1, 0.62), cloth(0.06, 0.85), cloth(0.1, 0.98)], 3), 0.45, {
    start: 0,
    end: 0.7,
  });
  const random = figure.scene.random('kimono hem');
  for (let i = 0; i < (figure.fine ? 7 : 3); i++) {
    const centre = cloth(random.between(-0.8, 0.8), random.between(0.62, 0.93));
    const size = random.between(8, 13) * figure.unit;
    const petals: Point[] = [];
    for (let k = 0; k <= 10; k++) {
      const angle = (k * 36 * Math.PI) / 180;
      const r = k % 2 === 0 ? size : size * 0.55;
      petals.push([centre[0] + Math.cos(angle) * r, centre[1] + Math.sin(angle) * r]);
    }
    sheet.flat('cloth2', outline(petals));
  }
}
