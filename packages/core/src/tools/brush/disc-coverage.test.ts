import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HALF_DIAGONAL, discCoverage } from './disc-coverage.ts';

/** The area by thin upright strips, whose ends on the circle are exact. */
function byStrips(dx: number, dy: number, radius: number): number {
  const strips = 2000;
  let area = 0;
  for (let i = 0; i < strips; i++) {
    const x = dx - 0.5 + (i + 0.5) / strips;
    const half = Math.sqrt(Math.max(0, radius * radius - x * x));
    area += Math.max(0, Math.min(dy + 0.5, half) - Math.max(dy - 0.5, -half)) / strips;
  }
  return area;
}

const angle = fc.double({ min: 0, max: 7, noNaN: true });
const radius = fc.oneof(
  fc.double({ min: 0.01, max: 3, noNaN: true }),
  fc.double({ min: 3, max: 20, noNaN: true }),
  fc.double({ min: 20, max: 600, noNaN: true }),
);

describe('discCoverage', () => {
  it('is the area that disc and pixel share, within a grey level', () => {
    fc.assert(
      fc.property(radius, angle, fc.double({ min: -1, max: 1, noNaN: true }), (radius, angle, off) => {
        const distance = Math.max(0, radius + off * HALF_DIAGONAL);
        const [dx, dy] = [Math.cos(angle) * distance, Math.sin(angle) * distance];
        expect(Math.abs(discCoverage(dx, dy, radius) - byStrips(dx, dy, radius))).toBeLessThan(1 / 255);
      }),
      { numRuns: 2000 },
    );
  });

  it('adds up to the area of the disc, wherever it lies on the pixels', () => {
    const offset = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 6, noNaN: true }), offset, offset, (radius, ox, oy) => {
        let area = 0;
        for (let y = -8; y <= 8; y++)
          for (let x = -8; x <= 8; x++) area += discCoverage(x + ox, y + oy, radius);
        expect(area).toBeCloseTo(Math.PI * radius * radius, 6);
      }),
    );
  });

  it('is all or nothing farther from the edge than half a diagonal', () => {
    fc.assert(
      fc.property(radius, angle, (radius, angle) => {
        const [outer, inner] = [radius + HALF_DIAGONAL, radius - HALF_DIAGONAL];
        expect(discCoverage(outer * Math.cos(angle), outer * Math.sin(angle), radius)).toBeLessThan(1e-4);
        if (inner > 0)
          expect(discCoverage(inner * Math.cos(angle), inner * Math.sin(angle), radius)).toBeGreaterThan(
            1 - 1e-4,
          );
      }),
    );
  });
});
