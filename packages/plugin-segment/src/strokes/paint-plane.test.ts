import type { Stroke } from '@koma/core/plugin';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PaintPlane } from './paint-plane.ts';
import { StrokeTally } from './stroke-tally.ts';

const W = 22;
const H = 17;
const coordinate = fc.integer({ min: -16, max: 100 }).map((value) => value / 4);
const stroke: fc.Arbitrary<Stroke> = fc.record({
  label: fc.constantFrom('fg', 'bg', 'erase', 'hair', 'edge'),
  shape: fc.constantFrom('line', 'line', 'line', 'inside', 'outside'),
  radius: fc.integer({ min: 1, max: 20 }).map((value) => value / 4),
  hard: fc.boolean(),
  points: fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 4 }),
});
/** What a person does: draw on, begin another stroke, undo, change one in the middle, start anew. */
const edit = fc.oneof(
  fc.record({ kind: fc.constant('grow' as const), point: fc.tuple(coordinate, coordinate) }),
  fc.record({ kind: fc.constant('add' as const), stroke }),
  fc.record({ kind: fc.constant('undo' as const), count: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constant('change' as const), at: fc.nat(5), stroke }),
  fc.record({ kind: fc.constant('clear' as const) }),
);

function edited(
  strokes: readonly Stroke[],
  change: typeof edit extends fc.Arbitrary<infer T> ? T : never,
): Stroke[] {
  switch (change.kind) {
    case 'grow':
      return strokes.map((own, i) =>
        i === strokes.length - 1 ? { ...own, points: [...own.points, change.point] } : own,
      );
    case 'add':
      return [...strokes, change.stroke];
    case 'undo':
      return strokes.slice(0, -change.count);
    case 'change':
      return strokes.map((own, i) => (i === change.at ? change.stroke : own));
    case 'clear':
      return [];
  }
}

/** Regions that are a function of the place, at a third of the page's size. */
const regions = {
  width: Math.ceil(W / 3),
  scale: 3,
  count: 5,
  labels: Uint16Array.from({ length: 8 * 6 }, (_, i) => (i * 7) % 5),
};

it('is brought up to date with the same paint, and counts, as if all were painted anew', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 14 }), (edits) => {
      const plane = new PaintPlane(W, H);
      const tally = new StrokeTally(regions);
      let strokes: Stroke[] = [];
      for (const change of edits) {
        strokes = edited(strokes, change);
        const before = plane.paint.slice();
        const bounds = plane.update(strokes, tally.changed);
        const fresh = new PaintPlane(W, H);
        fresh.update(strokes);
        expect(plane.paint).toEqual(fresh.paint);
        // What changed lies within the bounds.
        plane.paint.forEach((code, at) => {
          if (code === before[at]) return;
          const [x, y] = [at % W, Math.floor(at / W)];
          expect(x >= bounds.left && x < bounds.right && y >= bounds.top && y < bounds.bottom).toBe(true);
        });
      }
      const counted = new Map<string, number>();
      plane.paint.forEach((code, at) => {
        if (code === 0) return;
        const region = regions.labels[Math.floor(at / W / 3) * regions.width + Math.floor((at % W) / 3)];
        counted.set(`${code} ${region}`, (counted.get(`${code} ${region}`) ?? 0) + 1);
      });
      const told = new StrokeTally(regions);
      plane.tell(told.changed);
      for (const own of [tally, told]) {
        const found = strokes.flatMap((_, i) =>
          [...own.of(i + 1)].map(([region, count]) => [`${i + 1} ${region}`, count]),
        );
        expect(new Map(found as [string, number][])).toEqual(counted);
      }
    }),
    { numRuns: 150 },
  );
});

it('paints later strokes over earlier ones, and erases what came before', () => {
  const plane = new PaintPlane(4, 1);
  const click = (label: string, x: number): Stroke => ({ label, radius: 0.5, points: [[x, 0.5]] });
  plane.update([click('fg', 0.5), click('fg', 1.5), click('fg', 2.5), click('bg', 1.5), click('erase', 2.5)]);
  expect([...plane.paint]).toEqual([1, 4, 0, 0]);
  plane.update([click('erase', 0.5), click('fg', 0.5)]);
  expect([...plane.paint]).toEqual([2, 0, 0, 0]);
});
