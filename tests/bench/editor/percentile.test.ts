import { expect, test } from 'vitest';
import { percentile } from './percentile.ts';

test('the 95th percentile of 1 to 100 is 95, in whatever order they come', () => {
  const values = Array.from({ length: 100 }, (_, i) => ((i * 37) % 100) + 1);
  expect(percentile(values, 0.95)).toBe(95);
  expect(values[1]).toBe(38);
});

test('of few values the 95th percentile is the largest, and of one that one', () => {
  expect(percentile([3, 1, 2], 0.95)).toBe(3);
  expect(percentile([7], 0.5)).toBe(7);
});

test('the lowest share is the least value', () => {
  expect(percentile([4, 2, 9], 0)).toBe(2);
});

test('without values there is none', () => {
  expect(percentile([], 0.95)).toBeNaN();
});
