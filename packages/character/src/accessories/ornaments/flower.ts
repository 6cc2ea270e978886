import { depth } from '../../drawing/depth.ts';
import type { Sheet } from '../../drawing/sheet.ts';
import { spline } from '../../geometry/curve.ts';
import { blob, outline } from '../../geometry/path.ts';
import type { Point } from '../../geometry/point.ts';
import { scalpFrame, type LocalFrame } from '../local-frame.ts';
import { around } from '../solid.ts';
import type { DrawAccessory } from '../stage.ts';
import { openSide } from './bows.ts';

/** A flower of five petals with leaves, and a bud beside it. */
export const drawFlower: DrawAccessory = (stage) => {
  const { scene, head, random, far } = stage;
  const side = openSide(stage);
  const sheet = scene.sheet('hairOrnament', depth.hairOrnament, side === 1 ? 'left' : 'right');
  const spin = random.between(0, 60);
  const frame = (azimuth: number, fall: number): LocalFrame =>
    scalpFrame(head.scalp, azimuth, fall, { raise: 5, spin, lean: 0.45 });
  const main = frame(side * 52, 0.66);
  for (const angle of [side === 1 ? 62 : 180 - 62, side === 1 ? 12 : 168])
    drawLeaf(sheet, main, angle - spin, 31);
  drawBlossom(sheet, frame(side * 66, 0.86), far, 14);
  drawBlossom(sheet, main, far, 25);
  return [sheet.part()];
};

/** A leaf that grows from a frame's origin. */
export function drawLeaf(sheet: Sheet, frame: LocalFrame, degrees: number, length: number): void {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle) * length, Math.sin(angle) * length];
  const at = (x: number, y: number): Point => frame.at(x * cos - y * sin, x * sin + y * cos, -1);
  const upper = [at(0.1, 0), at(0.5, -0.26), at(0.85, -0.14), at(1.08, 0)];
  const lower = [at(1.08, 0), at(0.85, 0.14), at(0.5, 0.26), at(0.1, 0)];
  sheet.flat('leaf', outline(upper, lower));
  sheet.shade('leaf', outline([at(0.1, 0), at(1.08, 0)], lower));
  sheet.line('leaf', [...spline(upper, 2), ...spline(lower, 2).slice(1)], 0.65, {
    start: 0.5,
    end: 0.5,
    taper: 0.2,
  });
}

/** A blossom of five petals in a frame's plane. */
export function drawBlossom(sheet: Sheet, frame: LocalFrame, far: 1 | -1, size: number): void {
  const petals = 5;
  let body = '';
  let shade = '';
  const lines: Point[][] = [];
  for (let i = 0; i < petals; i++) {
    const angle = (i * 2 * Math.PI) / petals - Math.PI / 2;
    const [cos, sin] = [Math.cos(angle) * size, Math.sin(angle) * size];
    const at = (x: number, y: number): Point =>
      frame.at(x * cos - y * sin, x * sin + y * cos, size * 0.14 * x);
    const right = [at(0, 0), at(0.4, -0.46), at(0.84, -0.46), at(1.04, -0.16), at(0.94, 0)];
    const left = [at(0.94, 0), at(1.04, 0.16), at(0.84, 0.46), at(0.4, 0.46), at(0, 0)];
    body += outline(right, left);
    shade += outline([
      at(0, 0),
      at(0.3, -0.24),
      at(0.56, -0.1),
      at(0.46, 0),
      at(0.56, 0.1),
      at(0.3, 0.24),
      at(0, 0),
    ]);
    // Petals on the side away from the light have a dark rim.
    if (Math.cos(angle) * far > 0.5) {
      const edge = far * Math.sin(angle) > 0 ? -1 : 1;
      shade += outline(
        [at(0.84, edge * 0.44), at(1.02, edge * 0.16), at(0.94, 0)],
        [at(0.94, 0), at(0.72, edge * 0.12), at(0.84, edge * 0.44)],
      );
    }
    lines.push(spline([...right, ...left.slice(1)], 2));
  }
  sheet.flat('ornament', body);
  sheet.shade('ornament', shade);
  for (const line of lines) sheet.line('ornament', line, 0.75, { start: 0.3, end: 0.3, taper: 0.2 });
  const disc = Array.from({ length: 8 }, (_, i): Point =>
    frame.at(size * 0.2 * Math.cos((i * Math.PI) / 4), size * 0.2 * Math.sin((i * Math.PI) / 4), size * 0.1),
  );
  sheet.flat('metal', blob(disc));
  sheet.line('metal', around(disc), 0.6, { start: 0.8, end: 0.8 });
}
