import { expect, test } from 'vitest';
import { halveGrey } from './halve-grey.ts';

test('each pixel is the rounded mean of four', () => {
  const data = Uint8Array.of(0, 255, 10, 11, 0, 255, 10, 12);
  expect(halveGrey({ width: 4, height: 2, data })).toEqual({
    width: 2,
    height: 1,
    data: Uint8Array.of(128, 11),
  });
});

test('an odd last row and column are left out', () => {
  const data = Uint8Array.of(4, 4, 99, 4, 4, 99, 99, 99, 99);
  expect(halveGrey({ width: 3, height: 3, data })).toEqual({ width: 1, height: 1, data: Uint8Array.of(4) });
});
