import type { Rect } from '../../raster/index.ts';

/** A rectangle scaled about the origin, its edges rounded to whole pixels; at least one pixel is left. */
export function scaleRect(rect: Rect, sx: number, sy: number): Rect {
  // Never -0, which is not the same place to whoever compares.
  const [x, y] = [Math.round(rect.x * sx) + 0, Math.round(rect.y * sy) + 0];
  const width = Math.max(1, Math.round((rect.x + rect.width) * sx) - x);
  const height = Math.max(1, Math.round((rect.y + rect.height) * sy) - y);
  return { x, y, width, height };
}
