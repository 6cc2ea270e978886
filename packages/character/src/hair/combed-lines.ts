import { depth as layer } from '../drawing/depth.ts';
import type { Part } from '../drawing/drawing.ts';
import type { Scene } from '../drawing/scene.ts';
import type { Scalp } from './scalp.ts';

/** Thin lines on the dome that run to a tie: hair under tension. Places as in {@link Scalp}. */
export function drawCombedLines(
  scene: Scene,
  scalp: Scalp,
  tie: readonly [azimuth: number, fall: number],
): Part[] {
  const [azimuth, fall] = tie;
  const sheet = scene.sheet('hairFront', layer.hairFront + 0.5);
  const side = Math.sign(azimuth) || 1;
  let drawn = false;
  for (const [from, high, length] of [
    [22, -0.26, 0.8],
    [26, -0.13, 0.9],
    [27, 0.01, 0.7],
    [22, 0.14, 0.85],
  ] as const) {
    const start = azimuth - side * from;
    if (!scalp.faces(start) || !scalp.faces(azimuth - side * 8)) continue;
    // From the tie outwards, so that the line thins away from it.
    const points = Array.from({ length: 8 }, (_, i) => {
      const t = 1 - (i / 7) * length;
      return scalp.at(start + (azimuth - start) * t, Math.max(0.12, fall + high * (1 - t) ** 1.4), 0);
    });
    sheet.line('hair', points, 0.5, { start: 0.4, taper: 0.9 });
    drawn = true;
  }
  return drawn ? [sheet.part()] : [];
}
