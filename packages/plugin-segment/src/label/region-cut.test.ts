import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RegionCut, type RegionGraph } from './region-cut.ts';

const NODES = 6;
const LABELS = 3;
const graph: fc.Arbitrary<RegionGraph> = fc
  .array(fc.tuple(fc.nat(NODES - 1), fc.nat(NODES - 1), fc.integer({ min: 1, max: 30 })), { maxLength: 10 })
  .map((list) => {
    const pairs = new Map(list.filter(([a, b]) => a < b).map(([a, b, price]) => [a * NODES + b, price]));
    const keys = [...pairs.keys()];
    return {
      count: NODES,
      edges: {
        count: keys.length,
        a: Uint32Array.from(keys, (key) => Math.floor(key / NODES)),
        b: Uint32Array.from(keys, (key) => key % NODES),
        capacity: Int32Array.from(pairs.values()),
      },
    };
  });
const weights = (labels: number) =>
  fc.array(
    fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60 })), {
      minLength: NODES,
      maxLength: NODES,
    }),
    {
      minLength: labels,
      maxLength: labels,
    },
  );

/** What labels cost: the borders, and the weight of all labels that a region does not get. */
function energy(
  { count, edges }: RegionGraph,
  own: readonly (readonly number[])[],
  labels: ArrayLike<number>,
): number {
  let sum = 0;
  for (let i = 0; i < edges.count; i++)
    if (labels[edges.a[i]!] !== labels[edges.b[i]!]) sum += edges.capacity[i]!;
  for (let node = 0; node < count; node++) {
    const most = Math.max(...own.map((weight) => weight[node]!));
    sum += most - own[labels[node]!]![node]!;
  }
  return sum;
}

function least(of: RegionGraph, own: readonly (readonly number[])[]): number {
  let best = Infinity;
  for (let code = 0; code < own.length ** NODES; code++) {
    const labels = Array.from(
      { length: NODES },
      (_, node) => Math.floor(code / own.length ** node) % own.length,
    );
    best = Math.min(best, energy(of, own, labels));
  }
  return best;
}

it('finds the cheapest labels of subject and background, and the same ones whatever it was asked before', () => {
  fc.assert(
    fc.property(graph, fc.array(weights(2), { minLength: 1, maxLength: 5 }), (of, asked) => {
      const cut = new RegionCut(of);
      for (const own of asked) {
        const planes = own.map((weight) => Int32Array.from(weight));
        const labels = cut.solve(planes);
        expect(energy(of, own, labels)).toBe(least(of, own));
        expect(new RegionCut(of).solve(planes)).toEqual(labels);
      }
    }),
    { numRuns: 150 },
  );
});

it('finds labels of several names that cost at most twice the least', () => {
  fc.assert(
    fc.property(graph, weights(LABELS), (of, own) => {
      const labels = new RegionCut(of).solve(own.map((weight) => Int32Array.from(weight)));
      expect(energy(of, own, labels)).toBeLessThanOrEqual(2 * least(of, own));
    }),
    { numRuns: 100 },
  );
});

it('gives the one name that is used its own number', () => {
  const none = {
    count: 2,
    edges: { count: 0, a: new Uint32Array(), b: new Uint32Array(), capacity: new Int32Array() },
  };
  const solve = (...weightsOf: number[][]) => [
    ...new RegionCut(none).solve(weightsOf.map((own) => Int32Array.from(own))),
  ];
  expect(solve([0, 0], [0, 0], [0, 3])).toEqual([0, 2]);
  expect(solve([5, 0], [0, 0], [0, 0])).toEqual([0, 0]);
  expect(solve([0, 0])).toEqual([0, 0]);
});
