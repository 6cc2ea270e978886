import { seededRandom } from '@koma/plugin-kit';
import { describe, expect, it } from 'vitest';
import { createGrain } from './grain.ts';

describe('createGrain', () => {
  it('covers as much paper as the tone says, smooth or not', () => {
    for (const [size, smooth] of [
      [1, false],
      [4, true],
    ] as const) {
      const screen = createGrain(size, seededRandom(4), smooth);
      for (const tone of [0.1, 0.3, 0.7]) {
        let sum = 0;
        for (let y = 0; y < 512; y++) for (let x = 0; x < 512; x++) sum += screen(x, y, tone);
        expect(Math.abs(sum / 512 ** 2 - tone)).toBeLessThan(smooth ? 0.03 : 1e-4);
      }
    }
  });

  it('has larger grains where they are asked for, and no clouds', () => {
    const changes = [2, 6].map((size) => {
      const screen = createGrain(size, seededRandom(1), false);
      let count = 0;
      for (let y = 0; y < 64; y++)
        for (let x = 0; x < 511; x++) count += Math.abs(screen(x + 1, y, 0.5) - screen(x, y, 0.5));
      for (let block = 0; block < 16; block++) {
        let sum = 0;
        const [left, top] = [(block % 4) * 128, Math.floor(block / 4) * 128];
        for (let i = 0; i < 128 ** 2; i++) sum += screen(left + (i % 128), top + Math.floor(i / 128), 0.5);
        expect(Math.abs(sum / 128 ** 2 - 0.5)).toBeLessThan(0.03);
      }
      return count;
    });
    expect(changes[0]).toBeGreaterThan(2 * changes[1]!);
  });

  it('is the same for the same seed and another for another', () => {
    const [a, b, c] = [3, 3, 4].map((seed) => createGrain(2, seededRandom(seed), true));
    const row = (screen: typeof a): number[] => Array.from({ length: 200 }, (_, x) => screen!(x, 5, 0.4));
    expect(row(a)).toEqual(row(b));
    expect(row(a)).not.toEqual(row(c));
  });
});
