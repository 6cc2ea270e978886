import { ink } from '../../geometry/ink.ts';
import { polygon, type PathData } from '../../geometry/path.ts';
import { mix, type Point } from '../../geometry/point.ts';
import { tileSide, type Screentone } from '../../output/screentone.ts';
import { boxCorners, type Box } from '../convex.ts';
import type { PageShape } from '../page.ts';

/** Pitch of the tones of grounds in page pixels. */
const PITCH = 5;

/** A dot tone for grounds. */
export function dots(density: number, pitch = PITCH): Screentone {
  return { kind: 'dots', density, pitch };
}

/** A straight pen line, a little pressed in the middle. */
export function straight(a: Point, b: Point, width: number): PathData {
  return ink([a, mix(a, b, 0.33), mix(a, b, 0.67), b], { width, start: 0.75, end: 0.7, taper: 0.4 });
}

/** A closed chain of straight pen lines. */
export function outlined(points: readonly Point[], width: number): PathData {
  return points
    .map((point, index) => straight(point, points[(index + 1) % points.length] as Point, width))
    .join('');
}

/** A wedge that ends in a point: a speed line. */
export function wedge(thick: Point, tip: Point, width: number): PathData {
  const length = Math.hypot(tip[0] - thick[0], tip[1] - thick[1]) || 1;
  const nx = (-(tip[1] - thick[1]) / length) * (width / 2);
  const ny = ((tip[0] - thick[0]) / length) * (width / 2);
  return polygon([[thick[0] + nx, thick[1] + ny], tip, [thick[0] - nx, thick[1] - ny]]);
}

/**
 * A dot tone whose density changes from the top of a box to its foot. Each strip is as high as one row of
 * tiles and ends between the dots, so that no dot is cut where the page is printed a pixel a unit.
 *
 * @param densityAt 0 (white) to 1 (black) for the fraction of the height, 0 to 1.
 */
export function toneStrips(box: Box, densityAt: (t: number) => number): PageShape[] {
  const side = tileSide(dots(0.5));
  const shapes: PageShape[] = [];
  // Neighbouring strips of one density are one.
  let strip: { density: number; top: number } | undefined;
  const close = (foot: number): void => {
    if (strip === undefined || strip.density <= 0) return;
    const fill = strip.density >= 1 ? 'black' : dots(strip.density);
    shapes.push({
      fill,
      path: polygon(
        boxCorners({ x: box.x - 2, y: strip.top, width: box.width + 4, height: foot - strip.top }),
      ),
    });
  };
  const first = Math.floor(box.y / side) * side - side * 0.25;
  const foot = box.y + box.height + 2;
  for (let top = first; top < foot; top += side) {
    const t = Math.min(1, Math.max(0, (top - box.y) / box.height));
    const density = Math.round(densityAt(t) * 50) / 50;
    if (density === strip?.density) continue;
    close(top);
    strip = { density: density < 0.03 ? 0 : density, top };
  }
  close(foot);
  return shapes;
}
