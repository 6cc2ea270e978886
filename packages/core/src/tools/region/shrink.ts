import { finish, part, type Steps } from '../../steps/index.ts';
import { dilateDiscSteps } from './dilate-disc.ts';
import { complementCoverageSteps } from './invert-mask.ts';
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
  options: ShrinkOptions = {},
): PlacedMask {
  return finish(shrinkSteps(mask, radius, canvas, options));
}

/** {@link shrink} in steps. */
export function* shrinkSteps(
  mask: PlacedMask,
  radius: number,
  canvas: Size,
  { fromCanvasEdge = false }: ShrinkOptions = {},
): Steps<PlacedMask> {
  const tight = trimMask(mask);
  if (tight.width === 0 || radius < 1) return tight;
  const ring = { x: tight.x - 1, y: tight.y - 1, width: tight.width + 2, height: tight.height + 2 };
  // One pixel of outside is enough: of all outside pixels, the nearest lies straight across the edge.
  const frame = fromCanvasEdge
    ? ring
    : intersectRects(ring, { x: 0, y: 0, width: canvas.width, height: canvas.height });
  const outside = yield* part(complementCoverageSteps(reframeMask(tight, frame).data), 0, 0.1);
  const grown = yield* part(dilateDiscSteps({ ...frame, data: outside }, radius), 0.1, 0.9);
  const data = yield* part(complementCoverageSteps(grown), 0.9, 1);
  return trimMask(reframeMask({ ...frame, data }, tight));
}
