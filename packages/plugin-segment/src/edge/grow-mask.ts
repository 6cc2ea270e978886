import type { Mask } from '@koma/core/tools';
import { distanceOutside } from './distance-outside.ts';

/**
 * The mask with its edge moved outwards. Fractions of a pixel count, unlike in the `grow` of selections, and round
 * corners stay antialiased.
 * @param radius px; 0 or less changes nothing
 */
export function growMask(mask: Mask, radius: number): Mask {
  if (radius <= 0) return mask;
  const distances = distanceOutside(mask, radius + 1);
  const data = mask.data.map((before, i) => Math.max(before, coverage(radius - distances[i]!)));
  return { width: mask.width, height: mask.height, data };
}

/**
 * The mask with its edge moved inwards: what is outside grows. A subject that touches the plane's edge stays there.
 * @param radius px; 0 or less changes nothing
 */
export function shrinkMask(mask: Mask, radius: number): Mask {
  if (radius <= 0) return mask;
  const grown = growMask({ ...mask, data: mask.data.map((value) => 255 - value) }, radius);
  return { ...grown, data: grown.data.map((value) => 255 - value) };
}

/** @param inside how far inside of a straight edge a pixel's centre lies, px */
function coverage(inside: number): number {
  return 255 * Math.min(1, Math.max(0, 0.5 + inside)) + 0.5;
}
