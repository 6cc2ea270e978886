import type { FlowSolver } from './flow-solver.ts';

/** xorshift32: whole numbers from 0 to `below` - 1, the same on every machine. */
export type Random = (below: number) => number;

export function randomOf(seed: number): Random {
  let s = Math.imul(seed + 1, 2654435761) | 1;
  return (below) => {
    s ^= s << 13;
    s ^= s >>> 17;
    s ^= s << 5;
    return (s >>> 0) % below;
  };
}

export interface TestGraph {
  readonly nodes: number;
  readonly edges: readonly (readonly [a: number, b: number, capacity: number, reverse: number])[];
  readonly source: number[];
  readonly sink: number[];
}

/** A grid with eight neighbours, or any graph with parallel edges and loops; at most twelve nodes. */
export function randomGraph(random: Random): TestGraph {
  const most = [1, 3, 20, 1000][random(4)]!;
  const edges: [number, number, number, number][] = [];
  const join = (a: number, b: number) => {
    const capacity = random(most + 1);
    edges.push([a, b, capacity, random(2) ? capacity : random(most + 1)]);
  };
  let nodes: number;
  if (random(2)) {
    const [width, height] = [1 + random(4), 1 + random(3)];
    nodes = width * height;
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++)
        for (const [dx, dy] of [
          [1, 0],
          [0, 1],
          [1, 1],
          [-1, 1],
        ] as const)
          if (x + dx >= 0 && x + dx < width && y + dy < height)
            join(y * width + x, (y + dy) * width + x + dx);
  } else {
    nodes = 1 + random(12);
    for (let e = random(3 * nodes + 1); e > 0; e--) join(random(nodes), random(nodes));
  }
  const terminals = () => Array.from({ length: nodes }, () => (random(5) < 2 ? random(2 * most + 1) : 0));
  return { nodes, edges, source: terminals(), sink: terminals() };
}

/** Loads a graph into a solver. */
export function load<S extends FlowSolver>(graph: TestGraph, solver: S): S {
  for (const edge of graph.edges) solver.addEdge(...edge);
  for (let i = 0; i < graph.nodes; i++) solver.setTerminals(i, graph.source[i]!, graph.sink[i]!);
  return solver;
}

/** The nodes of the solver's source side, as bits. */
export function sourceSide(graph: TestGraph, solver: FlowSolver): number {
  let side = 0;
  for (let i = 0; i < graph.nodes; i++) if (solver.isSource(i)) side |= 1 << i;
  return side;
}

/** Energy of a labelling; bit i is set where node i is on the source's side. */
export function energyOf(graph: TestGraph, side: number): number {
  let energy = 0;
  for (let i = 0; i < graph.nodes; i++) energy += ((side >> i) & 1 ? graph.sink : graph.source)[i]!;
  for (const [a, b, capacity, reverse] of graph.edges)
    energy += ((side >> a) & ~(side >> b) & 1) * capacity + ((side >> b) & ~(side >> a) & 1) * reverse;
  return energy;
}

/** By trying all labellings: the least energy, and what is on the source's side in all that have it. */
export function bruteForce(graph: TestGraph): { energy: number; side: number } {
  let energy = Infinity;
  let side = 0;
  for (let labelling = 0; labelling < 1 << graph.nodes; labelling++) {
    const e = energyOf(graph, labelling);
    side = e < energy ? labelling : e === energy ? side & labelling : side;
    energy = Math.min(e, energy);
  }
  return { energy, side };
}
