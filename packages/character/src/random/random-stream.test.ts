import { describe, expect, it } from 'vitest';
import { randomStream } from './random-stream.ts';

const COUNT = 20_000;
const numbers = (seed: number, purpose: string, count = COUNT): number[] => {
  const { next } = randomStream(seed, purpose);
  return Array.from({ length: count }, next);
};
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Pearson's correlation of two lists. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const [ma, mb] = [mean(a), mean(b)];
  const spread = (list: readonly number[], m: number): number =>
    Math.sqrt(mean(list.map((v) => (v - m) ** 2)));
  return mean(a.map((v, i) => (v - ma) * (b[i]! - mb))) / (spread(a, ma) * spread(b, mb));
}

/** Chi squared of values in [0, 1) over 20 equal classes; above 43.8 once in a thousand times by chance. */
function chiSquared(values: readonly number[]): number {
  const counts = Array.from({ length: 20 }, () => 0);
  for (const value of values) counts[Math.floor(value * 20)]!++;
  const expected = values.length / 20;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

describe('a random stream', () => {
  it('gives the same numbers for the same seed and purpose', () => {
    expect(numbers(5, 'fringe', 50)).toEqual(numbers(5, 'fringe', 50));
  });

  it('is uniform', () => {
    expect(chiSquared(numbers(1, 'fringe'))).toBeLessThan(43.8);
    expect(mean(numbers(1, 'fringe'))).toBeCloseTo(0.5, 1.9);
  });

  it('begins uniformly over neighbouring seeds', () => {
    const firsts = Array.from({ length: COUNT }, (_, seed) => randomStream(seed, 'fringe').next());
    expect(chiSquared(firsts)).toBeLessThan(43.8);
    // Each is independent of the next.
    expect(Math.abs(correlation(firsts.slice(1), firsts.slice(0, -1)))).toBeLessThan(0.03);
  });

  it('is independent of the streams of other purposes', () => {
    expect(Math.abs(correlation(numbers(7, 'attribute hat'), numbers(7, 'attribute horns')))).toBeLessThan(
      0.03,
    );
    const first = (purpose: string): number[] =>
      Array.from({ length: COUNT }, (_, seed) => randomStream(seed, purpose).next());
    expect(Math.abs(correlation(first('attribute hat'), first('attribute horns')))).toBeLessThan(0.03);
  });

  it('depends on more than the lower 32 bits of a seed', () => {
    expect(numbers(2 ** 40 + 3, 'a', 5)).not.toEqual(numbers(3, 'a', 5));
  });

  it('draws whole numbers from both ends of their range and no further', () => {
    const { whole } = randomStream(3, 'whole');
    const seen = new Set(Array.from({ length: 500 }, () => whole(-1, 2)));
    expect([...seen].toSorted((a, b) => a - b)).toEqual([-1, 0, 1, 2]);
  });

  it('answers chances as often as it should, and picks every item', () => {
    const { chance, pick } = randomStream(4, 'chance');
    const hits = Array.from({ length: COUNT }, () => (chance(0.2) ? 1 : 0));
    expect(mean(hits)).toBeGreaterThan(0.185);
    expect(mean(hits)).toBeLessThan(0.215);
    expect(new Set(Array.from({ length: 100 }, () => pick(['a', 'b', 'c'])))).toEqual(
      new Set(['a', 'b', 'c']),
    );
  });
});
