import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { constrainAngle } from './constrain-angle.ts';

const coordinate = fc.integer({ min: -5000, max: 5000 });
const point = fc.record({ x: coordinate, y: coordinate });

describe('constrainAngle', () => {
  it('makes nearly level lines level and nearly upright ones upright, to the last bit', () => {
    expect(constrainAngle({ x: 0.1, y: 0.7 }, { x: 100.3, y: 9 })).toEqual({ x: 100.3, y: 0.7 });
    expect(constrainAngle({ x: 0.1, y: 0.7 }, { x: 3, y: -99.9 })).toEqual({ x: 0.1, y: -99.9 });
  });

  it('makes nearly diagonal lines exactly diagonal', () => {
    expect(constrainAngle({ x: 1, y: 2 }, { x: 11, y: -10 })).toEqual({ x: 12, y: -9 });
  });

  it('finds the nearest place on any of the allowed directions', () => {
    fc.assert(
      fc.property(point, point, fc.constantFrom(15, 45, 90), (from, to, step) => {
        const distances = Array.from({ length: 360 / step }, (_, i) => {
          const angle = (i * step * Math.PI) / 180;
          const along = (to.x - from.x) * Math.cos(angle) + (to.y - from.y) * Math.sin(angle);
          const foot = Math.max(0, along);
          return Math.hypot(from.x + foot * Math.cos(angle) - to.x, from.y + foot * Math.sin(angle) - to.y);
        });
        const result = constrainAngle(from, to, step);
        expect(Math.hypot(result.x - to.x, result.y - to.y)).toBeCloseTo(Math.min(...distances), 6);
        const turns = (Math.atan2(result.y - from.y, result.x - from.x) * 180) / Math.PI / step;
        expect(turns).toBeCloseTo(Math.round(turns), 6);
      }),
    );
  });

  it('leaves a line of no length as it is', () => {
    expect(constrainAngle({ x: 3, y: 4 }, { x: 3, y: 4 }, 15)).toEqual({ x: 3, y: 4 });
  });
});
