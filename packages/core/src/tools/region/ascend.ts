import { finish, type Steps } from '../../steps/index.ts';
import { BucketQueue } from './bucket-queue.ts';
import { heartOf } from './open-space.ts';
import { UNASSIGNED } from './watershed.ts';

/** Where a clicked pixel belongs. Pixels are indices into the plane. */
export interface Ascent {
  /** The deepest pixel of the room to fill. */
  readonly summit: number;
  /** Squared distances above it count as open space here. */
  readonly limit: number;
  /** The pixels that led from the seed to the summit. */
  readonly path: readonly number[];
}

/** An opening is narrower than this share of the room behind it; lines drawn by hand waver by less. */
const NARROWER = 0.7;
/** And so much nearer to a line, in px, than the room's middle: below, the steps of a slanting line make openings. */
const NEARER = 2;

/** Visited pixels say by these how they were entered: the step back is STEPS[value - ENTERED]. */
const ENTERED = UNASSIGNED + 1;

/** Pixels that are visited between two stops. */
const STOP = 2 ** 14;

/**
 * Climbs from a seed to the middle of the room it belongs to, by the widest way there is (Prim's algorithm on the
 * distances to the nearest line). A seed beside a line thus ends in the middle of its own room, and not in
 * one that is nearer as the crow flies.
 *
 * Where the way leads through an opening clearly narrower than the room it leaves, that room is itself what was clicked in, though it is narrower than the gaps to be closed: its deepest pixel is the summit then,
 * and the limit is lowered to what closes the opening.
 *
 * @param plane {@link UNASSIGNED} where there is room, else 0, with a border of 0; visited pixels are changed
 * @param depths how wide each place is, from `placeDepths` with the same limit
 * @returns undefined only if the seed is 0
 */
export function ascend(
  plane: Uint8Array,
  depths: Uint8Array,
  width: number,
  seed: number,
  limit: number,
): Ascent | undefined {
  return finish(ascendSteps(plane, depths, width, seed, limit));
}

/** {@link ascend} in steps. */
export function* ascendSteps(
  plane: Uint8Array,
  depths: Uint8Array,
  width: number,
  seed: number,
  limit: number,
): Steps<Ascent | undefined> {
  if (plane[seed] !== UNASSIGNED) return undefined;
  const heart = heartOf(limit);
  const steps = [-1, 1, -width, width];
  const queue = new BucketQueue(heart + 1);
  const start = ENTERED + steps.length;
  const pathTo = (pixel: number): number[] => {
    const path = [pixel];
    for (let at = pixel; plane[at] !== start; path.push(at)) at -= steps[plane[at]! - ENTERED]!;
    return path;
  };

  plane[seed] = start;
  queue.push(depths[seed]!, seed);
  let summit = seed;
  let height = 0;
  let narrowest = 0;
  let visited = 0;
  for (let pixel = queue.pop(); pixel >= 0; pixel = queue.pop()) {
    if (++visited % STOP === 0) yield Math.min(1, visited / plane.length);
    const depth = depths[pixel]!;
    if (depth > height) {
      if (isOpening(narrowest, height)) return { summit, limit: narrowest, path: pathTo(summit) };
      summit = pixel;
      height = depth;
      narrowest = depth;
      if (depth === heart) break;
    } else if (depth < narrowest) narrowest = depth;
    for (let i = 0; i < steps.length; i++) {
      const next = pixel + steps[i]!;
      if (plane[next] !== UNASSIGNED) continue;
      plane[next] = ENTERED + i;
      queue.push(depths[next]!, next);
    }
  }
  return { summit, limit, path: pathTo(summit) };
}

/** Whether a place is so much narrower than a room that it closes it; squared distances to the nearest line. */
function isOpening(narrowest: number, room: number): boolean {
  const half = Math.sqrt(narrowest);
  const wide = Math.sqrt(room);
  return half < NARROWER * wide && half <= wide - NEARER;
}
