import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expandLabels, labelEnergy, type LabelGraph } from './expand-labels.ts';

interface Problem {
  readonly graph: LabelGraph;
  readonly costs: number[];
  readonly labels: number;
}

const problem = (nodes: number, labels: number): fc.Arbitrary<Problem> =>
  fc
    .record({
      costs: fc.array(fc.integer({ min: 0, max: 30 }), {
        minLength: nodes * labels,
        maxLength: nodes * labels,
      }),
      prices: fc.array(fc.integer({ min: 0, max: 20 }), {
        minLength: (nodes * (nodes - 1)) / 2,
        maxLength: (nodes * (nodes - 1)) / 2,
      }),
    })
    .map(({ costs, prices }) => {
      const pairs = Array.from({ length: nodes }, (_, a) => a).flatMap((a) =>
        Array.from({ length: nodes - a - 1 }, (_, i) => [a, a + 1 + i] as const),
      );
      const edges = {
        count: pairs.length,
        a: pairs.map(([a]) => a),
        b: pairs.map(([, b]) => b),
        capacity: prices,
      };
      return { graph: { count: nodes, edges }, costs, labels };
    });

/** Tries every labelling. */
function least({ graph, costs, labels }: Problem): number {
  let best = Infinity;
  for (let code = 0; code < labels ** graph.count; code++) {
    const chosen = Array.from(
      { length: graph.count },
      (_, node) => Math.floor(code / labels ** node) % labels,
    );
    best = Math.min(best, labelEnergy(graph, costs, labels, chosen));
  }
  return best;
}

test('two labels: the least energy, by trying all', () => {
  fc.assert(
    fc.property(problem(6, 2), (given) => {
      const chosen = expandLabels(given.graph, given.costs, given.labels);
      expect(labelEnergy(given.graph, given.costs, given.labels, chosen)).toBe(least(given));
    }),
    { numRuns: 300 },
  );
});

test('more labels: at most twice the least, and no worse than every node by itself', () => {
  fc.assert(
    fc.property(problem(5, 4), (given) => {
      const { graph, costs, labels } = given;
      const energy = labelEnergy(graph, costs, labels, expandLabels(graph, costs, labels));
      expect(energy).toBeLessThanOrEqual(2 * least(given));
      const alone = Array.from({ length: graph.count }, (_, node) => {
        const own = costs.slice(node * labels, (node + 1) * labels);
        return own.indexOf(Math.min(...own));
      });
      expect(energy).toBeLessThanOrEqual(labelEnergy(graph, costs, labels, alone));
    }),
    { numRuns: 300 },
  );
});

test('no node and no edge, one label', () => {
  const none = { count: 0, a: [], b: [], capacity: [] };
  expect([...expandLabels({ count: 0, edges: none }, [], 3)]).toEqual([]);
  expect([...expandLabels({ count: 2, edges: none }, [5, 1, 2, 2], 2)]).toEqual([1, 0]);
  expect([...expandLabels({ count: 2, edges: none }, [5, 1], 1)]).toEqual([0, 0]);
});

test('what costs nothing much goes with its neighbours', () => {
  const edges = { count: 2, a: [0, 1], b: [1, 2], capacity: [10, 10] };
  // The middle would rather be 1, by less than its borders cost.
  expect([...expandLabels({ count: 3, edges }, [0, 50, 8, 0, 0, 50], 2)]).toEqual([0, 0, 0]);
  expect([...expandLabels({ count: 3, edges }, [0, 50, 28, 0, 0, 50], 2)]).toEqual([0, 1, 0]);
});
