import type { Scene } from '../drawing/scene.ts';
import type { ToneGradient } from '../drawing/drawing.ts';
import type { Sheet } from '../drawing/sheet.ts';
import { section } from '../geometry/curve.ts';
import { ellipse, outline, polygon, type PathData } from '../geometry/path.ts';
import { add, type Point } from '../geometry/point.ts';
import type { Material } from '../palette/material.ts';
import type { Character } from '../parameters/catalogue.ts';
import type { Expression } from './expression.ts';
import type { EyeFrame } from './eye-frame.ts';
import { drawPupil } from './pupil.ts';

/** Draws the iris with its pupil and returns its middle; `clip` is the open eye. */
export function drawIris(
  scene: Scene,
  sheet: Sheet,
  eye: EyeFrame,
  expression: Expression,
  side: 1 | -1,
  clip: PathData,
): Point {
  const { character } = scene;
  const material: Material = side === 1 ? 'irisLeft' : 'iris';
  const gazeU = side * character.gazeX * 0.26 - 0.03;
  const centre = eye.at(gazeU, 0.06 + character.gazeY * 0.16);
  const narrow = eye.halfWidth / (25.5 * scene.scale);
  const ry = eye.halfHeight * 0.97 * expression.iris;
  // Irises of narrow eyes stay tall: the lids cover them.
  const rx = Math.max(eye.halfWidth * 0.77 * expression.iris, Math.min(ry * 0.8, 20 * scene.scale * narrow));
  const tall = Math.max(ry, rx * 1.12);
  const top: Point = [centre[0], centre[1] - tall];
  const bottom: Point = [centre[0], centre[1] + tall];
  sheet.flat(material, ellipse(centre, rx, tall), { clip, tone: 'line' });
  const inner = ellipse(add(centre, [0, tall * 0.02]), rx * 0.9, tall * 0.92);
  const style = character.irisStyle;
  sheet.flat(material, inner, { clip, gradient: { from: top, to: bottom, stops: irisStops(style) } });
  if (style === 'ring') {
    sheet.highlight(material, ellipse(add(centre, [0, tall * 0.1]), rx * 0.7, tall * 0.72), {
      clip,
      tone: 'light',
      opacity: 0.8,
    });
    sheet.flat(material, ellipse(add(centre, [0, tall * 0.04]), rx * 0.58, tall * 0.6), { clip });
  }
  drawPupil(sheet, material, character.pupil, add(centre, [0, tall * 0.02]), rx, tall, clip);
  if (style === 'gem') {
    const facet = (u: number): Point[] => [
      add(centre, [rx * u, tall * 0.34]),
      add(centre, [rx * (u + 0.16), tall * 0.9]),
      add(centre, [rx * (u - 0.16), tall * 0.9]),
    ];
    for (const u of [-0.42, 0, 0.42])
      sheet.highlight(material, polygon(facet(u)), { clip, tone: 'highlight', opacity: 0.55 });
  } else if (style !== 'flat') {
    // Light that passed through the eye gathers at the side away from the lid.
    const glow = outline(
      section(ring(add(centre, [0, tall * 0.05]), rx * 0.74, tall * 0.76), 0.06, 0.44, 7),
      section(ring(add(centre, [0, -tall * 0.06]), rx * 0.72, tall * 0.62), 0.42, 0.08, 7),
    );
    sheet.highlight(material, glow, { clip, tone: 'highlight', opacity: style === 'glow' ? 0.75 : 0.6 });
  }
  return centre;
}

/** The colours of an iris from top to bottom: dark under the lid, light where light gathers. */
function irisStops(style: Character['irisStyle']): ToneGradient['stops'] {
  if (style === 'flat')
    return [
      { offset: 0, tone: 'shade' },
      { offset: 0.45, tone: 'flat' },
      { offset: 1, tone: 'flat' },
    ];
  if (style === 'glow')
    return [
      { offset: 0, tone: 'deep' },
      { offset: 0.38, tone: 'flat' },
      { offset: 0.72, tone: 'light' },
      { offset: 1, tone: 'highlight' },
    ];
  return [
    { offset: 0, tone: 'deep' },
    { offset: 0.5, tone: 'flat' },
    { offset: 1, tone: 'light' },
  ];
}

/** A closed ellipse as points, clockwise from the right. */
function ring(centre: Point, rx: number, ry: number): Point[] {
  const points: Point[] = [];
  for (let i = 0; i <= 16; i++) {
    const angle = (i / 16) * Math.PI * 2;
    points.push([centre[0] + Math.cos(angle) * rx, centre[1] + Math.sin(angle) * ry]);
  }
  return points;
}

/** Draws the lights on an eye: a large one towards the light, a small one opposite; `clip` is the open eye. */
export function drawSparkles(
  scene: Scene,
  sheet: Sheet,
  eye: EyeFrame,
  iris: Point,
  expression: Expression,
  clip: PathData,
): void {
  const { light } = scene;
  const size = expression.iris * (1 - scene.character.year * 0.12);
  const w = eye.halfWidth;
  const h = eye.halfHeight;
  const main = add(iris, [light * w * 0.2, -h * (0.42 - (1 - expression.lids) * 0.5)]);
  const glint = (path: PathData): void => sheet.highlight('sparkle', path, { clip });
  glint(ellipse(main, w * 0.19 * size, h * 0.23 * size, light * 12));
  glint(ellipse(add(iris, [-light * w * 0.24, h * 0.46]), w * 0.09 * size, h * 0.1 * size));
  if (expression.tears !== 'none') glint(ellipse(add(iris, [light * w * 0.1, h * 0.6]), w * 0.3, h * 0.13));
}
