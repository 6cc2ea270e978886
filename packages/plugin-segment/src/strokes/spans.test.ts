import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaSpans } from './area-spans.ts';
import { capsuleSpans, LEAST_RADIUS, type PutSpan } from './capsule-spans.ts';

const W = 24;
const H = 18;
const bounds = { left: 0, top: 0, right: W, bottom: H };
const coordinate = fc.integer({ min: -64, max: 224 }).map((value) => value / 8);
const point = fc.tuple(coordinate, coordinate);

/** What spans cover; fails where they leave the bounds. */
function covered(draw: (put: PutSpan) => void): string {
  const plane = Array.from({ length: H }, () => Array.from({ length: W }, () => '.'));
  draw((y, first, last) => {
    expect(y >= 0 && y < H && first >= 0 && last < W && first <= last).toBe(true);
    plane[y]!.fill('#', first, last + 1);
  });
  return plane.map((row) => row.join('')).join('\n');
}

const expected = (isIn: (x: number, y: number) => boolean): string =>
  Array.from({ length: H }, (_, y) =>
    Array.from({ length: W }, (__, x) => (isIn(x + 0.5, y + 0.5) ? '#' : '.')).join(''),
  ).join('\n');

describe('capsuleSpans', () => {
  it('covers the pixels whose centres are near the line between two points', () => {
    fc.assert(
      fc.property(point, point, fc.integer({ min: 1, max: 90 }), (a, b, tenths) => {
        const radius = tenths / 10 + 0.0123;
        const near = (x: number, y: number): boolean => {
          const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
          const t = Math.min(1, Math.max(0, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy || 1)));
          return Math.hypot(x - a[0] - t * dx, y - a[1] - t * dy) <= Math.max(radius, LEAST_RADIUS);
        };
        expect(covered((put) => capsuleSpans(a, b, radius, bounds, put))).toBe(expected(near));
      }),
      { numRuns: 300 },
    );
  });

  it('paints the pixel of a point, however thin the stroke is', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 17.99, noNaN: true }),
        fc.double({ min: 0, max: 17.99, noNaN: true }),
        (x, y) => {
          const drawn = covered((put) => capsuleSpans([x, y], [x, y], 0.01, bounds, put)).split('\n');
          expect(drawn[Math.floor(y)]![Math.floor(x)]).toBe('#');
        },
      ),
    );
  });
});

describe('areaSpans', () => {
  /** How often an outline winds around a place, by the angles that it is seen under. */
  const winding = (points: readonly (readonly [number, number])[], x: number, y: number): number => {
    let sum = 0;
    points.forEach(([ax, ay], i) => {
      const [bx, by] = points[(i + 1) % points.length]!;
      let turn = Math.atan2(by - y, bx - x) - Math.atan2(ay - y, ax - x);
      if (turn > Math.PI) turn -= 2 * Math.PI;
      if (turn < -Math.PI) turn += 2 * Math.PI;
      sum += turn;
    });
    return Math.round(sum / (2 * Math.PI));
  };
  // No centre of a pixel lies on a line between such points: the sum of odd multiples of an irrational is none.
  const apart = fc
    .tuple(fc.integer({ min: -9, max: 30 }), fc.integer({ min: -9, max: 24 }))
    .map(([x, y]): [number, number] => [x + Math.SQRT1_2 / 7, y + Math.E / 31]);

  it('covers what an outline winds around, or all else', () => {
    fc.assert(
      fc.property(fc.array(apart, { minLength: 1, maxLength: 7 }), (points) => {
        const within = expected((x, y) => winding(points, x, y) !== 0);
        expect(covered((put) => areaSpans(points, false, bounds, put))).toBe(within);
        expect(covered((put) => areaSpans(points, true, bounds, put))).toBe(
          within.replace(/[.#]/g, (c) => (c === '#' ? '.' : '#')),
        );
      }),
      { numRuns: 200 },
    );
  });
});
