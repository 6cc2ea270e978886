import { describe, expect, it } from 'vitest';
import { at, bezier, section, spline } from './curve.ts';
import { deCasteljau } from './flatten.test-helper.ts';
import type { Point } from './point.ts';

const POINTS: readonly Point[] = [
  [0, 0],
  [10, 40],
  [35, 20],
  [60, 50],
];

describe('a spline', () => {
  it('passes through all of its points', () => {
    const line = spline(POINTS, 6);
    expect(line).toHaveLength(19);
    expect([0, 6, 12, 18].map((i) => line[i])).toEqual(POINTS);
  });

  it('stays straight where its points are', () => {
    for (const [x, y] of spline(
      [
        [0, 0],
        [10, 20],
        [20, 40],
        [30, 60],
      ],
      5,
    ))
      expect(y).toBeCloseTo(2 * x);
  });

  it('has no corners at inner points', () => {
    const line = spline(POINTS, 400);
    for (const i of [400, 800]) {
      const [a, b, c] = [line[i - 1]!, line[i]!, line[i + 1]!];
      const before = Math.atan2(b[1] - a[1], b[0] - a[0]);
      const after = Math.atan2(c[1] - b[1], c[0] - b[0]);
      expect(Math.abs(after - before)).toBeLessThan(0.03);
    }
  });
});

it('a Bézier curve is the one of de Casteljau', () => {
  const [a, b, c, d] = POINTS as [Point, Point, Point, Point];
  for (const [i, point] of bezier(a, b, c, d, 9).entries()) {
    const wanted = deCasteljau(POINTS, i / 8);
    expect(point[0]).toBeCloseTo(wanted[0]);
    expect(point[1]).toBeCloseTo(wanted[1]);
  }
});

describe('a place on a polyline', () => {
  it('is counted in points', () => {
    expect(at(POINTS, 0)).toEqual([0, 0]);
    expect(at(POINTS, 0.5)).toEqual([22.5, 30]);
    expect(at(POINTS, 1)).toEqual([60, 50]);
  });

  it('never lies beyond the ends', () => {
    expect(at(POINTS, -1)).toEqual([0, 0]);
    expect(at(POINTS, 2)).toEqual([60, 50]);
  });
});

it('a section runs backwards where it is asked to', () => {
  expect(section(POINTS, 1, 0, 4)).toEqual(POINTS.toReversed());
});
