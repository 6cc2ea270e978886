import { describe, expect, it } from 'vitest';
import { randomStream } from '../random/random-stream.ts';
import { inTip, spreadTips, tipEdge, tipSide, type Sheaf } from './sheaf.ts';

const tips = spreadTips(randomStream(1, 'tips'), { count: 6, reach: () => 0.95, ragged: 0.08, notch: 0.2 });
/** A sheaf that is a rectangle of 100 x 200. */
const sheaf: Sheaf = { tips, at: (across, along) => [across * 100, along * 200] };

describe('the tips of a sheaf', () => {
  it('lie side by side from one edge to the other without gaps', () => {
    expect(tips).toHaveLength(6);
    expect(tips[0]!.from).toBe(0);
    expect(tips.at(-1)!.to).toBeCloseTo(1);
    for (const [i, tip] of tips.entries()) if (i > 0) expect(tip.from).toBe(tips[i - 1]!.to);
  });

  it('leave their neighbours at the same notch, above both ends', () => {
    for (const [i, tip] of tips.entries()) {
      const left = tips[i - 1];
      if (left) expect(tip.notches[0]).toBe(left.notches[1]);
      expect(Math.max(...tip.notches)).toBeLessThan(tip.reach);
      expect(tip.reach).toBeLessThanOrEqual(1);
    }
  });

  it('are not all of one length', () => {
    expect(new Set(tips.map(({ reach }) => reach.toFixed(3))).size).toBeGreaterThan(3);
  });

  it('end in a point, or in a cut of the width asked for', () => {
    const [tip] = tips as [(typeof tips)[number]];
    expect(tipEdge(tip, 0, tip.reach)).toBeCloseTo(tipEdge(tip, 1, tip.reach));
    const cut = { ...tip, cut: 0.5 };
    expect(tipEdge(cut, 1, cut.reach) - tipEdge(cut, 0, cut.reach)).toBeCloseTo((tip.to - tip.from) / 2);
  });
});

describe('a place in a tip', () => {
  it('runs between its sides', () => {
    const [tip] = tips as [(typeof tips)[number]];
    const along = tip.reach * 0.9;
    const [left, middle, right] = [0, 0.5, 1].map((within) => inTip(sheaf, tip, within, along)[0]);
    expect(middle).toBeCloseTo((left! + right!) / 2);
    expect(tipSide(sheaf, tip, 1, along, tip.reach, 3)[0]![0]).toBeCloseTo(right!);
  });
});
