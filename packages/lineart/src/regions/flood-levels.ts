import { inRows, part, type Steps } from '../steps.ts';

/** Pixels put in the order in which they are flooded. */
const BLOCK = 2 ** 17;

/** Basins of a watershed. */
export interface Basins {
  /** Basin of each pixel of the padded plane, from 1; 0 in the padding. */
  readonly labels: Int32Array;
  readonly count: number;
}

/**
 * The watershed of a plane of levels: pixels are taken from the lowest level up, and each joins the basin beside it
 * or starts one. Basins that meet merge if the shallower of them is at most `dynamics` deep there (Grimaud 1992);
 * so does no pair from level `shut` on. By a counting sort and a union-find forest (after Meijster and Roerdink).
 * @param levels padded plane; the padding's levels do not count
 * @param width of the padded plane
 * @param range all levels are below it
 */
export function* floodLevels(
  levels: Uint16Array,
  width: number,
  height: number,
  options: { readonly range: number; readonly dynamics: number; readonly shut: number },
): Steps<Basins> {
  const { dynamics, shut } = options;
  const order = yield* part(orderOf(levels, width, height, options.range), 0, 0.3);
  const labels = new Int32Array(levels.length);
  let parent = new Int32Array(4096);
  let floor = new Uint16Array(4096);
  let count = 0;
  const flood = (from: number, to: number): void => {
    for (let k = from; k < to; k++) {
      const pixel = order[k]!;
      const level = levels[pixel]!;
      let basin = 0;
      // A pixel that joins two basins must be theirs, or they would not hang together.
      let isBridge = false;
      for (let side = 0; side < 4; side++) {
        const near =
          side === 0 ? pixel - 1 : side === 1 ? pixel + 1 : side === 2 ? pixel - width : pixel + width;
        let other = labels[near]!;
        if (other === 0) continue;
        while (parent[other] !== other) {
          parent[other] = parent[parent[other]!]!;
          other = parent[other]!;
        }
        if (basin === 0) basin = other;
        else if (other !== basin) {
          const deeper = floor[other]! < floor[basin]! ? other : basin;
          const shallower = deeper === basin ? other : basin;
          if (level < shut && level - floor[shallower]! <= dynamics) {
            parent[shallower] = deeper;
            basin = deeper;
            isBridge = true;
          } else if (!isBridge) basin = deeper;
        }
      }
      if (basin === 0) {
        basin = ++count;
        if (count === parent.length) {
          const more = new Int32Array(2 * count);
          more.set(parent);
          parent = more;
          const floors = new Uint16Array(2 * count);
          floors.set(floor);
          floor = floors;
        }
        parent[basin] = basin;
        floor[basin] = level;
      }
      labels[pixel] = basin;
    }
  };
  for (let k = 0; k < order.length; k += BLOCK) {
    flood(k, Math.min(order.length, k + BLOCK));
    yield 0.3 + 0.6 * Math.min(1, k / order.length);
  }
  return yield* part(numbered(labels, parent, count, width, height), 0.9, 1);
}

/** Pixels within the padding by level, those of one level from the top left. */
function* orderOf(levels: Uint16Array, width: number, height: number, range: number): Steps<Int32Array> {
  const next = new Int32Array(range + 1);
  const counting = inRows(width, height - 2, (first, end) => {
    for (let y = first + 1; y <= end; y++)
      for (let i = y * width + 1; i < (y + 1) * width - 1; i++) next[levels[i]! + 1]!++;
  });
  yield* part(counting, 0, 0.3);
  for (let level = 1; level <= range; level++) next[level]! += next[level - 1]!;
  const order = new Int32Array((width - 2) * (height - 2));
  const placing = inRows(width, height - 2, (first, end) => {
    for (let y = first + 1; y <= end; y++)
      for (let i = y * width + 1; i < (y + 1) * width - 1; i++) order[next[levels[i]!]!++] = i;
  });
  yield* part(placing, 0.3, 1);
  return order;
}

/** Gives the basins that are left numbers without gaps, in the order of their first pixels. */
function* numbered(
  labels: Int32Array,
  parent: Int32Array,
  count: number,
  width: number,
  height: number,
): Steps<Basins> {
  const numbers = new Int32Array(count + 1);
  let used = 0;
  yield* inRows(width, height, (first, end) => {
    for (let i = first * width; i < end * width; i++) {
      let root = labels[i]!;
      if (root === 0) continue;
      while (parent[root] !== root) root = parent[root]!;
      let number = numbers[root]!;
      if (number === 0) numbers[root] = number = ++used;
      labels[i] = number;
    }
  });
  return { labels, count: used };
}
