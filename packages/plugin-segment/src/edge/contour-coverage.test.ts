import { describe, expect, it } from 'vitest';
import { contourCoverage, normalQuantile } from './contour-coverage.ts';

describe('contourCoverage', () => {
  it('is 0 and 1 away from edges, and a half on a straight one', () => {
    const half = Uint8Array.from({ length: 81 }, (_, i) => (i % 9 < 4 ? 1 : 0));
    expect(contourCoverage(new Uint8Array(81), 9, 40)).toBe(0);
    expect(contourCoverage(new Uint8Array(81).fill(1), 9, 40)).toBe(1);
    expect(contourCoverage(half, 9, 39) + contourCoverage(half, 9, 40)).toBeCloseTo(1, 6);
    expect(contourCoverage(half, 9, 39)).toBeGreaterThan(0.9);
  });

  it('smooths a staircase: pixels along a slanting edge get their coverage', () => {
    // Pixels whose centres lie below y = x / 3.
    const hard = Uint8Array.from({ length: 900 }, (_, i) =>
      Math.floor(i / 30) + 0.5 > ((i % 30) + 0.5) / 3 ? 1 : 0,
    );
    let worst = 0;
    for (let x = 6; x < 24; x++)
      for (let y = 2; y < 20; y++) {
        let truth = 0;
        for (let k = 0; k < 64; k++)
          if (y + (Math.floor(k / 8) + 0.5) / 8 > (x + ((k % 8) + 0.5) / 8) / 3) truth += 1 / 64;
        worst = Math.max(worst, Math.abs(contourCoverage(hard, 30, y * 30 + x) - truth));
      }
    expect(worst).toBeLessThan(0.2);
  });
});

describe('normalQuantile', () => {
  it('inverts the normal distribution', () => {
    for (const x of [-1.8, -1, -0.3, 0, 0.5, 1.4]) {
      let share = 0;
      for (let t = -8; t < x; t += 1e-3)
        share += (1e-3 * Math.exp(-((t + 5e-4) ** 2) / 2)) / Math.sqrt(2 * Math.PI);
      expect(normalQuantile(share)).toBeCloseTo(x, 2);
    }
  });
});
