import { squaredDistance, type Oklab } from './oklab.ts';

/** A colour and how much it counts. */
export interface WeightedColour {
  readonly lab: Oklab;
  readonly weight: number;
}

/** Rounds after which nothing moves any more, in practice. */
const ROUNDS = 24;

/**
 * Groups colours by how they look: k-means in Oklab. Begins with the heaviest colour and then, again and again, with the
 * one that counts most for its distance from all before it, so that the same colours always give the same groups.
 * @param count groups, at most
 * @returns for each colour the number of its group
 */
export function clusterColours(colours: readonly WeightedColour[], count: number): Uint8Array {
  const group = new Uint8Array(colours.length);
  let centres = firstCentres(colours, count);
  for (let round = 0; round < ROUNDS; round++) {
    let moved = false;
    for (const [i, { lab }] of colours.entries()) {
      const nearest = nearestOf(centres, lab);
      if (nearest === group[i]) continue;
      group[i] = nearest;
      moved = true;
    }
    if (!moved && round > 0) break;
    centres = meansOf(colours, group, centres);
  }
  return group;
}

function firstCentres(colours: readonly WeightedColour[], count: number): Oklab[] {
  const [heaviest] = colours.toSorted((one, other) => other.weight - one.weight);
  if (!heaviest) return [];
  const centres: Oklab[] = [heaviest.lab];
  const distances = colours.map(({ lab }) => squaredDistance(lab, heaviest.lab));
  while (centres.length < count) {
    let best = -1;
    let gain = 0;
    for (const [i, { weight }] of colours.entries()) {
      if (weight * distances[i]! <= gain) continue;
      gain = weight * distances[i]!;
      best = i;
    }
    if (best < 0) break;
    const centre = colours[best]!.lab;
    centres.push(centre);
    for (const [i, { lab }] of colours.entries())
      distances[i] = Math.min(distances[i]!, squaredDistance(lab, centre));
  }
  return centres;
}

function nearestOf(centres: readonly Oklab[], lab: Oklab): number {
  let best = 0;
  let least = Infinity;
  for (const [i, centre] of centres.entries()) {
    const distance = squaredDistance(centre, lab);
    if (distance >= least) continue;
    least = distance;
    best = i;
  }
  return best;
}

/** The weighted means; a group that nobody is in stays where it was. */
function meansOf(colours: readonly WeightedColour[], group: Uint8Array, centres: readonly Oklab[]): Oklab[] {
  const sums = centres.map(() => [0, 0, 0, 0]);
  for (const [i, { lab, weight }] of colours.entries()) {
    const sum = sums[group[i]!]!;
    for (let c = 0; c < 3; c++) sum[c]! += lab[c]! * weight;
    sum[3]! += weight;
  }
  return sums.map(([l, a, b, weight], i) =>
    weight! > 0 ? [l! / weight!, a! / weight!, b! / weight!] : centres[i]!,
  );
}
