import { finish, type Steps } from '../../steps/index.ts';
import { gaussianBlurSteps } from './gaussian-blur.ts';
import { expandRect, reframeMask, type PlacedMask, type Size } from './mask.ts';
import { trimMask } from './mask-bounds.ts';

/**
 * The mask with softened edges: a Gaussian blur with sigma = radius / 2, so that a straight edge fades
 * from 98 % to 2 % over `radius` px on each side. Beyond the canvas the coverage counts as 0.
 * @param radius px, 0 or more; 0 changes nothing
 * @returns a mask cut to its bounds within the canvas
 */
export function feather(mask: PlacedMask, radius: number, canvas: Size): PlacedMask {
  return finish(featherSteps(mask, radius, canvas));
}

/** {@link feather} in steps. */
export function* featherSteps(mask: PlacedMask, radius: number, canvas: Size): Steps<PlacedMask> {
  const tight = trimMask(mask);
  if (tight.width === 0 || radius <= 0) return tight;
  // Three and a half sigmas out, even a full half-plane has faded below half a level.
  const frame = reframeMask(tight, expandRect(tight, Math.ceil(1.75 * radius) + 1, canvas));
  return trimMask({ ...frame, data: yield* gaussianBlurSteps(frame, radius / 2) });
}
