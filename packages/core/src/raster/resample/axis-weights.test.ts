import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisWeights, type AxisWeights } from './axis-weights.ts';
import { matrixOf } from './by-definition.test-helper.ts';

const FILTERS = ['area', 'bilinear', 'bicubic', 'lanczos3'] as const;
const filter = fc.constantFrom(...FILTERS);
const side = fc.integer({ min: 1, max: 40 });

function toMatrix({ size, starts, offsets, weights }: AxisWeights, sourceSize: number): number[][] {
  return Array.from({ length: size }, (_, place) => {
    const row = Array.from({ length: sourceSize }, () => 0);
    for (let w = offsets[place]!, i = starts[place]!; w < offsets[place + 1]!; w++, i++) row[i] = weights[w]!;
    return row;
  });
}

describe('axisWeights', () => {
  it('is the definition of each filter', () => {
    fc.assert(
      fc.property(filter, side, side, (filter, sourceSize, size) => {
        const matrix = toMatrix(axisWeights(filter, sourceSize, size), sourceSize);
        const expected = matrixOf(filter, sourceSize, size);
        expect(matrix).toHaveLength(size);
        matrix.forEach((row, place) => {
          expect(row).toHaveLength(sourceSize);
          const furthest = Math.max(...row.map((weight, i) => Math.abs(weight - expected[place]![i]!)));
          expect(furthest).toBeLessThan(1e-9);
        });
      }),
      { numRuns: 400 },
    );
  });

  it('has weights that sum to 1 and stay inside the source, also for very unlike sizes', () => {
    const far = fc.oneof(side, fc.constantFrom(1, 2, 997, 4000));
    fc.assert(
      fc.property(filter, far, far, (filter, sourceSize, size) => {
        const { starts, offsets, weights } = axisWeights(filter, sourceSize, size);
        expect(weights).toHaveLength(offsets[size]!);
        for (let place = 0; place < size; place++) {
          const own = weights.subarray(offsets[place], offsets[place + 1]);
          expect(own.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
          expect(starts[place]! >= 0 && starts[place]! + own.length <= sourceSize).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is the same seen in a mirror', () => {
    fc.assert(
      fc.property(filter, side, side, (filter, sourceSize, size) => {
        const matrix = toMatrix(axisWeights(filter, sourceSize, size), sourceSize);
        const mirrored = matrix.toReversed().map((row) => row.toReversed());
        matrix.forEach((row, place) =>
          row.forEach((weight, i) => expect(weight).toBeCloseTo(mirrored[place]![i]!, 9)),
        );
      }),
    );
  });

  it.each(FILTERS)('takes every pixel as it is where the size stays (%s)', (filter) => {
    const { starts, weights } = axisWeights(filter, 9, 9);
    expect([...starts]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect([...weights]).toEqual(Array.from({ length: 9 }, () => 1));
  });

  it.each([0, -1, 1.5, NaN, Infinity])('refuses a side of %d', (side) => {
    expect(() => axisWeights('bilinear', 4, side)).toThrow(RangeError);
    expect(() => axisWeights('bilinear', side, 4)).toThrow(RangeError);
  });
});
