import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paperWhite, quantile } from './paper-white.ts';

/** 256 counts: a bell around each centre, `weight` pixels in all. */
function bells(...list: readonly (readonly [centre: number, sigma: number, weight: number])[]): number[] {
  const counts = Array.from({ length: 256 }, () => 0);
  for (const [centre, sigma, weight] of list) {
    const density = counts.map((_, code) => Math.exp(-((code - centre) ** 2) / (2 * sigma ** 2 + 1e-9)));
    const total = density.reduce((sum, value) => sum + value);
    density.forEach((value, code) => (counts[code]! += Math.round((weight * value) / total)));
  }
  return counts;
}

const shareFrom = (counts: readonly number[], code: number): number =>
  counts.slice(code).reduce((sum, n) => sum + n, 0) / counts.reduce((sum, n) => sum + n, 0);

describe('paperWhite', () => {
  it('takes clean white for what it is, however much is drawn on it', () => {
    for (const ink of [0, 100, 10_000, 60_000])
      expect(paperWhite(bells([255, 0, 40_000], [0, 0, ink]))).toEqual({ white: 255, spread: 0 });
  });

  it('takes grey paper as white, and glints for no paper', () => {
    expect(paperWhite(bells([180, 0, 50_000], [255, 0, 100], [20, 0, 3000]))).toEqual({
      white: 180,
      spread: 0,
    });
  });

  it.each([1, 2, 4, 6, 8])('lets nearly all of noise of sigma %d pass, and no more than noise', (sigma) => {
    const counts = bells([215, sigma, 200_000]);
    const { white, spread } = paperWhite(counts);
    expect(shareFrom(counts, white)).toBeGreaterThan(0.9);
    expect(white).toBeGreaterThanOrEqual(215 - Math.ceil(3 * sigma));
    expect(spread).toBeGreaterThanOrEqual(Math.floor(sigma));
  });

  it('does not take pencil for noise', () => {
    const { white } = paperWhite(bells([240, 2, 100_000], [190, 15, 8000]));
    expect(white).toBeGreaterThan(232);
  });

  it('answers to any histogram with a code that something has, or nearly', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 256, maxLength: 256 }), (counts) => {
        const { white, spread } = paperWhite(counts);
        expect(white).toBeGreaterThanOrEqual(1);
        expect(white + spread).toBeLessThanOrEqual(255);
        expect(spread).toBeGreaterThanOrEqual(0);
      }),
    );
    expect(paperWhite(Array.from({ length: 256 }, () => 0)).white).toBeGreaterThanOrEqual(1);
  });
});

describe('quantile', () => {
  it('is that of the sorted list', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(255), { minLength: 1 }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (codes, share) => {
          const counts = new Uint32Array(256);
          for (const code of codes) counts[code]!++;
          const sorted = codes.toSorted((a, b) => a - b);
          expect(quantile(counts, share)).toBe(sorted[Math.ceil(codes.length * share - 1e-9) - 1]);
        },
      ),
    );
    expect(quantile(new Uint32Array(256), 0.5)).toBe(0);
  });
});
