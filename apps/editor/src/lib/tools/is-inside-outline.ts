import type { MaskOutline } from '@koma/core/tools';

/** Whether a point lies inside closed outlines, by the even-odd rule. */
export function isInsideOutline({ points, starts }: MaskOutline, x: number, y: number): boolean {
  let inside = false;
  for (let loop = 0; loop + 1 < starts.length; loop++) {
    const [from, to] = [starts[loop]!, starts[loop + 1]!];
    for (let i = from, j = to - 2; i < to; j = i, i += 2) {
      // Edges are level or upright; only upright ones cross a level ray.
      const [y0, y1] = [points[j + 1]!, points[i + 1]!];
      if (y0 > y !== y1 > y && x < points[i]!) inside = !inside;
    }
  }
  return inside;
}
