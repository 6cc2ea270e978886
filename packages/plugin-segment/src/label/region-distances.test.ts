import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RegionDistances } from './region-distances.ts';

const COUNT = 7;
const FARTHEST = 60;

const graph = fc
  .record({
    pairs: fc.array(fc.tuple(fc.nat(COUNT - 1), fc.nat(COUNT - 1)), { maxLength: 14 }),
    area: fc.array(fc.integer({ min: 1, max: 300 }), { minLength: COUNT, maxLength: COUNT }),
    likeness: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: COUNT, maxLength: COUNT }),
    from: fc.uniqueArray(fc.nat(COUNT - 1), { maxLength: 3 }),
  })
  .map(({ pairs, area, likeness, from }) => {
    const apart = pairs.filter(([one, two]) => one < two);
    const edges = {
      count: apart.length,
      a: Uint32Array.from(apart, ([one]) => one),
      b: Uint32Array.from(apart, ([, two]) => two),
      capacity: new Int32Array(apart.length),
      length: new Uint32Array(apart.length),
    };
    return { edges, area: Uint32Array.from(area), likeness: Float32Array.from(likeness), from };
  });

it('finds the ways that trying all steps again and again finds', () => {
  fc.assert(
    fc.property(graph, ({ edges, area, likeness, from }) => {
      const found = new RegionDistances({ count: COUNT, area, edges }).from(from, likeness, FARTHEST);
      // Bellman and Ford.
      const expected = Array.from({ length: COUNT }, () => FARTHEST);
      for (const region of from) expected[region] = 0;
      const step = (into: number): number =>
        Math.max(1, Math.round(Math.fround(Math.sqrt(area[into]!)) * (1 + 3 * (1 - likeness[into]!))));
      for (let round = 0; round < COUNT; round++)
        for (let i = 0; i < edges.count; i++)
          for (const [one, two] of [
            [edges.a[i]!, edges.b[i]!],
            [edges.b[i]!, edges.a[i]!],
          ] as const)
            expected[two] = Math.min(expected[two]!, expected[one]! + step(two));
      expect([...found]).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});
