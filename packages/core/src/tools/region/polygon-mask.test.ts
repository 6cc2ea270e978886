import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trimMask } from './mask-bounds.ts';
import { EMPTY_MASK } from './mask.ts';
import { polygonMask } from './polygon-mask.ts';
import { onCanvas, textOf } from './regions.test-helper.ts';

const canvas = { width: 12, height: 10 };
type Corner = readonly [number, number];

const coordinate = fc.oneof(
  fc.double({ min: -6, max: 18, noNaN: true }),
  fc.integer({ min: -12, max: 36 }).map((half) => half / 2),
);
const polygons = fc.array(fc.tuple(coordinate, coordinate), { maxLength: 9 });

/** Winding number of a polygon around a point; on left and upper edges it counts as inside. */
function winding(corners: readonly Corner[], x: number, y: number): number {
  let turns = 0;
  corners.forEach(([x0, y0], i) => {
    const [x1, y1] = corners[(i + 1) % corners.length]!;
    if (y0 <= y === y1 <= y) return;
    // The sign of the triangle tells on which side of the edge the point lies; no division.
    const cross = (x1 - x0) * (y - y0) - (x - x0) * (y1 - y0);
    if (y1 > y0 ? cross <= 0 : cross >= 0) turns += y1 > y0 ? 1 : -1;
  });
  return turns;
}

/** Whether a point lies on a slanting edge, but for rounding; there either answer will do. */
function isOnSlope(corners: readonly Corner[], x: number, y: number): boolean {
  return corners.some(([x0, y0], i) => {
    const [x1, y1] = corners[(i + 1) % corners.length]!;
    const cross = (x1 - x0) * (y - y0) - (x - x0) * (y1 - y0);
    return x0 !== x1 && y0 !== y1 && Math.abs(cross) <= 1e-9 * Math.hypot(x1 - x0, y1 - y0);
  });
}

/** Sutherland and Hodgman: the polygon cut by the half-plane where `side` is 0 or more. */
function cut(corners: readonly Corner[], side: (corner: Corner) => number): Corner[] {
  return corners.flatMap((corner, i): Corner[] => {
    const next = corners[(i + 1) % corners.length]!;
    const [here, there] = [side(corner), side(next)];
    const kept: Corner[] = here >= 0 ? [corner] : [];
    if (here >= 0 === there >= 0) return kept;
    const t = here / (here - there);
    return [...kept, [corner[0] + (next[0] - corner[0]) * t, corner[1] + (next[1] - corner[1]) * t]];
  });
}

/** The signed area of a polygon inside a pixel: its winding number, averaged over the pixel. */
function windingArea(corners: readonly Corner[], x: number, y: number): number {
  let inside = cut(corners, ([px]) => px - x);
  inside = cut(inside, ([px]) => x + 1 - px);
  inside = cut(inside, ([, py]) => py - y);
  inside = cut(inside, ([, py]) => y + 1 - py);
  return inside.reduce((sum, [x0, y0], i) => {
    const [x1, y1] = inside[(i + 1) % inside.length]!;
    return sum + (x0 * y1 - x1 * y0) / 2;
  }, 0);
}

describe('polygonMask', () => {
  it('covers each pixel by the area of its winding number, under both rules', () => {
    fc.assert(
      fc.property(polygons, fc.constantFrom('nonzero', 'evenodd'), (corners, fillRule) => {
        const mask = polygonMask(corners.flat(), canvas, { fillRule });
        const got = onCanvas(mask, canvas);
        got.forEach((value, i) => {
          const area = Math.abs(windingArea(corners, i % canvas.width, Math.floor(i / canvas.width)));
          const folded = area % 2 > 1 ? 2 - (area % 2) : area % 2;
          const covered = fillRule === 'evenodd' ? folded : Math.min(1, area);
          expect(Math.abs(value - covered * 255)).toBeLessThan(0.51);
        });
        expect(trimMask(mask)).toBe(mask);
      }),
      { numRuns: 400 },
    );
  });

  it('covers, without antialiasing, exactly the pixels whose centre is inside', () => {
    fc.assert(
      fc.property(polygons, fc.constantFrom('nonzero', 'evenodd'), (corners, fillRule) => {
        const got = onCanvas(polygonMask(corners.flat(), canvas, { fillRule, antialias: false }), canvas);
        got.forEach((value, i) => {
          const [x, y] = [(i % canvas.width) + 0.5, Math.floor(i / canvas.width) + 0.5];
          if (isOnSlope(corners, x, y)) return;
          const turns = winding(corners, x, y);
          const inside = fillRule === 'evenodd' ? turns % 2 !== 0 : turns !== 0;
          expect(value).toBe(inside ? 255 : 0);
        });
      }),
      { numRuns: 400 },
    );
  });

  it('fills or leaves out what a line runs around twice, as the rule says', () => {
    const inner = [4, 2, 8, 2, 8, 6, 4, 6];
    const outer = [2, 0, 10, 0, 10, 8, 2, 8];
    const twice = [...outer, 2, 0, ...inner, 4, 2];
    const nonzero = textOf(polygonMask(twice, canvas, { antialias: false }), canvas);
    const evenodd = textOf(polygonMask(twice, canvas, { antialias: false, fillRule: 'evenodd' }), canvas);
    expect(nonzero[4]).toBe('..########..');
    expect(evenodd[4]).toBe('..##....##..');
  });

  it('is empty without area or outside the canvas', () => {
    const there = [1.3, 1.7, 7.1, 8.9];
    for (const points of [
      [],
      [3, 3],
      there,
      [...there, 7.1, 8.9],
      [0, 3.5, 9, 3.5, 4, 3.5],
      [-9, 0, -2, 0, -2, 9],
    ])
      for (const antialias of [true, false])
        expect(polygonMask(points, canvas, { antialias })).toBe(EMPTY_MASK);
  });

  it('takes shapes that are far larger than the canvas', () => {
    const huge = [-1e9, -1e9, 1e9, -1e9, 1e9, 1e9, -1e9, 1e9];
    expect(onCanvas(polygonMask(huge, canvas), canvas).every((value) => value === 255)).toBe(true);
  });

  it('refuses numbers that are not finite', () => {
    expect(() => polygonMask([0, 0, NaN, 4, 5, 5], canvas)).toThrow(RangeError);
    expect(() => polygonMask([0, 0, 4, Infinity, 5, 5], canvas)).toThrow(RangeError);
  });
});
