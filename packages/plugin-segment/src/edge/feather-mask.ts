import type { Mask } from '@koma/core/tools';
import { blurPlane, FULL_BLUR } from './blur-plane.ts';
import type { FeatherDirection } from './matte-options.ts';

/**
 * The mask with a soft edge, from one Gaussian blur of sigma = radius / 2. `centre`: a straight edge fades from 98 %
 * to 2 % over `radius` px on each side. `in` uses the inner half of that fade alone, so that the mask nowhere grows;
 * `out` the outer half, so that it nowhere shrinks; both fade over `radius` px.
 * @param radius px; 0 or less changes nothing
 */
export function featherMask(mask: Mask, radius: number, direction: FeatherDirection): Mask {
  if (radius <= 0) return mask;
  const { width, height } = mask;
  const blurred = blurPlane(mask.data, width, height, radius / 2);
  const data = new Uint8Array(blurred.length);
  for (let i = 0; i < data.length; i++) {
    const before = mask.data[i]!;
    const value = (255 * blurred[i]!) / FULL_BLUR;
    if (direction === 'centre') data[i] = value + 0.5;
    else if (direction === 'in') data[i] = Math.min(before, Math.max(0, 2 * value - 255) + 0.5);
    else data[i] = Math.max(before, Math.min(255, 2 * value + 0.5));
  }
  return { width, height, data };
}
