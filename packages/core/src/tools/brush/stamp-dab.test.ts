import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FULL_COVERAGE, type CoveragePlane } from './coverage-plane.ts';
import { tabulateFalloff } from './dab-falloff.ts';
import type { Dab } from './dab.ts';
import { stampDab } from './stamp-dab.ts';
import { emptyPlane, largestDifference, supersample } from './strokes.test-helper.ts';

const LEVEL = FULL_COVERAGE / 255;

function stamp(plane: CoveragePlane, changes: Partial<Dab>, hardness = 1): CoveragePlane {
  const dab = { x: 0, y: 0, size: 10, flow: 1, opacity: 1, gain: 1, ...changes };
  stampDab(plane, dab, hardness, tabulateFalloff(hardness));
  return plane;
}

const sum = (plane: CoveragePlane): number =>
  plane.data.reduce((sum, value) => sum + value, 0) / FULL_COVERAGE;

const offset = fc.double({ min: -1, max: 1, noNaN: true });
const size = fc.oneof(
  fc.double({ min: 0.05, max: 4, noNaN: true }),
  fc.double({ min: 4, max: 44, noNaN: true }),
);
const hardness = fc.constantFrom(0, 0.5, 0.9, 1);

describe('a hard dab', () => {
  it('covers the share of each pixel that lies in the circle', () => {
    fc.assert(
      fc.property(size, offset, offset, (size, x, y) => {
        const plane = stamp(emptyPlane(-24, -24, 48, 48), { x, y, size });
        const radius = size / 2;
        const expected = Array.from(plane.data, (_, i) => {
          const [px, py] = [(i % 48) - 24, Math.floor(i / 48) - 24];
          const distance = Math.hypot(px + 0.5 - x, py + 0.5 - y);
          if (Math.abs(distance - radius) > 1) return distance < radius ? FULL_COVERAGE : 0;
          return FULL_COVERAGE * supersample(px, py, (a, b) => Math.hypot(a - x, b - y) < radius, 64);
        });
        // Where the edge runs along a row of samples, 64 by 64 of them are wrong by two levels themselves.
        expect(largestDifference(plane.data, expected).difference).toBeLessThan(4 * LEVEL);
      }),
      // Shrinking would sample for minutes.
      { numRuns: 40, endOnFailure: true },
    );
  });

  it('covers as many pixels as the circle has area, however small and wherever it is', () => {
    fc.assert(
      fc.property(size, offset, offset, (size, x, y) => {
        const area = sum(stamp(emptyPlane(-24, -24, 48, 48), { x, y, size }));
        const circle = (Math.PI * size * size) / 4;
        expect(Math.abs(area - circle)).toBeLessThan(0.002 + circle / 1000);
      }),
    );
  });

  it('keeps its antialiased edge when dabs pile up', () => {
    const once = stamp(emptyPlane(-8, -8, 16, 16), { x: 0.3, y: 0.2 });
    const often = emptyPlane(-8, -8, 16, 16);
    for (let i = 0; i < 20; i++) stamp(often, { x: 0.3, y: 0.2 });
    expect(often.data).toEqual(once.data);
  });
});

describe('a soft dab', () => {
  it('thins out by smoothstep from its core to its rim', () => {
    fc.assert(
      fc.property(fc.constantFrom(0, 0.4, 0.8), offset, offset, (hardness, x, y) => {
        const plane = stamp(emptyPlane(-24, -24, 48, 48), { x, y, size: 42 }, hardness);
        const expected = Array.from(plane.data, (_, i) => {
          const distance = Math.hypot((i % 48) - 23.5 - x, Math.floor(i / 48) - 23.5 - y);
          const t = Math.min(1, Math.max(0, (distance / 21 - hardness) / (1 - hardness)));
          return FULL_COVERAGE * (1 - t * t * (3 - 2 * t));
        });
        expect(largestDifference(plane.data, expected).difference).toBeLessThan(LEVEL);
      }),
      { numRuns: 30 },
    );
  });

  it('looks like a hard one when it is too small for a soft rim to show', () => {
    const [soft, hard] = [0.999, 1].map((hardness) =>
      stamp(emptyPlane(-8, -8, 16, 16), { x: 0.3, y: 0.2, size: 9 }, hardness),
    );
    expect(largestDifference(soft!.data, hard!.data).difference).toBeLessThan(LEVEL);
  });

  it('is nowhere outside its circle, and nowhere lighter towards its middle', () => {
    fc.assert(
      fc.property(size, hardness, offset, (size, hardness, x) => {
        const plane = stamp(emptyPlane(-24, -1, 48, 1), { x, y: -0.5, size }, hardness);
        const values = [...plane.data];
        const top = values.indexOf(Math.max(...values));
        for (let i = 1; i < values.length; i++)
          expect((values[i]! - values[i - 1]!) * (i <= top ? 1 : -1)).toBeGreaterThanOrEqual(-LEVEL / 2);
        values.forEach((value, i) => {
          if (Math.abs(i - 23.5 - x) > size / 2 + 0.5) expect(value).toBe(0);
        });
      }),
    );
  });
});

describe('any dab', () => {
  it('comes out the same in one plane and cut by the edges of tiles', () => {
    const cut = fc.integer({ min: 1, max: 47 });
    fc.assert(
      fc.property(size, hardness, offset, offset, cut, cut, (size, hardness, x, y, cutX, cutY) => {
        const dab = { x, y, size, flow: 0.7 };
        const whole = stamp(emptyPlane(-24, -24, 48, 48), dab, hardness);
        const parts = [
          [0, 0, cutX, cutY],
          [cutX, 0, 48 - cutX, cutY],
          [0, cutY, cutX, 48 - cutY],
          [cutX, cutY, 48 - cutX, 48 - cutY],
        ] as const;
        const joined = new Uint16Array(48 * 48);
        for (const [left, top, width, height] of parts) {
          const part = stamp(emptyPlane(left - 24, top - 24, width, height), dab, hardness);
          for (let row = 0; row < height; row++)
            joined.set(part.data.subarray(row * width, (row + 1) * width), (top + row) * 48 + left);
        }
        expect(largestDifference(joined, whole.data)).toEqual({ difference: 0, index: -1 });
      }),
    );
  });

  it('goes the share of its flow, and stops at its opacity', () => {
    const plane = emptyPlane(-8, -8, 16, 16);
    const middle = (): number => plane.data[8 * 16 + 8]! / FULL_COVERAGE;
    stamp(plane, { flow: 0.25, opacity: 0.5 });
    expect(middle()).toBeCloseTo(0.125, 3);
    for (let i = 0; i < 100; i++) stamp(plane, { flow: 0.25, opacity: 0.5 });
    expect(middle()).toBeCloseTo(0.5, 4);
    stamp(plane, { opacity: 0.3 });
    expect(middle()).toBeCloseTo(0.5, 4);
  });

  it('paints nothing without size, flow or opacity', () => {
    const plane = emptyPlane(-8, -8, 16, 16);
    for (const nothing of [{ size: 0 }, { flow: 0 }, { opacity: 0 }, { size: NaN }]) stamp(plane, nothing);
    expect(sum(plane)).toBe(0);
  });

  it('makes up for a thin line by its gain, but never covers more than everything', () => {
    const one = (changes: Partial<Dab>): number =>
      sum(stamp(emptyPlane(0, 0, 1, 1), { x: 0.5, y: 0.5, ...changes }));
    expect(one({ size: 0.5, gain: 2 })).toBeCloseTo(2 * one({ size: 0.5 }), 4);
    expect(one({ size: 1, gain: 9 })).toBe(1);
  });
});
