import { catmullRom } from '../geometry/curve.ts';
import type { Point } from '../geometry/point.ts';
import type { Lock } from './lock.ts';
import type { Scalp } from './scalp.ts';

/** A lock that lies on the scalp, in azimuths and falls (see {@link Scalp}). */
export interface Tuft {
  /** Azimuths of the root, of the middle and of the tip: between them the lock sweeps smoothly. */
  readonly azimuths: readonly [root: number, middle: number, tip: number];
  /** Falls of the root and of the tip. */
  readonly falls: readonly [root: number, tip: number];
  /** Width at its widest, degrees of azimuth. */
  readonly width: number;
  /** Width at the root as a fraction of it. Default 0.9. */
  readonly rootWidth?: number;
  /** Width at the tip as a fraction: 0 is a point, 0.9 a cut with scissors. Default 0. */
  readonly tipWidth?: number;
  /** How late the lock begins to narrow, 0 to 1. Default 0.5. */
  readonly belly?: number;
  /** Head units off the scalp. */
  readonly raise?: number;
  /** Extra sweep of the very tip, degrees. */
  readonly flick?: number;
}

/** The edges of a tuft in drawing units. */
export function tuftLock(scalp: Scalp, tuft: Tuft, count = 12): Lock {
  const { azimuths, falls, width, rootWidth = 0.9, tipWidth = 0, belly = 0.5, raise = 0, flick = 0 } = tuft;
  const left: Point[] = [];
  const right: Point[] = [];
  const [a, b, c] = azimuths;
  for (let i = 0; i < count; i++) {
    const t = i / (count - 1);
    const sweep =
      t < 0.5 ? catmullRom(2 * a - b, a, b, c, t * 2) : catmullRom(a, b, c, c + (c - b), (t - 0.5) * 2);
    const centre = sweep + flick * t ** 4;
    const fall = falls[0] + (falls[1] - falls[0]) * t;
    const grow = Math.min(1, t / Math.max(0.05, belly));
    const shrink = Math.max(0, (t - belly) / (1 - belly));
    const full = rootWidth + (1 - rootWidth) * Math.sin((grow * Math.PI) / 2);
    const half = (width / 2) * full * (1 - (1 - tipWidth) * shrink ** 1.6);
    left.push(scalp.at(centre - half, fall, raise));
    right.push(scalp.at(centre + half, fall, raise));
  }
  return { left, right };
}
