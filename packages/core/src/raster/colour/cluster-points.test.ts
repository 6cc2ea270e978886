import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterPoints } from './cluster-points.ts';

const coordinate = fc.integer({ min: -20, max: 20 });
const point = fc.tuple(coordinate, coordinate, coordinate);
const cloud = fc.array(fc.tuple(point, fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 40 });

const flat = (list: readonly (readonly [readonly number[], number])[]) => ({
  points: Float64Array.from(list.flatMap(([at]) => at)),
  weights: Float64Array.from(list, ([, weight]) => weight),
});

describe('clusterPoints', () => {
  it('gives up to `count` different points a cluster each, and equal points the same one', () => {
    fc.assert(
      fc.property(cloud, (list) => {
        const { points, weights } = flat(list);
        const clusters = clusterPoints(points, weights, 40);
        for (const [i, [one]] of list.entries())
          for (const [j, [other]] of list.entries())
            expect(clusters[i] === clusters[j]).toBe(one.join() === other.join());
      }),
    );
  });

  it('ends where no point lies nearer to the mean of another cluster', () => {
    fc.assert(
      fc.property(cloud, fc.integer({ min: 1, max: 6 }), (list, count) => {
        const { points, weights } = flat(list);
        const clusters = clusterPoints(points, weights, count);
        expect(Math.max(...clusters)).toBeLessThan(count);
        const means = Array.from({ length: count }, (_, cluster) => {
          const members = list.filter((_, i) => clusters[i] === cluster);
          const total = members.reduce((sum, [, weight]) => sum + weight, 0);
          return [0, 1, 2].map(
            (axis) => members.reduce((s, [at, weight]) => s + weight * at[axis]!, 0) / total,
          );
        });
        const distance = (at: readonly number[], mean: readonly number[]) =>
          Math.hypot(...at.map((value, axis) => value - mean[axis]!));
        list.forEach(([at], i) => {
          const own = distance(at, means[clusters[i]!]!);
          for (const mean of means)
            if (!Number.isNaN(mean[0])) expect(own).toBeLessThanOrEqual(distance(at, mean) + 1e-9);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('finds well separated groups', () => {
    const centres = [
      [0, 0, 0],
      [9, 0, 0],
      [0, 9, 0],
      [9, 9, 9],
    ];
    const list = Array.from({ length: 200 }, (_, i) => {
      const centre = centres[i % 4]!;
      return [centre.map((value, axis) => value + ((i * (axis + 3)) % 11) / 11), 1 + (i % 3)] as const;
    });
    const { points, weights } = flat(list);
    const clusters = clusterPoints(points, weights, 4);
    expect(new Set(clusters).size).toBe(4);
    list.forEach((_, i) => expect(clusters[i]).toBe(clusters[i % 4]));
  });

  it('takes an empty list', () => {
    expect(clusterPoints(new Float64Array(0), new Float64Array(0), 3)).toHaveLength(0);
  });
});
