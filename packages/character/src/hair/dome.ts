import type { Scene } from '../drawing/scene.ts';
import type { Sheet } from '../drawing/sheet.ts';
import { spline } from '../geometry/curve.ts';
import { outline, type PathData } from '../geometry/path.ts';
import type { Point } from '../geometry/point.ts';
import type { Scalp } from './scalp.ts';

/** The fall of the hairline at an azimuth: high over the forehead, down to the ears at the temples. */
export function hairlineAt([middle, temple]: readonly [number, number], azimuth: number): number {
  const t = Math.abs(azimuth) / 84;
  // Behind the ears the hair goes down to the nape.
  if (t > 1) return temple + 0.13 + (t - 1) * 0.45;
  return middle + (temple + 0.13 - middle) * t ** 2.4;
}

/** The hair above the hairline: along the rim over the top, back along the hairline. */
export function domePath(
  scalp: Scalp,
  hairline: readonly [middle: number, temple: number],
): { readonly path: PathData; readonly rim: Point[] } {
  const yaw = scalp.frame.yaw;
  const rim = scalp.rim(-188, 8, 17);
  const edge: Point[] = [];
  for (const azimuth of [126, 104, 84, 64, 44, 22, 0, -22, -44, -64, -84, -104, -126]) {
    if (Math.abs(azimuth + yaw) > 86) continue;
    edge.push(scalp.at(azimuth, hairlineAt(hairline, azimuth)));
  }
  return { path: outline(rim, spline(edge, 2)), rim };
}

/** The side of the dome away from the light. */
export function drawDomeShade(scene: Scene, scalp: Scalp, sheet: Sheet, clip: PathData): void {
  const far = scene.light === -1 ? scalp.rim(-52, 6, 7) : scalp.rim(-186, -128, 7);
  const yaw = scalp.frame.yaw;
  const side = -scene.light;
  const inner = [0.98, 0.8, 0.62, 0.46].map((fall) => scalp.at(side * (66 + 14 * (1 - fall)) - yaw, fall));
  const path =
    scene.light === -1 ? outline(far, spline(inner, 2)) : outline(far, spline(inner.toReversed(), 2));
  sheet.shade('hair', path, { clip });
}
