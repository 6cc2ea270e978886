import type { Rect } from '../../raster/index.ts';

/** Width and height of a canvas, in whole pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * A plane of 8-bit coverage, row-major from the top left: 0 is outside, 255 inside, anything between a
 * soft or antialiased edge. `data` holds `width * height` bytes; either side may be 0. Kernels never
 * write into a mask they were given, but may return it as it is, so a mask counts as immutable.
 */
export interface Mask extends Size {
  readonly data: Uint8Array;
}

/** A mask whose top left pixel is the canvas's pixel (`x`, `y`). Outside of it the coverage is 0. */
export interface PlacedMask extends Mask, Rect {}

/** One byte a pixel, row-major from the top left: 0 is unset, 1 is set, other values are not used. */
export interface BinaryPlane extends Size {
  readonly data: Uint8Array;
}

/** The mask that covers nothing, of size 0 by 0. */
export const EMPTY_MASK: PlacedMask = { x: 0, y: 0, width: 0, height: 0, data: new Uint8Array(0) };

/** Coverage from which a pixel counts as inside where a yes or no is needed: outlines, lasso fill. */
export const INSIDE_FROM = 128;

/** The mask of a whole canvas as a placed mask; shares the bytes. */
export function placeMask(mask: Mask, x = 0, y = 0): PlacedMask {
  return { x, y, width: mask.width, height: mask.height, data: mask.data };
}

/** The part of the canvas that two rectangles share; width and height are 0 where they share none. */
export function intersectRects(a: Rect, b: Rect): Rect {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : { x, y, width: 0, height: 0 };
}

/** A rectangle with `margin` more pixels on each side, cut at the canvas. */
export function expandRect(rect: Rect, margin: number, canvas: Size): Rect {
  const { x, y, width, height } = rect;
  return intersectRects(
    { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin },
    { x: 0, y: 0, width: canvas.width, height: canvas.height },
  );
}

/**
 * The same coverage seen through another rectangle of the canvas: cut off outside it, 0 where the mask
 * does not reach. Returns the mask itself where the rectangle is its own.
 */
export function reframeMask(mask: PlacedMask, frame: Rect): PlacedMask {
  const { x, y, width, height } = frame;
  if (x === mask.x && y === mask.y && width === mask.width && height === mask.height) return mask;
  const data = new Uint8Array(width * height);
  const shared = intersectRects(mask, frame);
  for (let row = shared.y; row < shared.y + shared.height; row++) {
    const from = (row - mask.y) * mask.width + shared.x - mask.x;
    data.set(mask.data.subarray(from, from + shared.width), (row - y) * width + shared.x - x);
  }
  return { x, y, width, height, data };
}
