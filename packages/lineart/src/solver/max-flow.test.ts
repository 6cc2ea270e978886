import { describe, expect, it } from 'vitest';
import {
  bruteForce,
  energyOf,
  load,
  randomGraph,
  randomOf,
  sourceSide,
  type TestGraph,
} from './flow-oracle.test-helper.ts';
import { MAX_CAPACITY, type FlowSolver } from './flow-solver.ts';
import { MaxFlow } from './max-flow.ts';
import { createWasmMaxFlow } from './wasm-max-flow.ts';

const solvers: [string, (nodes: number, edges: number) => FlowSolver][] = [
  ['MaxFlow', (nodes, edges) => new MaxFlow(nodes, edges)],
  ['createWasmMaxFlow', createWasmMaxFlow],
];

/** Graphs with their least energies by brute force, which is the slow part. */
const graphs = Array.from({ length: 1500 }, (_, seed) => {
  const graph = randomGraph(randomOf(seed));
  return { graph, expected: bruteForce(graph) };
});

/** A graph, and changes of its terminals: some nodes at a time, then what is to be found. */
const sequences = Array.from({ length: 400 }, (_, seed) => {
  const random = randomOf(seed + 10_000);
  const graph = randomGraph(random);
  const now = { ...graph, source: [...graph.source], sink: [...graph.sink] };
  const steps = Array.from({ length: 6 }, () => {
    const changes = Array.from({ length: 1 + random(4) }, () => {
      const i = random(graph.nodes);
      now.source[i] = random(2) ? random(40) : 0;
      now.sink[i] = random(2) ? random(40) : 0;
      return [i, now.source[i]!, now.sink[i]!] as const;
    });
    return { changes, expected: bruteForce(now) };
  });
  return { graph, steps };
});

