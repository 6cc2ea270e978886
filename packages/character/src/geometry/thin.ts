import type { Point } from './point.ts';

/** Cosine of the bend (22°) from which on a point is needed. */
const STRAIGHT = Math.cos((22 * Math.PI) / 180);

/** Shorter curves keep all their points. */
const FEW = 6;

/**
 * A curve with fewer points. Paths are drawn smoothly through their points, so of a densely sampled curve
 * every second point is enough where it is nearly straight; bends keep theirs. The ends stay.
 */
export function thin(curve: readonly Point[]): readonly Point[] {
  const last = curve.length - 1;
  if (last < FEW) return curve;
  const kept: Point[] = [curve[0] as Point];
  let pen = curve[0] as Point;
  let skipped = false;
  for (let i = 1; i < last; i++) {
    const here = curve[i] as Point;
    const next = curve[i + 1] as Point;
    const [ax, ay] = [here[0] - pen[0], here[1] - pen[1]];
    const [bx, by] = [next[0] - here[0], next[1] - here[1]];
    const straight = ax * bx + ay * by > STRAIGHT * Math.sqrt((ax * ax + ay * ay) * (bx * bx + by * by));
    if (straight && !skipped) {
      skipped = true;
      continue;
    }
    kept.push(here);
    pen = here;
    skipped = false;
  }
  kept.push(curve[last] as Point);
  return kept;
}
