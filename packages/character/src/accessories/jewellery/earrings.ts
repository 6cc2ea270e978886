import { depth } from '../../drawing/depth.ts';
import type { Part } from '../../drawing/drawing.ts';
import { ellipse, outline, polygon } from '../../geometry/path.ts';
import { around } from '../solid.ts';
import type { Point } from '../../geometry/point.ts';
import type { DrawAccessory } from '../stage.ts';

/** Earrings on the lobes of human and elf ears: pearls, drops or hoops. Animal ears wear none. */
export const drawEarrings: DrawAccessory = (stage) => {
  const { scene, head, random, far } = stage;
  const { frame, shape } = head;
  const { ears } = scene.character;
  const kind = random.pick(['drop', 'pearl', 'hoop'] as const);
  if (ears !== 'human' && ears !== 'elf') return [];
  return ([-1, 1] as const).flatMap((side): Part[] => {
    // A far ear hides behind the cheek.
    if (frame.turn * side > 0.5) return [];
    const near = Math.max(0, -frame.turn * side);
    const [x, y] = frame.at(
      side * (shape.halfWidth * 0.96 + 4),
      shape.eyeY + 19,
      -2 - 3.6 * (1 + near * 0.7),
    );
    const unit = frame.scale;
    const at = (u: number, v: number): Point => [x + u * unit, y + v * unit];
    // Before the hair beside the ear, as it dangles free of it.
    const sheet = scene.sheet('accessory', depth.hairSide + 0.5, side === 1 ? 'left' : 'right');
    const ball = (v: number, r: number, material: 'metal' | 'linen' | 'ornament'): void => {
      sheet.black(material, ellipse(at(0, v), (r + 0.9) * unit, (r + 0.9) * unit));
      sheet.flat(material, ellipse(at(0, v), r * unit, r * unit));
      sheet.shade(
        material,
        outline(
          [
            at(far * r * 0.7, v - r * 0.6),
            at(far * r * 0.95, v + r * 0.1),
            at(far * r * 0.3, v + r * 0.92),
            at(-far * r * 0.5, v + r * 0.8),
          ],
          [at(-far * r * 0.5, v + r * 0.8), at(far * r * 0.35, v + r * 0.4), at(far * r * 0.7, v - r * 0.6)],
        ),
      );
      sheet.highlight(material, ellipse(at(-far * r * 0.35, v - r * 0.35), r * 0.28 * unit, r * 0.28 * unit));
    };
    if (kind === 'pearl') {
      ball(0, 2, 'metal');
      ball(8, 6, 'linen');
    } else if (kind === 'hoop') {
      const wide = 10 * (0.45 + 0.55 * near);
      const ring = (r: number): Point[] =>
        Array.from({ length: 20 }, (_, i) =>
          at(wide * r * Math.sin((i * Math.PI) / 10), 11 - 11 * r * Math.cos((i * Math.PI) / 10)),
        );
      sheet.line('metal', around(ring(1)), 1.5, { start: 1, end: 1 });
      sheet.flat('metal', outline(around(ring(1.02)), around(ring(0.86)).toReversed()));
      ball(0, 2, 'metal');
    } else {
      ball(0, 2.2, 'metal');
      sheet.line('metal', [at(0, 2), at(0, 7)], 0.8, { start: 1, end: 1 });
      const gem = [at(0, 6), at(5, 15), at(4, 21), at(0, 25), at(-4, 21), at(-5, 15)];
      sheet.flat('ornament', polygon(gem));
      sheet.shade(
        'ornament',
        polygon([at(0, 6), at(far * 5, 15), at(far * 4, 21), at(0, 25), at(far * 1.4, 15)]),
      );
      sheet.highlight('ornament', polygon([at(-far * 0.6, 10), at(-far * 3.2, 15), at(-far * 1.6, 16)]));
      sheet.line('ornament', around(gem), 0.7, { start: 0.9, end: 0.9 });
    }
    return [sheet.part()];
  });
};
