import type { RegionMap } from '@koma/lineart';
import { boundsOf, type RegionBounds } from './region-bounds.ts';
import type { DividedMap } from './subdivide.ts';

/** A border that a person asked for costs as little as one on ink, for each side of a work pixel. */
const ASKED_PRICE = 1;

/** Regions in pieces, before their borders are known. */
export interface DividedRegions {
  /** Of each work pixel. */
  readonly labels: Uint32Array;
  readonly parent: readonly number[];
  /** Regions of the undivided map that are in pieces, or through which a border goes. */
  readonly affected: ReadonlySet<number>;
  /** Work pixels of borders drawn by hand. */
  readonly wall: Uint8Array;
}

/** The adjacency graph of a divided map: between regions that are whole it stays as it was. */
export function dividedEdges(
  { edges, width, height }: RegionMap,
  bounds: RegionBounds,
  { labels, parent, affected, wall }: DividedRegions,
): DividedMap['edges'] {
  const a: number[] = [];
  const b: number[] = [];
  const capacity: number[] = [];
  const prices = new PairSums();
  for (let i = 0; i < edges.count; i++) {
    const [one, two] = [edges.a[i]!, edges.b[i]!];
    if (affected.has(one) || affected.has(two)) {
      prices.add(one, two, edges.capacity[i]! / edges.length[i]!);
      continue;
    }
    a.push(one);
    b.push(two);
    capacity.push(edges.capacity[i]!);
  }
  const sums = new PairSums();
  const side = (at: number, next: number): void => {
    const [own, other] = [labels[at]!, labels[next]!];
    if (own === other) return;
    const [home, away] = [parent[own]!, parent[other]!];
    const isAsked = home === away || wall[at] === 1 || wall[next] === 1;
    sums.add(own, other, isAsked ? ASKED_PRICE : prices.get(home, away));
  };
  for (const region of affected) {
    const { left, top, right, bottom } = boundsOf(bounds, region);
    for (let y = top; y < bottom; y++)
      for (let x = left, at = y * width + left; x < right; x++, at++) {
        if (parent[labels[at]!] !== region) continue;
        if (x + 1 < width) side(at, at + 1);
        if (y + 1 < height) side(at, at + width);
        // Sides to the left and above are told of by the neighbour, if it is affected itself.
        if (x > 0 && !affected.has(parent[labels[at - 1]!]!)) side(at, at - 1);
        if (y > 0 && !affected.has(parent[labels[at - width]!]!)) side(at, at - width);
      }
  }
  for (const [one, two, price] of sums) {
    a.push(one);
    b.push(two);
    capacity.push(Math.max(1, Math.round(price)));
  }
  return {
    count: a.length,
    a: Uint32Array.from(a),
    b: Uint32Array.from(b),
    capacity: Int32Array.from(capacity),
  };
}

/** Sums over unordered pairs of regions. */
class PairSums {
  readonly #sums = new Map<number, Map<number, number>>();

  add(one: number, two: number, value: number): void {
    const [a, b] = one < two ? [one, two] : [two, one];
    let own = this.#sums.get(a);
    if (!own) this.#sums.set(a, (own = new Map()));
    own.set(b, (own.get(b) ?? 0) + value);
  }

  get(one: number, two: number): number {
    return this.#sums.get(Math.min(one, two))?.get(Math.max(one, two)) ?? 0;
  }

  *[Symbol.iterator](): Generator<[number, number, number]> {
    for (const [one, own] of this.#sums) for (const [two, value] of own) yield [one, two, value];
  }
}
