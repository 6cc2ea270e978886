import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addPoint, movePoint, removePoint } from './curve-points.ts';

const CURVE = [
  { x: 0, y: 0 },
  { x: 0.5, y: 0.3 },
  { x: 1, y: 1 },
];
const place = fc.record({
  x: fc.double({ min: -1, max: 2, noNaN: true }),
  y: fc.double({ min: -1, max: 2, noNaN: true }),
});

describe('the points of a pressure curve', () => {
  it('stay in order, in the square, and with their ends at its sides, wherever one drags them', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), place), { maxLength: 12 }), (moves) => {
        let curve = addPoint(CURVE, { x: 0.8, y: 0.5 })!.curve;
        for (const [index, to] of moves) curve = movePoint(curve, index, to);
        expect([curve[0]!.x, curve.at(-1)!.x]).toEqual([0, 1]);
        for (const [i, { x, y }] of curve.entries()) {
          expect(x).toBeGreaterThan(curve[i - 1]?.x ?? -1);
          expect(y >= 0 && y <= 1).toBe(true);
        }
      }),
    );
  });
  it('are added in their place, but not onto another point or beyond the ends', () => {
    expect(addPoint(CURVE, { x: 0.25, y: 0.9 })).toEqual({
      curve: CURVE.toSpliced(1, 0, { x: 0.25, y: 0.9 }),
      index: 1,
    });
    expect(addPoint(CURVE, { x: 0.501, y: 0.9 })).toBeUndefined();
    expect(addPoint(CURVE, { x: 1.2, y: 0.9 })).toBeUndefined();
  });
  it('are removed, except for the ends', () => {
    expect(removePoint(CURVE, 1)).toEqual([CURVE[0], CURVE[2]]);
    expect([removePoint(CURVE, 0), removePoint(CURVE, 2)]).toEqual([CURVE, CURVE]);
  });
});
