import { describe, expect, it } from 'vitest';
import { areaOf, contains, flatten } from './flatten.test-helper.ts';
import { blob, ellipse, outline, polygon } from './path.ts';
import type { Point } from './point.ts';

const SQUARE: readonly Point[] = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
];

it('a polygon has its points as corners, and is closed', () => {
  expect(polygon(SQUARE)).toBe('M0 0L10 0L10 10L0 10Z');
});

it('numbers have one decimal, whatever their size and sign', () => {
  expect(
    polygon([
      [0.04, -0.04],
      [-12.34, 1999.96],
      [0.06, 12],
    ]),
  ).toBe('M0 0L-12.3 2000L0.1 12Z');
});

describe('an ellipse', () => {
  it('has the area of one', () => {
    expect(areaOf(flatten(ellipse([50, 60], 30, 20), 40))).toBeCloseTo(Math.PI * 600, -1.2);
  });

  it('keeps its area when it is turned, and lies across', () => {
    const turned = flatten(ellipse([50, 60], 30, 10, 90), 40);
    expect(areaOf(turned)).toBeCloseTo(Math.PI * 300, -1.2);
    expect(Math.max(...turned.map(([, y]) => y))).toBeCloseTo(90);
    expect(Math.max(...turned.map(([x]) => x))).toBeCloseTo(60);
  });
});

describe('a blob', () => {
  it('passes through its points and bulges between them', () => {
    const points = flatten(blob(SQUARE));
    for (const corner of SQUARE) expect(points).toContainEqual(corner);
    expect(areaOf(points)).toBeGreaterThan(100);
  });
});

describe('an outline', () => {
  it('joins curves that do not meet by straight lines', () => {
    const [a, b, c, d] = SQUARE as [Point, Point, Point, Point];
    expect(outline([a, b], [c, d])).toBe('M0 0L10 0L10 10L0 10Z');
  });

  it('does not repeat the point at which two curves meet', () => {
    const [a, b, c] = SQUARE as [Point, Point, Point];
    expect(outline([a, b], [b, c])).toBe('M0 0L10 0L10 10Z');
  });

  it('has a corner where two curves meet and none within', () => {
    const top: Point[] = [
      [0, 0],
      [10, -6],
      [20, 0],
    ];
    const points = flatten(outline(top, top.map(([x, y]): Point => [x, -y]).toReversed()), 40);
    const turns = points.flatMap((b, i) => {
      const [a, c] = [points.at(i - 1)!, points[(i + 1) % points.length]!];
      const turn = Math.atan2(c[1] - b[1], c[0] - b[0]) - Math.atan2(b[1] - a[1], b[0] - a[0]);
      const sharp = Math.abs(Math.atan2(Math.sin(turn), Math.cos(turn))) > 0.5;
      return sharp && Math.hypot(b[0] - a[0], b[1] - a[1]) > 0.01 ? [b] : [];
    });
    expect(turns.map(([x]) => x).toSorted((a, b) => a - b)).toEqual([0, 20]);
  });

  it('encloses what its curves go around', () => {
    const points = flatten(outline(SQUARE));
    expect(contains(points, [5, 5])).toBe(true);
    expect(contains(points, [15, 5])).toBe(false);
  });
});
