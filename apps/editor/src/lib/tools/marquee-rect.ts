import type { Rect } from '@koma/core/raster';
import type { Point } from '#lib/raster/protocol.ts';

/**
 * The rectangle between two places, on whole pixels.
 * @param anchor where the pointer went down: a corner, or the middle with `fromCentre`
 * @param square makes both sides as long as the longer one
 */
export function marqueeRect(
  anchor: Point,
  pointer: Point,
  { square, fromCentre }: { square: boolean; fromCentre: boolean },
): Rect {
  const [ax, ay] = [edge(anchor.x), edge(anchor.y)];
  let [dx, dy] = [edge(pointer.x) - ax, edge(pointer.y) - ay];
  if (square) {
    const side = Math.max(Math.abs(dx), Math.abs(dy));
    [dx, dy] = [dx < 0 ? -side : side, dy < 0 ? -side : side];
  }
  const [left, top] = [Math.min(ax, ax + dx), Math.min(ay, ay + dy)];
  const [width, height] = [Math.abs(dx), Math.abs(dy)];
  return fromCentre
    ? { x: ax - width, y: ay - height, width: 2 * width, height: 2 * height }
    : { x: left, y: top, width, height };
}

/** The nearest edge between pixels; never -0. */
function edge(place: number): number {
  return Math.round(place) + 0;
}
