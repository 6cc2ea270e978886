import { expect, test } from 'vitest';
import { splitOfSeed } from './split-of-seed.ts';

test('splits are about 80, 10 and 10 %, and stay what they are', () => {
  const counts = { train: 0, val: 0, test: 0 };
  for (let seed = 0; seed < 5000; seed++) counts[splitOfSeed(seed)]++;
  expect(counts.train / 5000).toBeCloseTo(0.8, 1);
  expect(counts.val / 5000).toBeCloseTo(0.1, 1);
  expect(counts.test / 5000).toBeCloseTo(0.1, 1);
  const held = Array.from({ length: 40 }, (_, seed) => seed).filter((seed) => splitOfSeed(seed) !== 'train');
  expect(held).toEqual([1, 10, 19, 31, 32]);
});
