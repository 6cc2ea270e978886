import type { Rect } from '../../raster/index.ts';

/** The part of a rectangle that lies on a canvas; its width and height are 0 where none does. */
export function onCanvas(rect: Rect, canvas: { readonly width: number; readonly height: number }): Rect {
  const [x, y] = [Math.max(0, rect.x), Math.max(0, rect.y)];
  const width = Math.min(canvas.width, rect.x + rect.width) - x;
  const height = Math.min(canvas.height, rect.y + rect.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : { x: 0, y: 0, width: 0, height: 0 };
}
