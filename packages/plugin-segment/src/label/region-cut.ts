import { expandLabels, MaxFlow, type FlowSolver, type RegionEdges } from '@koma/lineart';

/** A graph of regions. */
export interface RegionGraph {
  readonly count: number;
  readonly edges: Pick<RegionEdges, 'count' | 'a' | 'b' | 'capacity'>;
}

/**
 * Labels the regions of a graph so that least is cut and least is spoken against. With one label besides background
 * it is exact and goes on from the last answer; with several it is near. Either way the outcome depends on the weights
 * alone.
 */
export class RegionCut {
  readonly #graph: RegionGraph;
  #solver: FlowSolver | undefined;
  readonly #source: Int32Array;
  readonly #sink: Int32Array;

  constructor(graph: RegionGraph) {
    this.#graph = graph;
    this.#source = new Int32Array(graph.count);
    this.#sink = new Int32Array(graph.count);
  }

  /**
   * @param weights by label, then by region: what it costs to give the region another one; the first label is
   *   background, and who has no label is that
   * @returns the label of each region
   */
  solve(weights: readonly Int32Array[]): Uint8Array {
    const used = weights.flatMap((own, label) =>
      label > 0 && own.some((weight) => weight > 0) ? label : [],
    );
    if (used.length === 0) return new Uint8Array(this.#graph.count);
    if (used.length > 1) return this.#solveMany(weights, [0, ...used]);
    const [label] = used as [number];
    return this.#solveTwo(weights[label]!, weights[0]!, label);
  }

  #solveTwo(subject: Int32Array, background: Int32Array, label: number): Uint8Array {
    const { count } = this.#graph;
    const solver = (this.#solver ??= solverOf(this.#graph));
    for (let region = 0; region < count; region++) {
      const net = subject[region]! - background[region]!;
      const source = Math.max(0, net);
      const sink = Math.max(0, -net);
      if (source === this.#source[region] && sink === this.#sink[region]) continue;
      solver.setTerminals(region, source, sink);
      this.#source[region] = source;
      this.#sink[region] = sink;
    }
    solver.solve();
    const labels = new Uint8Array(count);
    for (let region = 0; region < count; region++) if (solver.isSource(region)) labels[region] = label;
    return labels;
  }

  #solveMany(weights: readonly Int32Array[], labels: readonly number[]): Uint8Array {
    const { count } = this.#graph;
    const chosen = expandLabels(this.#graph, costsOf(weights, labels, count), labels.length);
    return Uint8Array.from(chosen, (i) => labels[i]!);
  }
}

/** What a region loses by a label is what speaks for the strongest more than for that one. */
function costsOf(weights: readonly Int32Array[], labels: readonly number[], count: number): Int32Array {
  const costs = new Int32Array(count * labels.length);
  for (let region = 0; region < count; region++) {
    let most = 0;
    for (const label of labels) most = Math.max(most, weights[label]![region]!);
    labels.forEach((label, i) => (costs[region * labels.length + i] = most - weights[label]![region]!));
  }
  return costs;
}

function solverOf({ count, edges }: RegionGraph): FlowSolver {
  const solver = new MaxFlow(count, edges.count);
  for (let i = 0; i < edges.count; i++)
    solver.addEdge(edges.a[i]!, edges.b[i]!, edges.capacity[i]!, edges.capacity[i]!);
  return solver;
}
