import { expect, test } from 'vitest';
import { labOf } from './cielab.ts';

test.each([
  [255, 255, 255, [100, 0, 0]],
  [0, 0, 0, [0, 0, 0]],
  [255, 0, 0, [53.2, 80.1, 67.2]],
  [0, 0, 255, [32.3, 79.2, -107.9]],
])('CIELAB of %i, %i, %i', (red, green, blue, wanted) => {
  for (const [i, value] of labOf(red, green, blue).entries()) expect(value).toBeCloseTo(wanted[i]!, 0);
});
