import type { PathData } from '../geometry/path.ts';
import { ellipse, outline, polygon } from '../geometry/path.ts';
import type { Point } from '../geometry/point.ts';
import type { Character } from '../parameters/catalogue.ts';
import type { Sheet } from '../drawing/sheet.ts';
import type { Material } from '../palette/material.ts';

/**
 * Draws a pupil into an iris.
 *
 * @param rx Half width of the iris, drawing units; `ry` half its height.
 */
export function drawPupil(
  sheet: Sheet,
  material: Material,
  kind: Character['pupil'],
  centre: Point,
  rx: number,
  ry: number,
  clip: PathData,
): void {
  const star = (points: number, inner: number, radius: number): PathData =>
    polygon(
      Array.from({ length: points * 2 }, (_, i): Point => {
        const angle = (i / (points * 2)) * Math.PI * 2 - Math.PI / 2;
        const reach = i % 2 === 0 ? radius : radius * inner;
        return [centre[0] + Math.cos(angle) * reach * rx, centre[1] + Math.sin(angle) * reach * rx * 1.1];
      }),
    );
  switch (kind) {
    case 'none':
      return;
    case 'round':
      return sheet.flat(material, ellipse(centre, rx * 0.42, ry * 0.44), { clip, tone: 'line' });
    case 'slit':
      return sheet.flat(material, ellipse(centre, rx * 0.17, ry * 0.66), { clip, tone: 'line' });
    case 'star':
      return sheet.highlight('sparkle', star(5, 0.45, 0.62), { clip, tone: 'highlight', opacity: 0.92 });
    case 'cross':
      return sheet.highlight('sparkle', star(4, 0.3, 0.72), { clip, tone: 'highlight', opacity: 0.92 });
    case 'heart': {
      const at = (x: number, y: number): Point => [centre[0] + x * rx * 0.56, centre[1] + y * rx * 0.6];
      return sheet.flat(
        material,
        outline(
          [at(0, -0.35), at(0.45, -0.95), at(1, -0.5), at(0.75, 0.25), at(0, 1)],
          [at(0, 1), at(-0.75, 0.25), at(-1, -0.5), at(-0.45, -0.95), at(0, -0.35)],
        ),
        { clip, tone: 'line' },
      );
    }
  }
}
