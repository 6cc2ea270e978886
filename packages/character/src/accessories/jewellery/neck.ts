import { Figure } from '../../body/figure.ts';
import { neckHalf, neckPoint } from '../../body/neck.ts';
import type { Skeleton } from '../../body/skeleton.ts';
import { depth } from '../../drawing/depth.ts';
import type { Part } from '../../drawing/drawing.ts';
import { spline } from '../../geometry/curve.ts';
import { ellipse, outline, polygon } from '../../geometry/path.ts';
import type { Point } from '../../geometry/point.ts';
import type { Scene } from '../../drawing/scene.ts';
import type { Character } from '../../parameters/catalogue.ts';
import { around, evenly } from '../solid.ts';
import { drawJingleBell } from '../ornaments/bell.ts';

/** Just above the neck, beneath all clothes. */
const onSkin = depth.neck + 0.6;

/** Clothes that close at the neck: a necklace is worn over them. */
const closed = new Set<Character['outfit']>(['turtleneck', 'sweater', 'hoodie', 'tshirt']);

/** Draws a band around the neck with a pendant: a gem, a heart or a bell. */
export function drawChoker(scene: Scene, skeleton: Skeleton): Part[] {
  const figure = new Figure(scene, skeleton);
  const { far } = figure;
  const sheet = figure.sheet('accessory', onSkin);
  const arc = (up: number): Point[] =>
    [-1.03, -0.7, -0.35, 0, 0.35, 0.7, 1.03].map((x) => neckPoint(figure, x, up - 0.13 * (1 - x * x), 0));
  const [upper, lower] = [arc(0.52), arc(0.36)];
  sheet.flat('ornament', outline(upper, lower.toReversed()));
  sheet.shade(
    'ornament',
    outline(
      far === 1 ? upper.slice(4) : upper.slice(0, 3),
      far === 1 ? lower.slice(4).toReversed() : lower.slice(0, 3).toReversed(),
    ),
  );
  sheet.line('ornament', spline(upper, 3), 0.75, { start: 0.7, end: 0.7 });
  sheet.line('ornament', spline(lower, 3), 0.75, { start: 0.7, end: 0.7 });
  const [x, y] = lower[3] as Point;
  const unit = figure.unit;
  const kind = scene.random('choker').pick(['gem', 'heart', 'bell'] as const);
  const at = (u: number, v: number): Point => [x + u * unit, y + v * unit];
  sheet.black('metal', ellipse(at(0, 1.5), 2.4 * unit, 2.4 * unit));
  if (kind === 'bell') drawJingleBell(sheet, at(0, 8), 7.5 * unit, far);
  else if (kind === 'gem') drawGem(sheet, at(0, 9.5), 5.5 * unit, far);
  else {
    const heart = [
      at(0, 5.5),
      at(3, 2.6),
      at(6.4, 4),
      at(6.4, 8),
      at(0, 15),
      at(-6.4, 8),
      at(-6.4, 4),
      at(-3, 2.6),
    ];
    sheet.flat('metal', outline(heart.slice(0, 5), [...heart.slice(4), heart[0]!]));
    sheet.shade(
      'metal',
      outline([at(far * 6, 4.4), at(far * 6, 8), at(0, 14)], [at(0, 14), at(far * 3, 8.5), at(far * 6, 4.4)]),
    );
    sheet.line('metal', spline(heart.slice(0, 5), 4), 0.65, { start: 0.8, end: 0.8 });
    sheet.line('metal', spline([...heart.slice(4), heart[0]!], 4), 0.65, { start: 0.8, end: 0.8 });
  }
  return figure.parts();
}

/** Draws a fine chain around the neck with a pendant on the breast, or a string of pearls. */
export function drawNecklace(scene: Scene, skeleton: Skeleton): Part[] {
  const figure = new Figure(scene, skeleton);
  const over = closed.has(scene.character.outfit);
  const sheet = figure.sheet('accessory', over ? depth.ribbon + 0.5 : onSkin);
  const half = neckHalf(figure);
  const deep = over ? 66 : 34;
  const start = over ? 0 : -7;
  const line = spline(
    [-1, -0.86, -0.5, 0, 0.5, 0.86, 1].map((x) =>
      figure.at(
        x * (half + (over ? 13 : 8)),
        start + (deep - start) * (1 - Math.abs(x) ** 2.1),
        x === -1 || x === 1 ? 0.2 : 1,
      ),
    ),
    5,
  );
  const unit = figure.unit;
  const pearls = scene.random('necklace').chance(0.35);
  if (pearls) {
    for (const point of evenly(line, over ? 25 : 17)) {
      sheet.black('linen', ellipse(point, 4.3 * unit, 4.3 * unit));
      sheet.flat('linen', ellipse(point, 3.5 * unit, 3.5 * unit));
      sheet.shade(
        'linen',
        ellipse([point[0] + figure.far * 1.2 * unit, point[1] + 1.3 * unit], 1.8 * unit, 1.6 * unit),
      );
    }
  } else {
    sheet.line('metal', line, 0.75, { start: 1, end: 1 });
    for (const point of evenly(line, 40))
      sheet.flat('metal', ellipse(point, 1.1 * unit, 1.1 * unit), { tone: 'light' });
    const [x, y] = line[15] as Point;
    sheet.black('metal', ellipse([x, y + 1.5 * unit], 2.4 * unit, 2.4 * unit));
    drawGem(sheet, [x, y + 11 * unit], 7 * unit, figure.far);
  }
  return figure.parts();
}

/** A cut stone in a golden setting: a rhombus of the given half width, drawing units. */
function drawGem(sheet: ReturnType<Figure['sheet']>, [x, y]: Point, half: number, far: 1 | -1): void {
  const at = (u: number, v: number): Point => [x + u * half, y + v * half];
  const setting = [at(0, -1.5), at(1.12, 0), at(0, 1.7), at(-1.12, 0)];
  sheet.flat('metal', polygon(setting));
  sheet.line('metal', around(setting), 0.65, { start: 0.9, end: 0.9 });
  sheet.flat('ornament', polygon([at(0, -1.1), at(0.8, 0), at(0, 1.25), at(-0.8, 0)]));
  sheet.shade('ornament', polygon([at(0, -1.1), at(far * 0.8, 0), at(0, 1.25), at(far * 0.2, 0)]));
  sheet.highlight('ornament', polygon([at(-far * 0.1, -0.75), at(-far * 0.5, -0.1), at(-far * 0.15, -0.1)]));
}
