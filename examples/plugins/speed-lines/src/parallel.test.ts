import { seededRandom } from '@koma/plugin-kit';
import { describe, expect, it } from 'vitest';
import { Coverage } from './coverage.ts';
import { drawParallelLines, type ParallelOptions } from './parallel.ts';

const SIDE = 120;
const options: ParallelOptions = {
  angle: 0,
  from: 'behind',
  count: 40,
  width: 2.5,
  taper: 1,
  reach: 0.5,
  ragged: 0.5,
  jitter: 0.5,
  gaps: 0,
};

/** Mean ink of a column. */
function columns(change: Partial<ParallelOptions>): number[] {
  const coverage = new Coverage(SIDE, SIDE);
  drawParallelLines(coverage, { ...options, ...change }, seededRandom(5));
  const filled = coverage.finish();
  return Array.from({ length: SIDE }, (_, x) => {
    let sum = 0;
    for (let y = 0; y < SIDE; y++) sum += filled[y * SIDE + x]! / 255 / SIDE;
    return sum;
  });
}

describe('drawParallelLines', () => {
  it('begins where it is told and reaches no further', () => {
    const behind = columns({});
    expect(behind[1]).toBeGreaterThan(0.3);
    expect(behind.slice(SIDE / 2 + 1).every((ink) => ink === 0)).toBe(true);
    const ahead = columns({ from: 'ahead' });
    expect(ahead[SIDE - 2]).toBeGreaterThan(0.3);
    expect(ahead.slice(0, SIDE / 2 - 1).every((ink) => ink === 0)).toBe(true);
    const both = columns({ from: 'both', reach: 0.3 });
    expect([both[1]! > 0.1, both[SIDE / 2], both[SIDE - 2]! > 0.1]).toEqual([true, 0, true]);
  });

  it('turns with the angle: downwards, what was behind is above', () => {
    const coverage = new Coverage(SIDE, SIDE);
    drawParallelLines(coverage, { ...options, angle: -90 }, seededRandom(5));
    const filled = coverage.finish();
    expect(filled.slice(0, SIDE * 2).some((ink) => ink > 200)).toBe(true);
    expect(filled.slice((SIDE * SIDE) / 2 + SIDE).every((ink) => ink === 0)).toBe(true);
  });

  it('scatters lines that begin anywhere over the whole picture, thin at both ends', () => {
    const ink = columns({ from: 'anywhere', reach: 0.2, ragged: 0, count: 400, width: 1 });
    for (const tenth of [0, 3, 6, 9]) {
      const part = ink.slice(tenth * 12, tenth * 12 + 12);
      expect(part.reduce((sum, value) => sum + value)).toBeGreaterThan(0.3);
    }
    const one = new Coverage(SIDE, SIDE);
    drawParallelLines(one, { ...options, from: 'anywhere', count: 1, width: 9, reach: 0.5 }, () => 0.5);
    const filled = one.finish();
    const wide = Array.from({ length: SIDE }, (_, x) => {
      let sum = 0;
      for (let y = 0; y < SIDE; y++) sum += filled[y * SIDE + x]! / 255;
      return sum;
    });
    const drawn = wide.flatMap((amount, x) => (amount > 0 ? [x] : []));
    const middle = (drawn[0]! + drawn.at(-1)!) / 2;
    expect(wide[Math.round(middle)]).toBeGreaterThan(4 * wide[drawn[0]!]!);
    expect(wide[Math.round(middle)]).toBeGreaterThan(4 * wide[drawn.at(-1)!]!);
  });
});
