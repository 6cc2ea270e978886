import { type Figure, signs } from '../body/figure.ts';
import { depth } from '../drawing/depth.ts';
import type { Sheet } from '../drawing/sheet.ts';
import { spline } from '../geometry/curve.ts';
import { outline } from '../geometry/path.ts';
import { add, direction, mix, type Point } from '../geometry/point.ts';
import type { Material } from '../palette/material.ts';
import type { Cloth } from './skirt-cloth.ts';

/** A ruffle below the hem. */
export function drawHemFrill(figure: Figure, sheet: Sheet, material: Material, cloth: Cloth): void {
  const waves = figure.fine ? 22 : 12;
  const rim: Point[] = [];
  const low = 26 * figure.unit;
  for (let i = 0; i <= waves; i++) {
    const u = -1 + (2 * i) / waves;
    const base = cloth(u * 1.01, 0.97);
    const fall = direction(cloth(u, 0.8), cloth(u, 1));
    rim.push(add(base, fall, low * (i % 2 === 0 ? 0.8 : 1.08)));
  }
  const base = [-1, -0.5, 0, 0.5, 1].map((u) => cloth(u, 0.94));
  sheet.flat(material, outline(base, rim.toReversed()));
  for (let i = 1; i < waves; i += 2) {
    const u = -1 + (2 * i) / waves;
    sheet.shade(
      material,
      outline([
        cloth(u, 0.97),
        mix(cloth(u, 0.97), rim[i] as Point, 0.8),
        rim[i + 1] as Point,
        cloth(u + 1 / waves, 0.97),
      ]),
    );
    if (figure.fine)
      sheet.line(
        material,
        [rim[i + 1] as Point, mix(rim[i + 1] as Point, cloth(u + 2 / waves, 0.97), 0.6)],
        0.45,
        { start: 0.9 },
      );
  }
  sheet.line(material, spline(rim, 3), 0.8, { start: 0.8, end: 0.8, taper: 0.1 });
}

/** The front of an apron with a frilled edge. */
export function drawApron(figure: Figure, material: Material, cloth: Cloth): void {
  const sheet = figure.sheet('bottom', depth.bottom + 0.5);
  const side = (u: number): Point[] => [0.02, 0.3, 0.6, 0.8].map((v) => cloth(u * (0.62 + 0.16 * v), v));
  const waves = 12;
  const rim: Point[] = [];
  for (let i = 0; i <= waves; i++) {
    const u = -1 + (2 * i) / waves;
    rim.push(cloth(u * 0.78, 0.8 + 0.1 * Math.sqrt(Math.max(0, 1 - u * u)) + (i % 2 === 0 ? 0 : 0.045)));
  }
  const top = [-0.62, 0, 0.62].map((u) => cloth(u, 0.02));
  sheet.flat(material, outline(top, side(1), rim.toReversed(), side(-1).toReversed()));
  const { far } = figure;
  sheet.shade(
    material,
    outline(
      side(far),
      [0.8, 0.6, 0.3, 0.02].map((v) => cloth(far * (0.44 + 0.08 * v), v)),
    ),
  );
  for (const u of signs) sheet.line(material, spline(side(u), 3), 0.85, { start: 0.5, end: 0.7 });
  sheet.line(material, spline(rim, 3), 0.85, { start: 0.7, end: 0.7, taper: 0.1 });
  for (const u of [-0.4, -0.1, 0.2, 0.45])
    sheet.line(material, spline([cloth(u * 0.8, 0.5), cloth(u, 0.84)], 3), 0.45, { start: 0, end: 0.8 });
}
