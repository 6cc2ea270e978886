import { expect, it } from 'vitest';
import { splitAtRidge } from './split-at-ridge.ts';

it('splitAtRidge puts the edge in the middle, to fractions of a pixel, and keeps edges without a line', () => {
  const row = (edge: number, from = 0): Uint8Array =>
    Uint8Array.from({ length: 24 }, (_, x) => (x < from ? 0 : 255 * Math.min(1, Math.max(0, edge - x))));
  for (const [inner, outer] of [
    [6, 11],
    [7.5, 10],
    [4.25, 12.5],
    [8, 9],
  ] as const) {
    const got = splitAtRidge(
      { width: 24, height: 1, data: row(outer) },
      { width: 24, height: 1, data: row(inner) },
      12,
    );
    const total = got.reduce((sum, value) => sum + value, 0);
    expect(Math.abs(total / 255 - (inner + outer) / 2)).toBeLessThan(0.15);
    for (let x = 1; x < 24; x++) expect(got[x]).toBeLessThanOrEqual(got[x - 1]!);
  }
  const same = { width: 24, height: 1, data: row(9.3) };
  expect(splitAtRidge(same, same, 12)).toEqual(same.data);
});