describe.each(solvers)('%s', (_name, create) => {
  const solverOf = (graph: TestGraph) => load(graph, create(graph.nodes, graph.edges.length));

  it('finds the least energy and the smallest source side that has it', () => {
    graphs.forEach(({ graph, expected }, n) => {
      const solver = solverOf(graph);
      expect(solver.solve(), `graph ${n}`).toBe(expected.energy);
      expect(sourceSide(graph, solver), `graph ${n}`).toBe(expected.side);
      expect(energyOf(graph, sourceSide(graph, solver)), `graph ${n}`).toBe(expected.energy);
    });
  });

  it('finds the same after any number of changes, up and down', () => {
    sequences.forEach(({ graph, steps }, n) => {
      const solver = solverOf(graph);
      solver.solve();
      steps.forEach(({ changes, expected }, step) => {
        for (const change of changes) solver.setTerminals(...change);
        expect(solver.solve(), `graph ${n}, step ${step}`).toBe(expected.energy);
        expect(sourceSide(graph, solver), `graph ${n}, step ${step}`).toBe(expected.side);
      });
    });
  });

  it('does not depend on what was solved before: large graphs that were changed and changed back', () => {
    for (let seed = 0; seed < 12; seed++) {
      const random = randomOf(seed + 20_000);
      const side = 12 + random(20);
      const graph = largeGrid(side, random);
      const solver = solverOf(graph);
      const flow = solver.solve();
      const sides = labels(solver, graph.nodes);
      for (let step = 0; step < 8; step++) {
        const touched = Array.from({ length: 1 + random(side) }, () => random(graph.nodes));
        for (const i of touched) solver.setTerminals(i, random(3000), random(3000));
        solver.solve();
        for (const i of touched) solver.setTerminals(i, graph.source[i]!, graph.sink[i]!);
        expect(solver.solve()).toBe(flow);
        expect(labels(solver, graph.nodes)).toEqual(sides);
      }
    }
  });

  it('does not depend on the order in which edges and terminals come', () => {
    for (let seed = 0; seed < 100; seed++) {
      const random = randomOf(seed + 30_000);
      const graph = largeGrid(6 + random(6), random);
      const solver = solverOf(graph);
      const shuffled = {
        ...graph,
        edges: [...graph.edges].sort(([a], [b]) => ((a * 7919) % 101) - ((b * 7919) % 101)),
      };
      const other = create(graph.nodes, graph.edges.length);
      for (let i = graph.nodes - 1; i >= 0; i--) other.setTerminals(i, graph.source[i]!, graph.sink[i]!);
      for (const [a, b, capacity, reverse] of shuffled.edges) other.addEdge(b, a, reverse, capacity);
      expect(other.solve()).toBe(solver.solve());
      expect(labels(other, graph.nodes)).toEqual(labels(solver, graph.nodes));
    }
  });

  it('cuts the same where all capacities are doubled', () => {
    for (let seed = 0; seed < 300; seed++) {
      const graph = randomGraph(randomOf(seed + 40_000));
      const twice = (values: readonly number[]) => values.map((value) => 2 * value);
      const doubled = {
        nodes: graph.nodes,
        edges: graph.edges.map(([a, b, capacity, reverse]) => [a, b, 2 * capacity, 2 * reverse] as const),
        source: twice(graph.source),
        sink: twice(graph.sink),
      };
      const [one, two] = [solverOf(graph), solverOf(doubled)];
      expect(two.solve()).toBe(2 * one.solve());
      expect(sourceSide(doubled, two)).toBe(sourceSide(graph, one));
    }
  });

  it('cuts as cheaply where the terminals are exchanged and the edges turned', () => {
    for (let seed = 0; seed < 300; seed++) {
      const graph = randomGraph(randomOf(seed + 50_000));
      const turned = {
        nodes: graph.nodes,
        edges: graph.edges.map(([a, b, capacity, reverse]) => [a, b, reverse, capacity] as const),
        source: graph.sink,
        sink: graph.source,
      };
      const [one, two] = [solverOf(graph), solverOf(turned)];
      expect(two.solve()).toBe(one.solve());
      expect(sourceSide(graph, one) & sourceSide(turned, two)).toBe(0);
    }
  });

  it('is exact at the greatest capacities, back and forth', () => {
    const most = MAX_CAPACITY;
    const solver = create(3, 3);
    solver.addEdge(0, 1, most, most);
    solver.addEdge(0, 1, most, most);
    solver.addEdge(1, 2, most, most);
    solver.setTerminals(0, most, 0);
    solver.setTerminals(1, most, 0);
    solver.setTerminals(2, 0, most);
    expect(solver.solve()).toBe(most);
    expect([0, 1, 2].map((i) => solver.isSource(i))).toEqual([true, true, false]);
    solver.setTerminals(0, 0, most);
    solver.setTerminals(1, 0, 0);
    solver.setTerminals(2, most, 0);
    expect(solver.solve()).toBe(most);
    expect([0, 1, 2].map((i) => solver.isSource(i))).toEqual([false, false, false]);
    for (const i of [0, 1, 2]) solver.setTerminals(i, most, most);
    expect(solver.solve()).toBe(3 * most);
    expect([0, 1, 2].map((i) => solver.isSource(i))).toEqual([false, false, false]);
  });

  it('answers for graphs without nodes, edges or terminals', () => {
    expect(create(0, 0).solve()).toBe(0);
    const alone = create(1, 0);
    expect(alone.solve()).toBe(0);
    expect(alone.isSource(0)).toBe(false);
    alone.setTerminals(0, 5, 3);
    expect(alone.solve()).toBe(3);
    expect(alone.isSource(0)).toBe(true);
  });

  it.each([NaN, -1, 0.5, 2 ** 31])('refuses the capacity %s', (capacity) => {
    const solver = create(2, 1);
    expect(() => solver.addEdge(0, 1, capacity, 0)).toThrow(RangeError);
    expect(() => solver.addEdge(0, 1, 0, capacity)).toThrow(RangeError);
    expect(() => solver.setTerminals(0, capacity, 0)).toThrow(RangeError);
    expect(() => solver.setTerminals(0, 0, capacity)).toThrow(RangeError);
  });

  it('refuses nodes that do not exist, edges beyond its size and edges after solving', () => {
    const solver = create(2, 1);
    expect(() => solver.addEdge(0, 2, 1, 1)).toThrow(RangeError);
    expect(() => solver.setTerminals(-1, 1, 1)).toThrow(RangeError);
    solver.addEdge(0, 1, 1, 1);
    expect(() => solver.addEdge(0, 1, 1, 1)).toThrow('1 edges');
    const solved = create(2, 1);
    solved.solve();
    expect(() => solved.addEdge(0, 1, 1, 1)).toThrow('before the first solve');
    expect(() => create(-1, 0)).toThrow(RangeError);
  });
});

/** A grid with four neighbours, more than brute force can try. */
function largeGrid(side: number, random: (below: number) => number): TestGraph {
  const nodes = side * side;
  const edges: [number, number, number, number][] = [];
  for (let i = 0; i < nodes; i++) {
    if (i % side < side - 1) edges.push([i, i + 1, random(100), random(100)]);
    if (i + side < nodes) edges.push([i, i + side, random(100), random(100)]);
  }
  const terminals = () => Array.from({ length: nodes }, () => (random(6) ? 0 : random(2000)));
  return { nodes, edges, source: terminals(), sink: terminals() };
}

function labels(solver: FlowSolver, nodes: number): boolean[] {
  return Array.from({ length: nodes }, (_, i) => solver.isSource(i));
}
