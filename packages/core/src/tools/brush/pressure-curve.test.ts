import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR_PRESSURE, applyPressure, compilePressureCurve } from './pressure-curve.ts';

const unit = fc.integer({ min: 0, max: 256 }).map((n) => n / 256);
const curve = fc.uniqueArray(fc.record({ x: unit, y: unit }), {
  minLength: 1,
  maxLength: 6,
  selector: (point) => point.x,
});

describe('a pressure curve', () => {
  it('gives back the pressure when it is the straight one, and clamps what lies beyond', () => {
    const table = compilePressureCurve(LINEAR_PRESSURE);
    for (const pressure of [0, 0.001, 0.3333, 0.5, 0.9999, 1])
      expect(applyPressure(table, pressure)).toBeCloseTo(pressure, 6);
    expect(applyPressure(table, -1)).toBe(0);
    expect(applyPressure(table, 7)).toBe(1);
  });

  it('goes through its points, whatever their order', () => {
    fc.assert(
      fc.property(curve, (points) => {
        const table = compilePressureCurve(points);
        for (const { x, y } of points) expect(applyPressure(table, x)).toBeCloseTo(y, 5);
      }),
    );
  });

  it('stays between the two points around it, so that it never overshoots', () => {
    fc.assert(
      fc.property(curve, unit, (points, x) => {
        const sorted = points.toSorted((a, b) => a.x - b.x);
        const before = sorted.findLast((point) => point.x <= x) ?? sorted[0]!;
        const after = sorted.find((point) => point.x >= x) ?? sorted.at(-1)!;
        const y = applyPressure(compilePressureCurve(points), x);
        expect(y).toBeGreaterThanOrEqual(Math.min(before.y, after.y) - 1e-6);
        expect(y).toBeLessThanOrEqual(Math.max(before.y, after.y) + 1e-6);
      }),
    );
  });

  it('rises everywhere where its points rise', () => {
    const ascending = fc.tuple(fc.array(unit), fc.array(unit)).map(([xs, ys]) => {
      const x = [...new Set([0, ...xs, 1])].sort((a, b) => a - b);
      const y = ys.sort((a, b) => a - b);
      return x.map((x, i) => ({ x, y: y[i] ?? 1 }));
    });
    fc.assert(
      fc.property(ascending, (points) => {
        const table = compilePressureCurve(points);
        for (let i = 1; i < table.length; i++) expect(table[i]!).toBeGreaterThanOrEqual(table[i - 1]! - 1e-6);
      }),
    );
  });

  it('has at least one point', () => {
    expect(() => compilePressureCurve([])).toThrow(RangeError);
    expect(applyPressure(compilePressureCurve([{ x: 0.4, y: 0.7 }]), 0.9)).toBeCloseTo(0.7, 6);
  });
});
