import { finish, type Steps } from '../../steps/index.ts';
import { dilateDiscSteps } from './dilate-disc.ts';
import { expandRect, reframeMask, type PlacedMask, type Size } from './mask.ts';
import { trimMask } from './mask-bounds.ts';

/**
 * The mask grown by a disc: every pixel gets the largest coverage within `radius` of it, so hard edges
 * stay hard and soft ones move outwards unchanged. Also what a bucket fill does to reach under the lines.
 * @param radius px, 0 to 500; below 1 nothing changes, since no other pixel's centre is that near
 * @returns a mask cut to its bounds within the canvas
 */
export function grow(mask: PlacedMask, radius: number, canvas: Size): PlacedMask {
  return finish(growSteps(mask, radius, canvas));
}

/** {@link grow} in steps. */
export function* growSteps(mask: PlacedMask, radius: number, canvas: Size): Steps<PlacedMask> {
  const tight = trimMask(mask);
  if (tight.width === 0 || radius < 1) return tight;
  const frame = reframeMask(tight, expandRect(tight, Math.floor(radius), canvas));
  return trimMask({ ...frame, data: yield* dilateDiscSteps(frame, radius) });
}
