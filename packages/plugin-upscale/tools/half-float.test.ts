import fc from 'fast-check';
import { expect, test } from 'vitest';
import { floatToHalf, halfToFloat } from './half-float.ts';

test('every half survives the way to float and back', () => {
  for (let half = 0; half < 65536; half++) {
    const value = halfToFloat(half);
    if (Number.isNaN(value)) expect(halfToFloat(floatToHalf(value))).toBeNaN();
    else if (floatToHalf(value) !== half) expect.fail(`${half} became ${floatToHalf(value)}`);
  }
});

test('a float becomes the nearest half', () => {
  const all = Array.from({ length: 0x7c00 }, (_, half) => halfToFloat(half));
  fc.assert(
    fc.property(fc.float({ min: 0, max: 65504, noNaN: true }), (value) => {
      const half = floatToHalf(value);
      const error = Math.abs((all[half] ?? 0) - value);
      for (const other of [all[half - 1], all[half + 1]]) {
        if (other !== undefined) expect(error).toBeLessThanOrEqual(Math.abs(other - value));
      }
    }),
  );
});

test('ties go to even, too large becomes infinity, too small becomes zero', () => {
  expect(floatToHalf(1 + 1 / 2048)).toBe(0x3c00);
  expect(floatToHalf(1 + 3 / 2048)).toBe(0x3c02);
  expect(floatToHalf(65519)).toBe(0x7bff);
  expect(floatToHalf(65520)).toBe(0x7c00);
  expect(floatToHalf(-1e9)).toBe(0xfc00);
  expect(floatToHalf(2 ** -25)).toBe(0);
  expect(floatToHalf(1.5 * 2 ** -25)).toBe(1);
  expect(floatToHalf(-0)).toBe(0x8000);
});
