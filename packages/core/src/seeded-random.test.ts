import { expect, it } from 'vitest';
import { seededRandom } from './seeded-random.ts';

it('repeats itself for a seed, differs between seeds, and fills [0, 1) evenly', () => {
  const a = seededRandom(7);
  const b = seededRandom(7);
  const other = seededRandom(8);
  const first = Array.from({ length: 4000 }, a);
  expect(Array.from({ length: 4000 }, b)).toEqual(first);
  expect(other()).not.toBe(first[0]);
  const bins = Array.from({ length: 10 }, () => 0);
  for (const value of first) bins[Math.floor(value * 10)]!++;
  // 400 expected a bin; 5 standard deviations of the binomial are 95.
  for (const count of bins) expect(Math.abs(count - 400)).toBeLessThan(95);
});
