import { finish, inBlocks, type Steps } from '../../steps/index.ts';
import { distanceRowsSteps } from './distance-transform.ts';
import type { Mask } from './mask.ts';

/** The widest gap that can be closed, in px. */
export const MAX_GAP = 30;

/**
 * The squared distance to the nearest line up to which a pixel may lie inside a gap that is to be closed:
 * (gap + 1)² / 4, rounded down. A straight gap of `gap` clear pixels ends in two line pixels `gap + 1`
 * apart, so that no pixel between them is farther than half of that from one. For gaps in any direction the
 * same bound closes those whose ends are at most `gap` apart: where a path of 4-steps crosses the line from
 * end to end, one of its pixels is within half a pixel of the crossing, and that within gap / 2 of an end.
 * At most 240, so that two values above it fit a byte.
 */
export function gapDepth(gap: number): number {
  const limited = Math.min(MAX_GAP, Math.max(0, Math.floor(gap)));
  return Math.floor(((limited + 1) * (limited + 1)) / 4);
}

/** The mask with one pixel of 0 on all sides, for kernels that then need no check for the edge. A copy. */
export function padMask(mask: Mask): Mask {
  const { width, height, data } = mask;
  const padded = new Uint8Array((width + 2) * (height + 2));
  for (let y = 0; y < height; y++)
    padded.set(data.subarray(y * width, (y + 1) * width), (y + 1) * (width + 2) + 1);
  return { width: width + 2, height: height + 2, data: padded };
}

/**
 * How much farther than half a gap, in px, the middle of a room is from all lines. Lines of pixels are up to 0.6 px
 * off the true ones, and ways of 4-steps up to 0.7 px off a straight one; so even in a convex shape what is just
 * farther than half a gap may fall into crumbs, but none of these gets farther than this.
 */
const MARGIN = 2;

/**
 * How wide each place is, one byte a pixel: the squared distance to the nearest pixel that is 0, up to `limit`;
 * `limit + 1` in open space beyond; {@link heartOf}(limit) in the middle of rooms, which is 2 px farther still.
 * Open space in one piece is a room if it has such a middle.
 * @param limit squared px, from {@link gapDepth}
 */
export function placeDepths(mask: Mask, limit: number): Uint8Array {
  return finish(placeDepthsSteps(mask, limit));
}

/** {@link placeDepths} in steps. */
export function* placeDepthsSteps(mask: Mask, limit: number): Steps<Uint8Array> {
  const { width, height } = mask;
  const deep = deepFrom(limit);
  const heart = heartOf(limit);
  const open = limit + 1;
  const depths = new Uint8Array(width * height);
  yield* distanceRowsSteps(mask, deep, (y, row) => {
    for (let x = 0, at = y * width; x < width; x++, at++) {
      const squared = row[x]!;
      depths[at] = squared <= limit ? squared : squared < deep ? open : heart;
    }
  });
  return depths;
}

/** The squared distance from which a pixel lies in the middle of a room. */
function deepFrom(limit: number): number {
  return Math.ceil((Math.sqrt(limit) + MARGIN) ** 2);
}

/**
 * Depths for a narrower gap, read off those for a wider one, which is far faster than {@link placeDepths}.
 * @param depths from {@link placeDepths} with `wider`
 * @returns undefined where they do not tell enough: distances above `wider` are not in them
 */
export function* rescaledDepths(
  depths: Uint8Array,
  wider: number,
  limit: number,
): Steps<Uint8Array | undefined> {
  const deep = deepFrom(limit);
  if (deep > wider + 1) return undefined;
  const table = Uint8Array.from({ length: 256 }, (_, squared) =>
    squared <= limit ? squared : squared < deep ? limit + 1 : heartOf(limit),
  );
  const result = new Uint8Array(depths.length);
  yield* inBlocks(depths.length, (from, to) => {
    for (let i = from; i < to; i++) result[i] = table[depths[i]!]!;
  });
  return result;
}

/** The value that {@link placeDepths} gives to the middle of rooms, the highest there is. */
export function heartOf(limit: number): number {
  return limit + 2;
}
