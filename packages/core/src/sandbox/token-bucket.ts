/** What may be taken at once, and how much comes back in a second. */
export interface BucketSize {
  readonly burst: number;
  readonly perSecond: number;
}

/** A token bucket: lets `burst` through at once and `perSecond` on the whole. */
export class TokenBucket {
  readonly #size: BucketSize;
  readonly #now: () => number;
  #left: number;
  #then: number;

  /** @param now milliseconds, never falling */
  constructor(size: BucketSize, now: () => number = () => performance.now()) {
    this.#size = size;
    this.#now = now;
    this.#left = size.burst;
    this.#then = now();
  }

  /** Takes `amount` where there is as much. @returns whether there was */
  take(amount = 1): boolean {
    const now = this.#now();
    const { burst, perSecond } = this.#size;
    this.#left = Math.min(burst, this.#left + (Math.max(0, now - this.#then) / 1000) * perSecond);
    this.#then = now;
    if (amount > this.#left) return false;
    this.#left -= amount;
    return true;
  }
}
