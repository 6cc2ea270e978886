import type { Rect } from '@koma/core/raster';
import type { GreyPlane, PageImage } from '@koma/lineart';

/** Cells in which brightness is measured are this wide and high, in px, and lie on the page's own grid. */
export const CELL = 8;

/**
 * A window onto the page in which edges are worked out: the rectangle that is asked for and a margin. Where it
 * hangs over the page, the page's outermost pixels go on, so that lines that leave the page do so straight.
 * `x` and `y`, relative to the page and negative if need be, are multiples of {@link CELL}.
 */
export interface EdgeFrame extends Rect {
  /** 255 paper, 0 ink; a byte a pixel of the frame. */
  readonly grey: Uint8Array;
  /** 1 subject, 0 background; a byte a pixel of the frame. */
  readonly labels: Uint8Array;
  /** The page in colour, at page size; `undefined` where it is grey. */
  readonly image: PageImage | undefined;
}

/** The frame for a rectangle with a margin of at least `margin` px. */
export function edgeFrame(
  grey: GreyPlane,
  image: PageImage | undefined,
  labels: Uint8Array,
  rect: Rect,
  margin: number,
): EdgeFrame {
  const x = Math.floor((rect.x - margin) / CELL) * CELL;
  const y = Math.floor((rect.y - margin) / CELL) * CELL;
  const width = Math.ceil((rect.x + rect.width + margin - x) / CELL) * CELL;
  const height = Math.ceil((rect.y + rect.height + margin - y) / CELL) * CELL;
  const frame: Rect = { x, y, width, height };
  return { ...frame, grey: cutOut(grey.data, grey, frame), labels: cutOut(labels, grey, frame), image };
}

/** A rectangle of a plane, which goes on with its outermost pixels beyond its edges. */
export function cutOut(
  plane: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
  rect: Rect,
): Uint8Array {
  const out = new Uint8Array(rect.width * rect.height);
  const left = Math.min(rect.width, Math.max(0, -rect.x));
  const right = Math.max(left, Math.min(rect.width, width - rect.x));
  for (let row = 0; row < rect.height; row++) {
    const start = Math.min(height - 1, Math.max(0, rect.y + row)) * width;
    const at = row * rect.width;
    if (left > 0) out.fill(plane[start]!, at, at + left);
    if (right > left) out.set(plane.subarray(start + rect.x + left, start + rect.x + right), at + left);
    if (right < rect.width) out.fill(plane[start + width - 1]!, at + right, at + rect.width);
  }
  return out;
}

/** Where in the page's RGBA bytes a pixel of the frame, or the nearest of the page, begins. */
export function imageIndex(frame: EdgeFrame, image: PageImage, x: number, y: number): number {
  const pageX = Math.min(image.width - 1, Math.max(0, frame.x + x));
  const pageY = Math.min(image.height - 1, Math.max(0, frame.y + y));
  return 4 * (pageY * image.width + pageX);
}
