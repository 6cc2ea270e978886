import type { Mask } from '@koma/core/tools';
import { blurPlane, FULL_BLUR } from './blur-plane.ts';
import { normalQuantile } from './contour-coverage.ts';

/**
 * The mask with a smoother contour: blurred and cut at one half again. Straight edges stay where they are, bumps and
 * notches up to about twice `radius` go, and so do lines thinner than that.
 * @param radius sigma of the blur, px; 0 or less changes nothing
 * @returns antialiased again, 1 px wide
 */
export function smoothMask(mask: Mask, radius: number): Mask {
  if (radius <= 0) return mask;
  const { width, height } = mask;
  const blurred = blurPlane(mask.data, width, height, radius);
  // The edge's own antialiasing is a box of 1 px: it adds 1/12 to the variance of the blur.
  const sigma = Math.sqrt(radius * radius + 1 / 12);
  const data = new Uint8Array(blurred.length);
  for (let i = 0; i < data.length; i++) data[i] = 255 * coverageOf(blurred[i]! / FULL_BLUR, sigma) + 0.5;
  return { width, height, data };
}

function coverageOf(share: number, sigma: number): number {
  if (share === 0 || share === 1) return share;
  return Math.min(1, Math.max(0, 0.5 + sigma * normalQuantile(share)));
}
