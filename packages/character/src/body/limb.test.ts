import { describe, expect, it } from 'vitest';
import { distance, type Point } from '../geometry/point.ts';
import { createLimb, limbPath, sideAt, sideBetween, widths } from './limb.ts';

const profile = widths([0, 10], [1, 8], [2, 4]);

describe('createLimb', () => {
  it('is as wide as its profile where it is straight', () => {
    const limb = createLimb(
      [
        [0, 0],
        [0, 100],
        [0, 200],
      ],
      profile,
    );
    expect(sideAt(limb.right, 0)).toEqual([-10, 0]);
    expect(sideAt(limb.left, 0)).toEqual([10, 0]);
    expect(sideAt(limb.left, 2)[0]).toBeCloseTo(4);
    expect(sideAt(limb.left, 2)[1]).toBeCloseTo(200);
  });

  it.each([40, 90, 130, -40, -90, -130])('keeps both sides near the bones when bent by %i°', (bend) => {
    const angle = (bend * Math.PI) / 180;
    const joints: [Point, Point, Point] = [
      [0, 0],
      [0, 100],
      [Math.sin(angle) * 100, 100 + Math.cos(angle) * 100],
    ];
    const limb = createLimb(joints, profile);
    for (const side of [limb.left, limb.right])
      for (const { point } of side) {
        const toBones = Math.min(
          ...[0, 0.25, 0.5, 0.75, 1].flatMap((t) => [
            distance(point, [0, t * 100]),
            distance(point, [Math.sin(angle) * 100 * t, 100 + Math.cos(angle) * 100 * t]),
          ]),
        );
        expect(toBones).toBeLessThan(20);
      }
  });

  it('runs along a side from root to end', () => {
    const limb = createLimb(
      [
        [0, 0],
        [0, 100],
        [90, 140],
      ],
      profile,
    );
    for (const side of [limb.left, limb.right]) {
      const ts = side.map(({ t }) => t);
      expect(ts).toEqual([...ts].sort((a, b) => a - b));
    }
    expect(sideBetween(limb.left, 0.5, 1.5).length).toBeGreaterThan(3);
  });

  it('survives a bone without length', () => {
    const limb = createLimb(
      [
        [5, 5],
        [5, 5],
        [5, 5],
      ],
      profile,
    );
    expect(limbPath(limb, 0, 2)).not.toContain('NaN');
  });
});
