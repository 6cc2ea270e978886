import { cellMiddle, type Screen, type ScreenOptions } from './screen.ts';
import type { TonePlane } from './tone-plane.ts';

/**
 * Screens some rows of a plane.
 * @param ink gets 0-255 for each pixel of the plane: how much of it is ink
 * @param whole the lattice whose dots stay whole; absent: each pixel has the tone of its own place
 */
export function screenRows(
  plane: TonePlane,
  screen: Screen,
  ink: Uint8Array,
  from: number,
  to: number,
  whole?: Pick<ScreenOptions, 'cell' | 'angle'>,
): void {
  const { width, height, tone, coverage } = plane;
  for (let y = from; y < to; y++)
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (coverage[i] === 0) continue;
      let source = i;
      if (whole) {
        const [mx, my] = cellMiddle(whole, x, y);
        const column = Math.min(width - 1, Math.max(0, Math.floor(mx)));
        const row = Math.min(height - 1, Math.max(0, Math.floor(my)));
        const middle = row * width + column;
        // A dot whose middle is not to be toned belongs to nobody: its pixels keep their own tone.
        if (coverage[middle]! > 0) source = middle;
      }
      ink[i] = Math.round(screen(x, y, tone[source]!) * coverage[i]! * 255);
    }
}
