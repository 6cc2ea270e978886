import type { Sheet } from '../../drawing/sheet.ts';
import { ink } from '../../geometry/ink.ts';
import type { Point } from '../../geometry/point.ts';
import type { Material } from '../../palette/material.ts';

/**
 * Draws a wire or a strap along a polyline: its body, and above it a pen line along both edges.
 *
 * @param points Drawing units; a ring has its first point once more at the end.
 * @param width Of the body, drawing units.
 * @param edge Weight of the pen lines.
 */
export function drawTube(
  sheet: Sheet,
  material: Material,
  points: readonly Point[],
  width: number,
  edge = 0.3,
): void {
  sheet.flat(material, ink(points, { width, start: 1, end: 1 }));
  const last = points.length - 1;
  const ring = points[0]![0] === points[last]![0] && points[0]![1] === points[last]![1];
  for (const side of [-1, 1] as const) {
    const line = points.map(([x, y], i): Point => {
      const before = points[i > 0 ? i - 1 : ring ? last - 1 : 0] as Point;
      const after = points[i < last ? i + 1 : ring ? 1 : last] as Point;
      const [dx, dy] = [after[0] - before[0], after[1] - before[1]];
      const half = (side * width) / 2 / (Math.hypot(dx, dy) || 1);
      return [x + dy * half, y - dx * half];
    });
    sheet.line(material, line, edge, { start: 1, end: 1 });
  }
}
