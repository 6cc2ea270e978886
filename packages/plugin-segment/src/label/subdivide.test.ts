import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PaintPlane } from '../strokes/paint-plane.ts';
import { letteredPage } from './lettered-map.test-helper.ts';
import { regionBounds } from './region-bounds.ts';
import { subdivide } from './subdivide.ts';

const SIDE = 8;
const rows = fc
  .array(fc.constantFrom('a', 'b', 'c', 'A'), { minLength: SIDE * SIDE - 3, maxLength: SIDE * SIDE - 3 })
  .map((cells) => [...cells, 'a', 'b', 'c'].join('').match(/.{8}/g)!);

it('keeps what regions cost to cut apart, whichever of them are divided', () => {
  fc.assert(
    fc.property(
      rows,
      fc.subarray([0, 1, 2]),
      fc.array(fc.tuple(fc.nat(SIDE - 1), fc.nat(SIDE - 1)), { maxLength: 4 }),
      (letters, contested, clicks) => {
        const { regions } = letteredPage(letters);
        const paint = new PaintPlane(SIDE, SIDE);
        paint.update(
          clicks.map(([x, y], i) => ({
            label: i % 2 === 0 ? 'fg' : 'bg',
            radius: 0.4,
            points: [[x + 0.5, y + 0.5]],
          })),
        );
        const seeds = Int16Array.from([-1, ...clicks.map((_, i) => i % 2)]);
        const isBorder = new Uint8Array(clicks.length + 1);
        const division = { contested: new Set(contested), crossed: new Set<number>(), seeds, isBorder };
        const divided = subdivide(regions, regionBounds(regions), paint, division);
        // Pieces are parts of their region.
        divided.labels.forEach((piece, at) => expect(divided.parent[piece]).toBe(regions.labels[at]));
        const sums = new Map<string, number>();
        for (let i = 0; i < divided.edges.count; i++) {
          const [one, two] = [divided.parent[divided.edges.a[i]!]!, divided.parent[divided.edges.b[i]!]!];
          const key = [one, two].toSorted((x, y) => x - y).join();
          if (one !== two) sums.set(key, (sums.get(key) ?? 0) + divided.edges.capacity[i]!);
        }
        for (let i = 0; i < regions.edges.count; i++) {
          const key = `${regions.edges.a[i]},${regions.edges.b[i]}`;
          // Every piece rounds once.
          expect(Math.abs(sums.get(key)! - regions.edges.capacity[i]!)).toBeLessThanOrEqual(divided.count);
          sums.delete(key);
        }
        expect(sums.size).toBe(0);
      },
    ),
    { numRuns: 120 },
  );
});
