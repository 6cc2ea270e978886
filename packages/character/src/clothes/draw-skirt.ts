import { type Figure, type Sign, signs } from '../body/figure.ts';
import type { Skirt } from '../body/lower-wear.ts';
import { depth } from '../drawing/depth.ts';
import { spline } from '../geometry/curve.ts';
import { outline } from '../geometry/path.ts';
import type { Point } from '../geometry/point.ts';
import type { Material } from '../palette/material.ts';
import { drawGathers, drawKnifePleats, drawWrap } from './pleats.ts';
import { type Cloth, skirtCloth } from './skirt-cloth.ts';
import { drawApron, drawHemFrill } from './skirt-trims.ts';

/** Draws a skirt that hangs from the waist over the hips and is carried by the thighs. */
export function drawSkirt(figure: Figure, skirt: Skirt): void {
  const { material } = skirt;
  drawUnder(figure, material);
  const cloth = skirtCloth(figure, skirt);
  const sheet = figure.sheet('bottom', depth.bottom);
  const hem = hemLine(figure, skirt, cloth);
  const waist = [-1, -0.5, 0, 0.5, 1].map((u) => cloth(u, 0));
  const side = (u: Sign): Point[] => [0, 0.2, 0.4, 0.6, 0.8, 1].map((v) => cloth(u, v));
  if (skirt.hem?.kind === 'frill') drawHemFrill(figure, sheet, skirt.hem.material, cloth);
  sheet.flat(material, outline(waist, side(1), hem.toReversed(), side(-1).toReversed()));
  // The far side, and pleat by pleat.
  const { far } = figure;
  sheet.shade(
    material,
    outline(
      [0, 0.3, 0.6, 1].map((v) => cloth(far, v)),
      [1, 0.6, 0.3, 0].map((v) => cloth(far * (0.62 + 0.1 * v), v)),
    ),
  );
  if (skirt.pleats === 'knife') drawKnifePleats(figure, sheet, material, cloth);
  else if (skirt.pleats === 'gathered') drawGathers(figure, sheet, material, cloth);
  else if (skirt.pleats === 'wrap') drawWrap(figure, sheet, material, cloth);
  else
    sheet.line(material, spline([cloth(0.5 * -far, 0.72), cloth(0.52 * -far, 1)], 3), 0.6, {
      start: 0,
      end: 0.8,
    });
  if (skirt.hem?.kind === 'stripe')
    for (const v of [0.86, 0.92])
      sheet.line(
        skirt.hem.material,
        spline(
          [-1, -0.6, -0.2, 0.2, 0.6, 1].map((u) => cloth(u * 0.985, v)),
          3,
        ),
        1.3,
        { tone: 'flat', start: 1, end: 1 },
      );
  // Under the top's hem.
  sheet.shade(
    material,
    outline(
      waist,
      [1, 0.5, 0, -0.5, -1].map((u) => cloth(u, 0.12)),
    ),
  );
  for (const u of signs) sheet.line(material, spline(side(u), 3), 1, { start: 0.5, end: 0.8, taper: 0.2 });
  sheet.line(material, spline(hem, 3), 0.95, { start: 0.8, end: 0.8, taper: 0.1 });
  if (skirt.band !== undefined) {
    sheet.flat(
      skirt.band,
      outline(
        waist,
        [1, 0.5, 0, -0.5, -1].map((u) => cloth(u, 0.09)),
      ),
    );
    sheet.line(
      skirt.band,
      spline(
        [-1, -0.5, 0, 0.5, 1].map((u) => cloth(u, 0.09)),
        3,
      ),
      0.7,
      { start: 0.7, end: 0.7 },
    );
  }
  sheet.line(material, spline(waist, 3), 0.8, { start: 0.6, end: 0.6 });
  if (skirt.apron !== undefined) drawApron(figure, skirt.apron, cloth);
}

/** Shorts under a skirt, so that a raised leg shows nothing unfinished. */
function drawUnder(figure: Figure, material: Material): void {
  const sheet = figure.sheet('bottom', depth.bottom - 8);
  const right: readonly Point[] = [
    [figure.side(300), 300],
    [figure.side(385), 388],
    [figure.side(385) * 0.8, 426],
    [30, 444],
    [0, 436],
  ];
  sheet.shade(material, figure.path(right, right.map(([x, y]): Point => [-x, y]).toReversed()), {
    tone: 'deep',
  });
}

/** The lower edge from the picture's left to its right. */
function hemLine(figure: Figure, skirt: Skirt, cloth: Cloth): Point[] {
  const points: Point[] = [];
  if (skirt.pleats === 'knife') {
    const pleats = figure.fine ? 9 : 6;
    for (let i = 0; i <= pleats; i++) {
      const u = -1 + (2 * i) / pleats;
      points.push(cloth(u, 1));
      if (i < pleats) points.push(cloth(u + 1.8 / pleats, 0.972));
    }
    return points;
  }
  const waves = skirt.pleats === 'gathered' ? 12 : 4;
  const depthOfWave = skirt.pleats === 'gathered' ? 0.018 : 0;
  for (let i = 0; i <= waves; i++)
    points.push(cloth(-1 + (2 * i) / waves, 1 + (i % 2 === 0 ? -1 : 1) * depthOfWave));
  return points;
}
