import { describe, expect, it } from 'vitest';
import { FALLOFF_STEPS, tabulateFalloff } from './dab-falloff.ts';

describe('tabulateFalloff', () => {
  it('falls from one at the core to zero at the rim, for any hardness below 1', () => {
    for (const hardness of [0, 0.3, 0.9, 0.999]) {
      const table = tabulateFalloff(hardness);
      expect(table[0]).toBe(1);
      expect(table[FALLOFF_STEPS]).toBeCloseTo(0, 9);
      for (let i = 1; i < table.length; i++) expect(table[i]!).toBeLessThanOrEqual(table[i - 1]!);
    }
  });

  it('is one half in the middle between core and rim', () => {
    const hardness = 0.4;
    const middle = ((1 + hardness) / 2) ** 2;
    const step = Math.round(((middle - hardness ** 2) / (1 - hardness ** 2)) * FALLOFF_STEPS);
    expect(tabulateFalloff(hardness)[step]).toBeCloseTo(0.5, 2);
  });

  it('does not fall at all at hardness 1, where the antialiased edge is all there is', () => {
    expect(new Set(tabulateFalloff(1))).toEqual(new Set([1]));
  });
});
