import type { Rect } from '../../raster/index.ts';
import { EMPTY_MASK, intersectRects, type PlacedMask, type Size } from './mask.ts';
import { trimMask } from './mask-bounds.ts';
import type { ShapeOptions } from './polygon-mask.ts';

/**
 * A rectangle as a mask. Its edges may lie between pixels, where coverage is the exact covered area.
 * Without antialiasing, pixels whose centre is inside or on the left or upper edge are covered.
 * @param shape in px, not necessarily whole; negative sides reach to the left and up
 * @returns a mask cut to its bounds within the canvas; empty where there is no area
 */
export function rectangleMask(
  shape: Rect,
  canvas: Size,
  { antialias = true }: ShapeOptions = {},
): PlacedMask {
  const left = Math.min(shape.x, shape.x + shape.width);
  const top = Math.min(shape.y, shape.y + shape.height);
  const right = left + Math.abs(shape.width);
  const bottom = top + Math.abs(shape.height);
  const x = Math.floor(left);
  const y = Math.floor(top);
  const frame = intersectRects(
    { x, y, width: Math.ceil(right) - x, height: Math.ceil(bottom) - y },
    { x: 0, y: 0, width: canvas.width, height: canvas.height },
  );
  if (frame.width === 0) return EMPTY_MASK;
  const across = shares(frame.x, frame.width, left, right, antialias);
  const down = shares(frame.y, frame.height, top, bottom, antialias);
  const data = new Uint8Array(frame.width * frame.height);
  for (let row = 0, at = 0; row < frame.height; row++)
    for (let column = 0; column < frame.width; column++, at++)
      data[at] = across[column]! * down[row]! * 255 + 0.5;
  return trimMask({ x: frame.x, y: frame.y, width: frame.width, height: frame.height, data });
}

/** How much of each pixel from `start` on lies between two edges: 0 to 1, or 0 and 1 only if hard. */
function shares(start: number, count: number, from: number, to: number, soft: boolean): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => {
    const pixel = start + i;
    if (!soft) return pixel + 0.5 >= from && pixel + 0.5 < to ? 1 : 0;
    return Math.max(0, Math.min(pixel + 1, to) - Math.max(pixel, from));
  });
}
