import { depth } from '../../drawing/depth.ts';
import { ellipse, outline } from '../../geometry/path.ts';
import type { Point } from '../../geometry/point.ts';
import type { Sheet } from '../../drawing/sheet.ts';
import { scalpFrame } from '../local-frame.ts';
import type { DrawAccessory } from '../stage.ts';
import { drawBow } from './bow.ts';
import { openSide } from './bows.ts';

/** A jingle bell: a ball with a belt and a slit. `radius` in drawing units. */
export function drawJingleBell(sheet: Sheet, [x, y]: Point, radius: number, far: 1 | -1): void {
  const at = (u: number, v: number): Point => [x + u * radius, y + v * radius];
  sheet.black('metal', ellipse([x, y], radius * 1.1, radius * 1.1));
  sheet.flat('metal', ellipse([x, y], radius, radius));
  const dark = (degrees: number, k: number): Point => {
    const angle = (degrees * Math.PI) / 180;
    return at(far * k * Math.cos(angle), k * Math.sin(angle));
  };
  sheet.shade(
    'metal',
    outline(
      [-55, -20, 20, 60, 100].map((d) => dark(d, 0.97)),
      [dark(100, 0.97), dark(62, 0.62), dark(14, 0.5), dark(-55, 0.97)],
    ),
  );
  for (const v of [-0.12, 0.12])
    sheet.line(
      'metal',
      [at(-0.98, v), at(-0.5, v + 0.1), at(0, v + 0.14), at(0.5, v + 0.1), at(0.98, v)],
      0.5,
      { start: 0.7, end: 0.7 },
    );
  sheet.black('metal', ellipse(at(0, 0.46), radius * 0.15, radius * 0.15));
  sheet.line('metal', [at(0, 0.5), at(0, 0.72), at(0, 0.95)], 0.7, { start: 0.9, end: 0.7 });
  sheet.highlight('metal', ellipse(at(-far * 0.4, -0.48), radius * 0.22, radius * 0.16, -far * 35));
}

/** A bell on a small bow. */
export const drawBell: DrawAccessory = (stage) => {
  const { scene, head, far } = stage;
  const side = openSide(stage);
  const sheet = scene.sheet('hairOrnament', depth.hairOrnament, side === 1 ? 'left' : 'right');
  const frame = scalpFrame(head.scalp, side * 54, 0.62, { raise: 5, spin: side * 12, lean: 0.5 });
  drawBow(sheet, frame, far, { size: 24, tails: 1.3 });
  drawJingleBell(sheet, frame.at(0, 15, 6), 11.5 * head.frame.scale, far);
  return [sheet.part()];
};
