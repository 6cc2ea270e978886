import { expect, it } from 'vitest';
import { backgroundAround } from './background-around.ts';

it('backgroundAround is the mean of what is not covered, by its alpha', () => {
  const data = Uint8ClampedArray.of(10, 20, 30, 255, 99, 99, 99, 255, 40, 50, 60, 255, 200, 200, 200, 0);
  const image = { width: 4, height: 1, data };
  const got = { red: 0, green: 0, blue: 0, variance: 0, weight: 0 };
  backgroundAround(image, Uint8Array.of(0, 7, 0, 0), 1, got);
  expect([got.red, got.green, got.blue, got.variance]).toEqual([25, 35, 45, 225]);
  backgroundAround(image, Uint8Array.of(1, 7, 1, 255), 1, got);
  expect(got.weight).toBe(0);
});
