import { dilateDisc } from './dilate-disc.ts';
import { complementCoverage } from './invert-mask.ts';
import { intersectRects, reframeMask, type PlacedMask, type Size } from './mask.ts';
import { trimMask } from './mask-bounds.ts';

/** How {@link shrink} treats the canvas's edge. */
export interface ShrinkOptions {
  /**
   * True: what lies beyond the canvas counts as outside, so a selection of everything shrinks too.
   * False, as in other editors: a selection that touches the canvas's edge stays there.
   */
  readonly fromCanvasEdge?: boolean;
}

/**
 * The mask shrunk by a disc: every pixel gets the smallest coverage within `radius` of it. It is the
 * dual of `grow`: what is outside grows.
 * @param radius px, 0 to 500; below 1 nothing changes
 * @returns a mask cut to its bounds; empty if nothing is left
 */
export function shrink(
  mask: PlacedMask,
  radius: number,
  canvas: Size,
  { fromCanvasEdge = false }: ShrinkOptions = {},
): PlacedMask {
  const tight = trimMask(mask);
  if (tight.width === 0 || radius < 1) return tight;
  const ring = { x: tight.x - 1, y: tight.y - 1, width: tight.width + 2, height: tight.height + 2 };
  // One pixel of outside is enough: of all outside pixels, the nearest lies straight across the edge.
  const frame = fromCanvasEdge
    ? ring
    : intersectRects(ring, { x: 0, y: 0, width: canvas.width, height: canvas.height });
  const outside = complementCoverage(reframeMask(tight, frame).data);
  const data = complementCoverage(dilateDisc({ ...frame, data: outside }, radius));
  return trimMask(reframeMask({ ...frame, data }, tight));
}
