/**
 * A priority queue of pixel indices with whole-number priorities from 0 to `levels - 1`: highest first,
 * and first in, first out among equals, which lets fronts of one level meet half way. Both operations
 * take constant time. Memory: 4 bytes for each entry of a level, given back when the level has run empty.
 */
export class BucketQueue {
  readonly #buckets: Int32Array[];
  /** Per level: where the next entry is taken from, and where the next one goes. */
  readonly #heads: Int32Array;
  readonly #tails: Int32Array;
  /** No entry waits above this level. */
  #highest = -1;
  #level = -1;

  constructor(levels: number) {
    this.#buckets = Array.from({ length: levels }, () => EMPTY);
    this.#heads = new Int32Array(levels);
    this.#tails = new Int32Array(levels);
  }

  push(level: number, pixel: number): void {
    let bucket = this.#buckets[level]!;
    const tail = this.#tails[level]!;
    if (tail === bucket.length) {
      const larger = new Int32Array(Math.max(256, 2 * tail));
      larger.set(bucket);
      this.#buckets[level] = bucket = larger;
    }
    bucket[tail] = pixel;
    this.#tails[level] = tail + 1;
    if (level > this.#highest) this.#highest = level;
  }

  /** Takes the next entry and notes its {@link level}; -1 if there is none. */
  pop(): number {
    let level = this.#highest;
    while (level >= 0 && this.#heads[level] === this.#tails[level]) {
      this.#buckets[level] = EMPTY;
      this.#heads[level] = 0;
      this.#tails[level] = 0;
      level--;
    }
    this.#highest = level;
    if (level < 0) return -1;
    this.#level = level;
    const head = this.#heads[level]!;
    this.#heads[level] = head + 1;
    return this.#buckets[level]![head]!;
  }

  /** The level of the entry taken last, -1 before the first. */
  get level(): number {
    return this.#level;
  }
}

const EMPTY = new Int32Array(0);
