import { MAX_CAPACITY } from '../solver/flow-solver.ts';
import { MaxFlow } from '../solver/max-flow.ts';

/** A graph whose nodes are to be labelled: the `edges` of a `RegionMap`, or any other. */
export interface LabelGraph {
  readonly count: number;
  readonly edges: {
    readonly count: number;
    readonly a: ArrayLike<number>;
    readonly b: ArrayLike<number>;
    /** What it costs that the ends have different labels: whole, 0 or more. */
    readonly capacity: ArrayLike<number>;
  };
}

/** Rounds after which it stops although it might still improve; two or three are the rule. */
const MAX_ROUNDS = 8;

/**
 * Gives every node one of several labels so that the sum of what the labels cost and of the edges between different
 * labels is small: alpha-expansion with Potts' prices (Y. Boykov, O. Veksler, R. Zabih, "Fast approximate energy
 * minimization via graph cuts", PAMI 23, 2001; the graph of one expansion after V. Kolmogorov, R. Zabih, PAMI 26, 2004).
 * The result costs at most twice the least possible, with two labels it is the least. Nothing is random.
 *
 * @param costs `costs[node * labels + label]`, whole, 0 to 2^30
 * @param labels how many, 1 or more
 * @returns the label of each node
 */
export function expandLabels(graph: LabelGraph, costs: ArrayLike<number>, labels: number): Uint16Array {
  const chosen = cheapest(graph.count, costs, labels);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    let changed = false;
    for (let label = 0; label < labels; label++)
      changed = expand(graph, costs, labels, label, chosen) || changed;
    if (!changed) break;
  }
  return chosen;
}

/** What a labelling costs. */
export function labelEnergy(
  { count, edges }: LabelGraph,
  costs: ArrayLike<number>,
  labels: number,
  chosen: ArrayLike<number>,
): number {
  let sum = 0;
  for (let node = 0; node < count; node++) sum += costs[node * labels + chosen[node]!]!;
  for (let i = 0; i < edges.count; i++)
    if (chosen[edges.a[i]!] !== chosen[edges.b[i]!]) sum += edges.capacity[i]!;
  return sum;
}

function cheapest(count: number, costs: ArrayLike<number>, labels: number): Uint16Array {
  const chosen = new Uint16Array(count);
  for (let node = 0; node < count; node++)
    for (let label = 1; label < labels; label++)
      if (costs[node * labels + label]! < costs[node * labels + chosen[node]!]!) chosen[node] = label;
  return chosen;
}

/** Lets every node take `label` or keep its own, all at once and at least cost. @returns whether any took it */
function expand(
  { count, edges }: LabelGraph,
  costs: ArrayLike<number>,
  labels: number,
  label: number,
  chosen: Uint16Array,
): boolean {
  const flow = new MaxFlow(count, edges.count);
  // Taking the label is the source's side, so that a tie keeps what is there.
  const take = new Float64Array(count);
  const keep = new Float64Array(count);
  for (let node = 0; node < count; node++) {
    take[node] = costs[node * labels + label]!;
    keep[node] = costs[node * labels + chosen[node]!]!;
  }
  for (let i = 0; i < edges.count; i++) {
    const [p, q, price] = [edges.a[i]!, edges.b[i]!, edges.capacity[i]!];
    const both = chosen[p] === chosen[q] ? 0 : price;
    const onlyQ = chosen[p] === label ? 0 : price;
    const onlyP = chosen[q] === label ? 0 : price;
    // E(keep, keep) = both, E(keep, take) = onlyQ, E(take, keep) = onlyP, E(take, take) = 0.
    take[p] = take[p]! + onlyP - both;
    take[q] = take[q]! - onlyP;
    flow.addEdge(q, p, onlyQ + onlyP - both, 0);
  }
  for (let node = 0; node < count; node++) {
    const least = Math.min(take[node]!, keep[node]!);
    flow.setTerminals(
      node,
      Math.min(MAX_CAPACITY, keep[node]! - least),
      Math.min(MAX_CAPACITY, take[node]! - least),
    );
  }
  flow.solve();
  let changed = false;
  for (let node = 0; node < count; node++) {
    if (chosen[node] === label || !flow.isSource(node)) continue;
    chosen[node] = label;
    changed = true;
  }
  return changed;
}
