import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AreaAccumulator } from './area-accumulator.ts';

/** What lies to the right of the edge in pixel `x`, by slicing the row. */
function areaRightOf(one: number, other: number, height: number, x: number): number {
  const SLICES = 4000;
  let sum = 0;
  for (let i = 0; i < SLICES; i++) {
    const at = one + ((other - one) * (i + 0.5)) / SLICES;
    sum += Math.min(1, Math.max(0, x + 1 - at)) / SLICES;
  }
  return sum * height;
}

describe('AreaAccumulator', () => {
  it('gives each pixel what lies to the right of the edges, wherever they run', () => {
    const place = fc.oneof(fc.double({ min: -4, max: 10, noNaN: true }), fc.integer({ min: -2, max: 8 }));
    const edge = fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), place, place);
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 4 }), (edges) => {
        const accumulator = new AreaAccumulator(6);
        for (const [height, one, other] of edges) accumulator.addEdge(height, one, other);
        const row = new Float64Array(6);
        accumulator.takeRow(row);
        row.forEach((got, x) => {
          const expected = edges.reduce(
            (sum, [height, one, other]) => sum + areaRightOf(one, other, height, x),
            0,
          );
          expect(Math.abs(got - expected)).toBeLessThan(0.005);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('begins each row anew', () => {
    const accumulator = new AreaAccumulator(2);
    const row = new Float64Array(2);
    accumulator.addEdge(1, 0.5, 0.5);
    accumulator.takeRow(row);
    expect([...row]).toEqual([0.5, 1]);
    accumulator.takeRow(row);
    expect([...row]).toEqual([0, 0]);
  });
});
