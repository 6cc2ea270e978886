import type { RegionMap } from '@koma/lineart';

/** How many times as far what is entirely unlike makes a way through it. */
const DETOUR = 3;

/** Ways from region to region. */
export class RegionDistances {
  readonly #sides: Float32Array;
  /** Neighbours of region i are `#neighbours[#first[i]]` up to `#first[i + 1]`. */
  readonly #first: Uint32Array;
  readonly #neighbours: Uint32Array;

  constructor({ count, area, edges }: Pick<RegionMap, 'count' | 'area' | 'edges'>) {
    this.#sides = Float32Array.from(area, (pixels) => Math.sqrt(pixels));
    const first = new Uint32Array(count + 1);
    for (let i = 0; i < edges.count; i++) {
      first[edges.a[i]! + 1]!++;
      first[edges.b[i]! + 1]!++;
    }
    for (let region = 0; region < count; region++) first[region + 1]! += first[region]!;
    const next = first.slice();
    const neighbours = new Uint32Array(2 * edges.count);
    for (let i = 0; i < edges.count; i++) {
      neighbours[next[edges.a[i]!]!++] = edges.b[i]!;
      neighbours[next[edges.b[i]!]!++] = edges.a[i]!;
    }
    this.#first = first;
    this.#neighbours = neighbours;
  }

  /**
   * The shortest ways from some regions to all others; a step into a region is as long as the side of a square of its
   * area, and longer where it is of another material. By R. Dial's buckets ("Algorithm 360", CACM 1969).
   * @param likeness 0 to 1 a region
   * @param farthest whole work px, from where on regions are not reached
   * @returns whole work px a region, `farthest` where it is that far or farther
   */
  from(regions: Iterable<number>, likeness: Float32Array, farthest: number): Int32Array {
    const distances = new Int32Array(likeness.length).fill(farthest);
    const buckets: number[][] = Array.from({ length: farthest }, () => []);
    const reach = (region: number, distance: number): void => {
      if (distance >= distances[region]!) return;
      distances[region] = distance;
      buckets[distance]!.push(region);
    };
    for (const region of regions) reach(region, 0);
    for (let distance = 0; distance < farthest; distance++)
      for (const region of buckets[distance]!) {
        if (distances[region] !== distance) continue;
        for (let i = this.#first[region]!; i < this.#first[region + 1]!; i++) {
          const next = this.#neighbours[i]!;
          const step = this.#sides[next]! * (1 + DETOUR * (1 - likeness[next]!));
          reach(next, distance + Math.max(1, Math.round(step)));
        }
      }
    return distances;
  }
}
