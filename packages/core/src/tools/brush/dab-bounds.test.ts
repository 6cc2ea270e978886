import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dabBounds, unite } from './dab-bounds.ts';
import { tabulateFalloff } from './dab-falloff.ts';
import { stampDab } from './stamp-dab.ts';
import { stampPencil } from './stamp-pencil.ts';
import { emptyPlane } from './strokes.test-helper.ts';

const dabs = fc.record({
  x: fc.double({ min: -8, max: 8, noNaN: true }),
  y: fc.double({ min: -8, max: 8, noNaN: true }),
  size: fc.double({ min: 0.05, max: 30, noNaN: true }),
  flow: fc.constantFrom(0, 0.5, 1),
  opacity: fc.constantFrom(0, 1),
  gain: fc.constant(1),
});

describe('dabBounds', () => {
  it('holds every pixel that the dab paints, with little to spare', () => {
    fc.assert(
      fc.property(dabs, fc.boolean(), (dab, antialias) => {
        const plane = emptyPlane(-30, -30, 60, 60);
        if (antialias) stampDab(plane, dab, 1, tabulateFalloff(1));
        else stampPencil(plane, dab);
        const [xs, ys]: [number[], number[]] = [[], []];
        plane.data.forEach((value, i) => {
          if (value === 0) return;
          xs.push((i % 60) - 30);
          ys.push(Math.floor(i / 60) - 30);
        });
        const bounds = dabBounds(dab, antialias);
        if (!bounds) {
          expect(xs).toEqual([]);
          return;
        }
        const spare = [
          Math.min(...xs) - bounds.x,
          Math.min(...ys) - bounds.y,
          bounds.x + bounds.width - 1 - Math.max(...xs),
          bounds.y + bounds.height - 1 - Math.max(...ys),
        ];
        for (const pixels of spare) {
          expect(pixels).toBeGreaterThanOrEqual(0);
          expect(pixels).toBeLessThanOrEqual(antialias ? 1 : 0);
        }
      }),
    );
  });
});

describe('unite', () => {
  it('holds both, and nothing is empty', () => {
    const [a, b] = [
      { x: 0, y: 5, width: 2, height: 2 },
      { x: -3, y: 6, width: 4, height: 9 },
    ];
    expect(unite(a, b)).toEqual({ x: -3, y: 5, width: 5, height: 10 });
    expect(unite(undefined, b)).toBe(b);
    expect(unite(a, undefined)).toBe(a);
    expect(unite(undefined, undefined)).toBeUndefined();
  });
});
