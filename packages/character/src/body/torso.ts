import type { Point } from '../geometry/point.ts';
import { torsoHeights, type Proportions } from './proportions.ts';

/** How a torso stands in the world: what {@link torsoPoint} needs. Angles in degrees, lengths in world units. */
export interface Torso {
  readonly proportions: Proportions;
  /** The spine at the height of the pit of the neck. */
  readonly origin: Point;
  readonly lean: number;
  readonly hips: number;
  /** About the upright axis; positive looks to the picture's right. */
  readonly turn: number;
  readonly reach: number;
  /** Where the shoulders have moved to from their rest, world units. */
  readonly shoulderLeft: Point;
  readonly shoulderRight: Point;
}

const radians = Math.PI / 180;
const smooth = (t: number): number => (t <= 0 ? 0 : t >= 1 ? 1 : t * t * (3 - 2 * t));

/** Half the width of the torso at a height, torso units, before it is turned. */
export function torsoHalf({ profile }: Proportions, y: number): number {
  const last = torsoHeights.length - 1;
  if (y <= torsoHeights[0]) return profile[0] as number;
  for (let i = 0; i < last; i++) {
    const low = torsoHeights[i] as number;
    const high = torsoHeights[i + 1] as number;
    if (y > high) continue;
    const t = smooth((y - low) / (high - low));
    return (profile[i] as number) * (1 - t) + (profile[i + 1] as number) * t;
  }
  return profile[last] as number;
}

/** How far the front of the torso lies before its axis, torso units. */
function torsoDepth({ bust }: Proportions, y: number): number {
  const chest = smooth((y + 40) / 160);
  const bulge = bust * 22 * Math.max(0, 1 - Math.abs(y - 135) / 75);
  return 16 + chest * 40 + bulge;
}

/**
 * A point on the torso in world units.
 *
 * @param x Torso units from the middle line, positive to the picture's right.
 * @param y Torso units below the pit of the neck.
 * @param front 1 = on the front of the body, 0 = in the middle, -1 = on its back.
 */
export function torsoPoint(torso: Torso, x: number, y: number, front = 1): Point {
  const { proportions: p, turn, lean, hips, reach } = torso;
  const half = torsoHalf(p, y);
  const across = Math.min(1, Math.abs(x) / (half * 1.25));
  const depth = torsoDepth(p, y) * front * Math.sqrt(1 - across * across);
  const angle = turn * radians;
  let wx = (x * Math.cos(angle) + depth * Math.sin(angle)) * p.width;
  // What is above the pit is neck, and as long as the neck is.
  let wy = y < 0 ? y * Math.max(0.3, p.neckLength / 45) : y * p.length * reach;
  const share = smooth((Math.abs(x) - 46) / 60) * smooth((125 - y) / 75) * (y < -4 ? 0 : 1);
  if (share > 0) {
    const shift = x > 0 ? torso.shoulderLeft : torso.shoulderRight;
    wx += shift[0] * share;
    wy += shift[1] * share;
  }
  // The spine bends from the pelvis' direction to the chest's; the pelvis stays where it is.
  const pelvis = 372 * p.length * reach;
  const t = Math.min(1.2, Math.max(0, wy / pelvis));
  const bend = lean + (hips - lean) * smooth(t);
  const tilt = bend * radians;
  // Along a spine whose angle changes evenly the middle lies halfway between the chords.
  const rise = pelvis - Math.min(pelvis, Math.max(0, wy));
  const mean = (lean + (hips - lean) * smooth((t + 1) / 2)) * radians;
  const axisX = Math.sin(mean) * rise;
  const axisY = pelvis - Math.cos(mean) * rise;
  const beyond = wy > pelvis ? wy - pelvis : Math.min(0, wy);
  return [
    torso.origin[0] + axisX + wx * Math.cos(tilt) - beyond * Math.sin(tilt),
    torso.origin[1] + axisY + wx * Math.sin(tilt) + beyond * Math.cos(tilt),
  ];
}
