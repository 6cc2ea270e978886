/** A source of repeatable random numbers; see {@link randomStream}. */
export interface RandomStream {
  /** The next number in [0, 1). */
  next(): number;
  /** The next number in [low, high). */
  between(low: number, high: number): number;
  /** The next whole number in [low, high]. */
  whole(low: number, high: number): number;
  /** True with the given probability (0 to 1). */
  chance(probability: number): boolean;
  /** One of the items; `items` must not be empty. */
  pick<T>(items: readonly T[]): T;
}

/** FNV-1a over the UTF-16 units of a text: 32 bits. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/**
 * A stream of random numbers that belongs to a seed and a purpose. Every part of a character draws from
 * a stream of its own (`randomStream(seed, 'fringe')`), so that a new part, or one more number used
 * by an old part, changes nothing anywhere else: old seeds keep their looks.
 *
 * The generator is mulberry32 (Tommy Ettinger, public domain) on the hash of both.
 *
 * @param seed Any whole number; the lower 53 bits count.
 * @param purpose What the numbers are for; part of the seed.
 */
export function randomStream(seed: number, purpose: string): RandomStream {
  const high = Math.floor(seed / 0x1_0000_0000) >>> 0;
  let state = (hashText(purpose) ^ Math.imul(seed >>> 0, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  // The first numbers of neighbouring states resemble each other.
  next();
  next();
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    whole: (low, high) => low + Math.floor((high - low + 1) * next()),
    chance: (probability) => next() < probability,
    pick: <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T,
  };
}
