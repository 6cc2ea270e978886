import { inRows, type Steps } from '../steps.ts';
import type { RegionEdges } from './region-map.ts';

/**
 * The region adjacency graph: which regions meet along pixel sides, how long, and at what price together.
 * @param prices price of cutting beside each pixel; a side costs the smaller of its two pixels' prices
 */
export function* regionGraph(
  labels: Uint16Array | Uint32Array,
  prices: Uint8Array,
  width: number,
  height: number,
  count: number,
): Steps<RegionEdges> {
  const table = new PairTable();
  yield* inRows(width, height, (first, end) => {
    for (let y = first; y < end; y++)
      for (let x = 0, i = y * width; x < width; x++, i++) {
        const own = labels[i]!;
        if (x + 1 < width && labels[i + 1] !== own)
          table.add(own, labels[i + 1]!, Math.min(prices[i]!, prices[i + 1]!));
        if (y + 1 < height && labels[i + width] !== own)
          table.add(own, labels[i + width]!, Math.min(prices[i]!, prices[i + width]!));
      }
  });
  return table.sorted(count);
}

/** Sums over unordered pairs of whole numbers: a hash table in typed arrays with linear probing. */
class PairTable {
  #bits = 12;
  #used = 0;
  #a = new Uint32Array(1 << 12);
  #b = new Uint32Array(1 << 12);
  #price = new Int32Array(1 << 12);
  #length = new Uint32Array(1 << 12);

  add(one: number, two: number, price: number): void {
    const slot = one < two ? this.#slot(one, two) : this.#slot(two, one);
    this.#price[slot]! += price;
    this.#length[slot]!++;
  }

  #slot(a: number, b: number): number {
    const mask = (1 << this.#bits) - 1;
    let slot = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> (32 - this.#bits);
    while (this.#length[slot] !== 0) {
      if (this.#a[slot] === a && this.#b[slot] === b) return slot;
      slot = (slot + 1) & mask;
    }
    if (2 * this.#used > mask) {
      this.#grow();
      return this.#slot(a, b);
    }
    this.#used++;
    this.#a[slot] = a;
    this.#b[slot] = b;
    return slot;
  }

  #grow(): void {
    const [a, b, price, length] = [this.#a, this.#b, this.#price, this.#length];
    const size = 1 << ++this.#bits;
    this.#used = 0;
    this.#a = new Uint32Array(size);
    this.#b = new Uint32Array(size);
    this.#price = new Int32Array(size);
    this.#length = new Uint32Array(size);
    for (let i = 0; i < length.length; i++) {
      if (length[i] === 0) continue;
      const slot = this.#slot(a[i]!, b[i]!);
      this.#price[slot] = price[i]!;
      this.#length[slot] = length[i]!;
    }
  }

  /** The pairs by a, then b. */
  sorted(regions: number): RegionEdges {
    const count = this.#used;
    // Two passes of a stable counting sort, the last one by a.
    let slots = new Uint32Array(count);
    for (let slot = 0, i = 0; slot < this.#length.length; slot++)
      if (this.#length[slot] !== 0) slots[i++] = slot;
    slots = sortedBy(slots, this.#b, regions);
    slots = sortedBy(slots, this.#a, regions);
    const edges = {
      count,
      a: new Uint32Array(count),
      b: new Uint32Array(count),
      capacity: new Int32Array(count),
      length: new Uint32Array(count),
    };
    for (let i = 0; i < count; i++) {
      const slot = slots[i]!;
      edges.a[i] = this.#a[slot]!;
      edges.b[i] = this.#b[slot]!;
      edges.capacity[i] = this.#price[slot]!;
      edges.length[i] = this.#length[slot]!;
    }
    return edges;
  }
}

function sortedBy(slots: Uint32Array, keys: Uint32Array, range: number): Uint32Array<ArrayBuffer> {
  const next = new Uint32Array(range + 1);
  for (const slot of slots) next[keys[slot]! + 1]!++;
  for (let key = 1; key <= range; key++) next[key]! += next[key - 1]!;
  const out = new Uint32Array(slots.length);
  for (const slot of slots) out[next[keys[slot]!]!++] = slot;
  return out;
}
