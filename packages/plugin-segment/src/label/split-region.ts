/** A rectangle of a plane around one region. */
export interface RegionWindow {
  readonly width: number;
  readonly height: number;
  /** Row by row: 1 where the region is. */
  readonly inside: Uint8Array;
  /** Row by row: 1 where no way leads through. */
  readonly wall: Uint8Array;
  /** Row by row: a label of 0 or more where a stroke is, else -1; absent: there are none. */
  readonly seeds?: Int16Array | undefined;
}

/** The pieces of one region. */
export interface Pieces {
  /** Row by row: the piece, counted from 0; {@link OUTSIDE} where the region is not. */
  readonly of: Int32Array;
  readonly count: number;
}

/** What is no piece of the region. */
export const OUTSIDE = -1;
const FREE = -2;
/** Steps of the 3-4 chamfer distance (Borgefors 1986): to the side, and across a corner. */
const SIDE = 3;
const CORNER = 4;

/**
 * Cuts a region into pieces. With seeds, pixels go to the label whose seed is nearest by ways within the region, and
 * every label is one piece; what no seed reaches, and all without seeds, falls into connected pieces. Walls block
 * all ways, and belong to the nearest piece in the end.
 */
export function splitRegion(window: RegionWindow): Pieces {
  const { inside, wall, seeds } = window;
  const of = new Int32Array(inside.length).fill(OUTSIDE);
  for (let at = 0; at < of.length; at++) if (inside[at] === 1) of[at] = FREE;
  let count = 0;
  if (seeds) {
    const pieces = new Map<number, number>();
    const starts: number[] = [];
    for (let at = 0; at < of.length; at++) {
      const label = seeds[at]!;
      if (of[at] !== FREE || wall[at] === 1 || label < 0) continue;
      let piece = pieces.get(label);
      if (piece === undefined) pieces.set(label, (piece = count++));
      of[at] = piece;
      starts.push(at);
    }
    spread(window, of, starts, false);
  }
  for (let at = 0; at < of.length; at++)
    if (of[at] === FREE && wall[at] === 0) {
      of[at] = count++;
      spread(window, of, [at], false);
    }
  const owned: number[] = [];
  let isOpen = false;
  for (let at = 0; at < of.length; at++)
    if (of[at]! >= 0) owned.push(at);
    else if (of[at] === FREE) isOpen = true;
  if (isOpen) spread(window, of, owned, true);
  // Nothing but wall, or wall that no way leads to because other wall surrounds it.
  for (let at = 0; at < of.length; at++) if (of[at] === FREE) of[at] = 0;
  return { of, count: Math.max(1, count) };
}

/** Dijkstra's algorithm from many starts, with a ring of buckets: no step is longer than the ring. */
function spread(
  { width, height, wall }: RegionWindow,
  of: Int32Array,
  starts: readonly number[],
  throughWalls: boolean,
): void {
  const distance = new Int32Array(of.length).fill(-1);
  for (const at of starts) distance[at] = 0;
  const buckets: number[][] = Array.from({ length: CORNER + 1 }, () => []);
  buckets[0] = [...starts];
  let waiting = starts.length;
  for (let now = 0; waiting > 0; now++) {
    const bucket = buckets[now % buckets.length]!;
    buckets[now % buckets.length] = [];
    waiting -= bucket.length;
    for (const at of bucket) {
      if (distance[at] !== now) continue;
      const x = at % width;
      for (let dy = -1; dy <= 1; dy++)
        for (let dx = -1; dx <= 1; dx++) {
          const next = at + dy * width + dx;
          if (x + dx < 0 || x + dx >= width || next < 0 || next >= width * height) continue;
          if (!throughWalls && wall[next] === 1) continue;
          const isCorner = dx !== 0 && dy !== 0;
          // No way leads between two walls that touch at a corner.
          if (isCorner && !throughWalls && wall[at + dx] === 1 && wall[at + dy * width] === 1) continue;
          const reached = now + (isCorner ? CORNER : SIDE);
          const known = distance[next]!;
          if (known < 0 ? of[next] !== FREE : known <= reached) continue;
          distance[next] = reached;
          of[next] = of[at]!;
          buckets[reached % buckets.length]!.push(next);
          waiting++;
        }
    }
  }
}
