import fc from 'fast-check';
import { expect, it } from 'vitest';
import { simplifyPath, type Point } from './simplify-path.ts';

it('keeps the ends and the corners, and nothing on the straight', () => {
  const path: Point[] = [[0, 0], [1, 0], [2, 0], [3, 0], [3, 1], [3, 2], [3, 5]]; // prettier-ignore
  expect(simplifyPath(path, 0.5)).toEqual([[0, 0], [3, 0], [3, 5]]); // prettier-ignore
  expect(simplifyPath(path, 9)).toEqual([[0, 0], [3, 5]]); // prettier-ignore
  expect(simplifyPath([[1, 2]], 1)).toEqual([[1, 2]]);
});

it('leaves out only what lies near to what stays', () => {
  const point = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }));
  fc.assert(
    fc.property(fc.array(point, { minLength: 2, maxLength: 15 }), (path) => {
      const kept = simplifyPath(path, 2);
      expect([kept[0], kept.at(-1)]).toEqual([path[0], path.at(-1)]);
      for (const [x, y] of path) {
        const nearest = kept.slice(1).map(([bx, by], i) => {
          const [ax, ay] = kept[i]!;
          let best = Infinity;
          for (let t = 0; t <= 1; t += 1 / 256)
            best = Math.min(best, Math.hypot(ax + t * (bx - ax) - x, ay + t * (by - ay) - y));
          return best;
        });
        expect(Math.min(...nearest)).toBeLessThanOrEqual(2.2);
      }
    }),
  );
});
