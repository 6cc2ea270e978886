import type { Rect } from '../../raster/index.ts';
import { EMPTY_MASK, reframeMask, type PlacedMask } from './mask.ts';

/**
 * The smallest rectangle of the canvas that holds all coverage above 0; width and height are 0 where
 * there is none. Looks only at rows and columns from the edges inwards until coverage is met.
 */
export function maskBounds(mask: PlacedMask): Rect {
  const { width, height, data } = mask;
  let top = 0;
  while (top < height && !rowCovers(data, top * width, (top + 1) * width)) top++;
  if (top === height) return { x: mask.x, y: mask.y, width: 0, height: 0 };
  let bottom = height - 1;
  while (!rowCovers(data, bottom * width, (bottom + 1) * width)) bottom--;
  let left = width - 1;
  let right = 0;
  for (let row = top; row <= bottom; row++) {
    const start = row * width;
    for (let x = 0; x < left; x++) if (data[start + x] !== 0) left = x;
    for (let x = width - 1; x > right; x--) if (data[start + x] !== 0) right = x;
  }
  return { x: mask.x + left, y: mask.y + top, width: right - left + 1, height: bottom - top + 1 };
}

/** The mask cut to {@link maskBounds}; itself if it is tight already, {@link EMPTY_MASK} if it covers nothing. */
export function trimMask(mask: PlacedMask): PlacedMask {
  const bounds = maskBounds(mask);
  return bounds.width === 0 ? EMPTY_MASK : reframeMask(mask, bounds);
}

function rowCovers(data: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (data[i] !== 0) return true;
  return false;
}
