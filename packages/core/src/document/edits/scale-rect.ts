import type { Rect } from '../../raster/index.ts';

/** A rectangle scaled about the origin, its edges rounded to whole pixels; at least one pixel is left. */
export function scaleRect(rect: Rect, sx: number, sy: number): Rect {
  const [x, y] = [Math.round(rect.x * sx), Math.round(rect.y * sy)];
  const width = Math.max(1, Math.round((rect.x + rect.width) * sx) - x);
  const height = Math.max(1, Math.round((rect.y + rect.height) * sy) - y);
  return { x, y, width, height };
}
