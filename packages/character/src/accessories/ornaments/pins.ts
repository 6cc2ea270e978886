import { depth } from '../../drawing/depth.ts';
import type { Sheet } from '../../drawing/sheet.ts';
import { spline } from '../../geometry/curve.ts';
import { blob, polygon } from '../../geometry/path.ts';
import type { Point } from '../../geometry/point.ts';
import { scalpFrame, type LocalFrame } from '../local-frame.ts';
import { around } from '../solid.ts';
import type { DrawAccessory, Stage } from '../stage.ts';
import { openSide } from './bows.ts';

/** A bar with round ends, in a frame: middle, half length and half width in head units, turned by degrees. */
function drawBar(
  sheet: Sheet,
  frame: LocalFrame,
  u: number,
  v: number,
  length: number,
  width: number,
  degrees: number,
): void {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const at = (x: number, y: number): Point => frame.at(u + x * cos - y * sin, v + x * sin + y * cos);
  const edge = [
    at(-length, 0),
    at(-length * 0.94, -width),
    at(0, -width * 1.1),
    at(length * 0.94, -width),
    at(length, 0),
    at(length * 0.94, width),
    at(0, width * 1.1),
    at(-length * 0.94, width),
  ];
  sheet.flat('ornament', blob(edge));
  sheet.shade(
    'ornament',
    polygon([
      at(-length * 0.9, width * 0.8),
      at(-length * 0.9, width * 0.15),
      at(length * 0.9, width * 0.15),
      at(length * 0.9, width * 0.8),
    ]),
  );
  sheet.highlight(
    'ornament',
    polygon([
      at(-length * 0.5, -width * 0.6),
      at(length * 0.1, -width * 0.6),
      at(length * 0.1, -width * 0.15),
      at(-length * 0.5, -width * 0.15),
    ]),
    { opacity: 0.8 },
  );
  sheet.line('ornament', spline(around(edge), 3), 0.7, { start: 0.8, end: 0.8, taper: 0.1 });
}

/** The fall of a pin, or one just below the edge of a hat. */
function low({ scene }: Stage, fall: number): number {
  const { hat } = scene.character;
  return hat === 'none' || hat === 'crown' ? fall : fall + 0.22;
}

/** One to three bobby pins in the fringe. */
export const drawPins: DrawAccessory = (stage) => {
  const { scene, head, random } = stage;
  const side = openSide(stage);
  const sheet = scene.sheet('hairOrnament', depth.hairOrnament, side === 1 ? 'left' : 'right');
  const frame = scalpFrame(head.scalp, side * 47, low(stage, 0.74), { raise: 2, lean: 0.15 });
  const count = random.whole(1, 3);
  for (let i = 0; i < count; i++)
    drawBar(sheet, frame, side * (i - 1) * 2, (i - (count - 1) / 2) * 12, 17, 3.4, side * 14);
  return [sheet.part()];
};

/** Two pins crossed. */
export const drawCrossedPins: DrawAccessory = (stage) => {
  const side = openSide(stage);
  const sheet = stage.scene.sheet('hairOrnament', depth.hairOrnament, side === 1 ? 'left' : 'right');
  const frame = scalpFrame(stage.head.scalp, side * 46, low(stage, 0.72), { raise: 2, lean: 0.15 });
  drawBar(sheet, frame, 0, 0, 18, 3.6, 45);
  drawBar(sheet, frame, 0, 0, 18, 3.6, -45);
  return [sheet.part()];
};

/** A five-pointed star, and sometimes a small one beside it. */
export const drawStar: DrawAccessory = (stage) => {
  const { scene, head, random, far } = stage;
  const side = openSide(stage);
  const sheet = scene.sheet('hairOrnament', depth.hairOrnament, side === 1 ? 'left' : 'right');
  const star = (azimuth: number, fall: number, size: number): void => {
    const frame = scalpFrame(head.scalp, azimuth, fall, { raise: 3, spin: side * 14, lean: 0.25 });
    const corner = (i: number, k = 1): Point => {
      const angle = (i * Math.PI) / 5 - Math.PI / 2;
      const reach = (i % 2 === 0 ? 1 : 0.52) * size * k;
      return frame.at(reach * Math.cos(angle), reach * Math.sin(angle), i % 2 === 0 ? 0 : 1);
    };
    const points = Array.from({ length: 10 }, (_, i) => corner(i));
    const centre = frame.at(0, 0, 4);
    sheet.flat('metal', polygon(points));
    // Facets: every second triangle turns away from the light.
    for (let i = 0; i < 10; i += 2) {
      const other = corner(far === 1 ? i + 1 : i + 9);
      sheet.shade('metal', polygon([corner(i), other, centre]));
    }
    sheet.line('metal', around(points), 0.8, { start: 0.9, end: 0.9, taper: 0.1 });
  };
  star(side * 44, low(stage, 0.71), 19);
  if (random.chance(0.5)) star(side * 60, low(stage, 0.88), 10);
  return [sheet.part()];
};
