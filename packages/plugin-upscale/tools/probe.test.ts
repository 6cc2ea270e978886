import { expect, test } from 'vitest';
import { probeInput, sampleIndices } from './probe.ts';

test('the input follows the formula', () => {
  const size = 22;
  const x = probeInput(size);
  expect(x).toHaveLength(3 * size * size);
  const [c, r, q] = [2, 5, 20];
  expect(x[(c * size + r) * size + q]).toBeCloseTo(((7 * q + 13 * r + 29 * c) % 64) / 63, 6);
});

test('samples go from the first value to the last', () => {
  const indices = sampleIndices(768);
  expect([indices[0], indices[1], indices[15]]).toEqual([0, 51, 767]);
});
