import { expect, it } from 'vitest';
import { nextNumber } from './next-number.ts';

it('goes on from the highest number, whatever else layers are called', () => {
  const layer = (n: number | string) => `Layer ${n}`;
  expect(nextNumber([], layer)).toBe(1);
  expect(nextNumber(['panel', 'Layer', 'Layer x', 'Layer 2 copy'], layer)).toBe(1);
  expect(nextNumber(['Layer 9', 'Layer 10', 'Layer 2', 'layer 30'], layer)).toBe(11);
});

it('knows languages that write the number first, or alone', () => {
  expect(nextNumber(['3番', '12番', '4号'], (n) => `${n}番`)).toBe(13);
  expect(nextNumber(['7', '070'], (n) => String(n))).toBe(71);
});
