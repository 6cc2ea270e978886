import { expect, it } from 'vitest';
import { OpacityDigits } from './opacity-digits.ts';

it('reads single digits as tens, 0 as 100 %, and two in quick succession as a number', () => {
  const digits = new OpacityDigits();
  expect(digits.type(3, 1000)).toBe(0.3);
  expect(digits.type(0, 5000)).toBe(1);
  expect(digits.type(4, 9000)).toBe(0.4);
  expect(digits.type(5, 9200)).toBe(0.45);
  expect(digits.type(7, 9300)).toBe(0.7);
  expect(digits.type(0, 20_000)).toBe(1);
  expect(digits.type(5, 20_100)).toBe(0.05);
});
