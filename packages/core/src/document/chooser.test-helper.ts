import { randomNumbers } from '../raster/tiles/random-bytes.test-helper.ts';

/** Chooses at random, the same for the same seed. Tests only. */
export class Chooser {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = randomNumbers(seed);
  }

  /** A whole number from 0 up to `below`, excluded. */
  number(below: number): number {
    return Math.floor(this.#next() * below);
  }

  chance(probability = 0.5): boolean {
    return this.#next() < probability;
  }

  /** One of the values, of which there is at least one. */
  of<T>(values: Iterable<T>): T {
    const all = [...values];
    return all[this.number(all.length)]!;
  }
}
