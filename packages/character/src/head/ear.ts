import { spline } from '../geometry/curve.ts';
import { outline } from '../geometry/path.ts';
import type { Point } from '../geometry/point.ts';
import { depth } from '../drawing/depth.ts';
import type { Part } from '../drawing/drawing.ts';
import type { Scene } from '../drawing/scene.ts';
import type { FaceShape } from './face-shape.ts';
import type { HeadFrame } from './head-frame.ts';

/** Draws a human or elf ear; hair covers much of it. Ears of animals sit on the hair: see `accessories/`. */
export function drawEar(
  scene: Scene,
  frame: HeadFrame,
  shape: FaceShape,
  side: 1 | -1,
): { readonly part: Part; readonly centre: Point; readonly lobe: Point } | undefined {
  const { ears } = scene.character;
  if (ears !== 'human' && ears !== 'elf') return undefined;
  // The far ear hides behind the cheek.
  if (frame.turn * side > 0.62) return undefined;
  const sheet = scene.sheet('ear', depth.ear, side === 1 ? 'left' : 'right');
  const top = shape.eyeY - 22;
  const base = shape.halfWidth * 0.96;
  const elf = ears === 'elf';
  const near = Math.max(0, -frame.turn * side);
  // Seen from the side the ear opens up: it gets wider as the head turns away from it.
  const wide = 1 + near * 0.7;
  const on = (x: number, y: number): Point =>
    frame.at(side * (base + x * 0.75), top + y, -2 - x * 0.9 * wide);
  const tip: Point = elf ? on(60, -34) : on(13, -3);
  const back = elf ? [on(-4, 6), on(14, -8), on(38, -24), tip] : [on(-4, 4), on(3, -6), tip];
  const front = elf
    ? [tip, on(42, 4), on(20, 28), on(3, 45), on(-5, 40)]
    : [tip, on(17, 10), on(13, 28), on(5, 43), on(-5, 40)];
  const upper = spline(back, 4);
  const lower = spline(front, 4);
  sheet.flat('skin', outline(upper, lower));
  const inside = elf
    ? outline(
        spline([on(2, 10), on(18, 0), on(40, -17)], 4),
        spline([on(40, -17), on(26, 6), on(10, 22), on(4, 26)], 4),
      )
    : outline(spline([on(1, 10), on(8, 2), on(12, 8)], 4), spline([on(12, 8), on(9, 22), on(3, 28)], 4));
  sheet.shade('skin', inside);
  sheet.line('skin', [...upper, ...lower.slice(1)], 1, { taper: 0.3 });
  sheet.line(
    'skin',
    spline(elf ? [on(4, 12), on(20, 2), on(38, -15)] : [on(2, 12), on(8, 5), on(11, 12), on(8, 20)], 4),
    0.6,
  );
  return { part: sheet.part(), centre: on(elf ? 14 : 6, 16), lobe: on(4, 40) };
}
