import type { Mask } from '@koma/core/tools';
import { distanceOutside } from './distance-outside.ts';

/**
 * The line shared out: the edge in the middle between two antialiased edges, half of it to each side.
 * @param withLine the subject with its line
 * @param withoutLine the subject without it, nowhere more than `withLine`
 * @param reach no line is wider than this, px
 * @returns coverage, a byte a pixel
 */
export function splitAtRidge(withLine: Mask, withoutLine: Mask, reach: number): Uint8Array {
  const { width, height } = withLine;
  const beyond = distanceOutside(withoutLine, reach);
  const uncovered = { width, height, data: withLine.data.map((value) => 255 - value) };
  const before = distanceOutside(uncovered, reach);
  const out = withLine.data.slice();
  for (let at = 0; at < out.length; at++) {
    const most = withLine.data[at]!;
    const least = withoutLine.data[at]!;
    if (least === 255 || most === 0 || least === most) continue;
    out[at] = 255 * Math.min(1, Math.max(0, 0.5 + (before[at]! - beyond[at]!) / 2)) + 0.5;
  }
  return out;
}
