import { type Figure, signs } from '../body/figure.ts';
import { legLimb } from '../body/leg-limb.ts';
import { boneAt, boneDirection } from '../body/limb.ts';
import type { Skirt } from '../body/lower-wear.ts';
import { at, spline } from '../geometry/curve.ts';
import { add, distance, mix, type Point, turnRight } from '../geometry/point.ts';

/** A place on the skirt: u -1 (picture's left edge) to 1, v 0 (waist) to 1 (hem) and beyond. */
export type Cloth = (u: number, v: number) => Point;

const waistHeight = 266;

/** How a skirt hangs: from the waist over the hips, carried by the thighs, in drawing units. */
export function skirtCloth(figure: Figure, skirt: Skirt): Cloth {
  const { scene, proportions: p } = figure;
  const edges = signs.map((sign) => {
    const leg = legLimb(figure, sign);
    const t = Math.min(1.96, skirt.length <= 1 ? skirt.length : 1 + ((skirt.length - 1) * p.thigh) / p.calf);
    const bone = boneAt(leg, t);
    const normal = turnRight(boneDirection(leg, t));
    const out = sign === 1 ? -1 : 1;
    const flare = skirt.flare * figure.unit;
    const carried = add(bone, normal, out * (leg.profile(Math.min(1.3, t)) * 1.02 + flare + 4 * figure.unit));
    // Legs that cross don't pull the skirt in below the hips.
    const low = figure.at(sign * (figure.side(385) + skirt.flare * 0.5), 392, 0);
    const x =
      sign === 1
        ? Math.max(carried[0], low[0] - (skirt.flare < 0 ? 30 * figure.unit : 0))
        : Math.min(carried[0], low[0] + (skirt.flare < 0 ? 30 * figure.unit : 0));
    const corner: Point = [x, Math.max(carried[1], low[1] + 24 * scene.scale * p.length)];
    const top = figure.at(sign * figure.side(waistHeight, 4), waistHeight, 0);
    // Flared cloth leaves the body at the upper hip, narrow cloth follows it down.
    const upper = figure.at(sign * (figure.side(318) + 3 + Math.max(0, skirt.flare) * 0.1), 318, 0);
    if (t > 1) {
      // Long cloth is pushed out by the knee.
      const knee = add(
        boneAt(leg, 1),
        turnRight(boneDirection(leg, 1)),
        out * (leg.profile(1) + 6 * figure.unit),
      );
      const straight = mix(
        upper,
        corner,
        Math.min(0.8, Math.max(0.3, (knee[1] - upper[1]) / Math.max(1, corner[1] - upper[1]))),
      );
      const pushed: Point = [
        sign === 1 ? Math.max(knee[0], straight[0]) : Math.min(knee[0], straight[0]),
        straight[1],
      ];
      return spline([top, figure.at(sign * (figure.side(366) + 2), 366, 0), pushed, corner], 6);
    }
    if (skirt.flare > 20) return spline([top, upper, mix(upper, corner, 0.5), corner], 6);
    return spline([top, upper, figure.at(sign * (figure.side(372) + 4), 372, 0), corner], 6);
  }) as [Point[], Point[]];
  const height =
    (distance(edges[0][0] as Point, edges[0][edges[0].length - 1] as Point) +
      distance(edges[1][0] as Point, edges[1][edges[1].length - 1] as Point)) /
    2;
  const shift = Math.sin((figure.skeleton.torso.turn * Math.PI) / 180) * 46 * figure.unit;
  return (u, v) => {
    const a = at(edges[0], v);
    const b = at(edges[1], v);
    const beyond = v > 1 ? (v - 1) * height : 0;
    const middle = mix(a, b, (u + 1) / 2);
    const front = 1 - u * u;
    return [middle[0] + shift * front, middle[1] + front * (7 + 13 * v) * figure.unit + beyond];
  };
}
