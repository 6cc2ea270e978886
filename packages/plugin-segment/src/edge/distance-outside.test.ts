import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceOutside, edgeOffset } from './distance-outside.ts';

describe('distanceOutside', () => {
  it('is the distance to the nearest covered pixel less its half, for hard masks', () => {
    const masks = fc.array(fc.nat(399), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(masks, (covered) => {
        const data = new Uint8Array(400);
        for (const at of covered) data[at] = 255;
        const got = distanceOutside({ width: 20, height: 20, data }, 50);
        got.forEach((distance, at) => {
          const nearest = Math.min(
            ...covered.map((c) => Math.hypot((c % 20) - (at % 20), Math.floor(c / 20) - Math.floor(at / 20))),
          );
          // Half a pixel along an axis, 0.707 along a diagonal; the sweeps may miss the nearest by a little.
          if (nearest === 0) expect(distance).toBe(-0.5);
          else {
            expect(distance).toBeGreaterThan(nearest - 0.7072);
            expect(distance).toBeLessThan(nearest - 0.4);
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  it('gives infinity beyond the limit', () => {
    const data = new Uint8Array(30);
    data[0] = 255;
    const got = distanceOutside({ width: 30, height: 1, data }, 4);
    expect(Array.from(got.subarray(0, 5))).toEqual([-0.5, 0.5, 1.5, 2.5, 3.5]);
    expect(got.slice(5).every((distance) => distance === Infinity)).toBe(true);
  });
});

describe('edgeOffset', () => {
  it('is where a straight edge covers that share of a pixel', () => {
    const angles = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true });
    fc.assert(
      fc.property(angles, fc.double({ min: 0.02, max: 0.98, noNaN: true }), (angle, share) => {
        const [nx, ny] = [Math.cos(angle), Math.sin(angle)];
        // The edge lies at minus the offset from the centre, seen from outside.
        const offset = edgeOffset(nx, ny, share);
        let covered = 0;
        for (let i = 0; i < 10000; i++) {
          const x = ((i % 100) + 0.5) / 100 - 0.5;
          const y = (Math.floor(i / 100) + 0.5) / 100 - 0.5;
          if (nx * x + ny * y < -offset) covered++;
        }
        expect(Math.abs(covered / 10000 - share)).toBeLessThan(0.02);
      }),
      { numRuns: 100 },
    );
  });
});
