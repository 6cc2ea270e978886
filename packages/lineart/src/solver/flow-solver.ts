/**
 * Minimum cut of a graph with two terminals. A labelling puts every node on the source's or the sink's
 * side; its energy is the sum of the terminal capacities it cuts (a node on the sink's side cuts its
 * `source` capacity, and the other way round) and of the capacities of edges a→b with a on the source's
 * and b on the sink's side. The least energy equals the greatest flow (Ford and Fulkerson).
 *
 * Capacities are whole numbers from 0 to {@link MAX_CAPACITY}; the flow is exact while the sum of all
 * terminal capacities stays below 2^53.
 */
export interface FlowSolver {
  /**
   * An edge a–b with a capacity from a to b and one back. Parallel edges add up; an edge from a node to
   * itself has no effect. Before the first {@link solve} only.
   *
   * @throws RangeError for nodes, capacities or a number of edges outside what the solver was made for
   * @throws Error after the first solve
   */
  addEdge(a: number, b: number, capacity: number, reverse: number): void;
  /**
   * Sets (does not add) both terminal capacities of a node. Allowed at any time: the next solve goes on
   * from the flow that is there.
   *
   * @throws RangeError for a node or capacities out of range
   */
  setTerminals(node: number, source: number, sink: number): void;
  /** @returns the greatest flow, which is the energy of the cut */
  solve(): number;
  /**
   * Of the last solve: whether the node is reachable from the source in the residual graph. Of all least
   * cuts this is the one with the smallest source side. It is unique, so it depends on the graph alone and
   * not on the order of edges or on earlier solves.
   */
  isSource(node: number): boolean;
}

/**
 * The greatest capacity. As a terminal capacity it is as good as infinite for a node whose edges'
 * capacities sum to less.
 */
export const MAX_CAPACITY = 2 ** 31 - 1;

/** @throws RangeError where a graph of this size cannot be */
export function checkSize(nodes: number, edges: number): void {
  if (!isCount(nodes) || !isCount(edges))
    throw new RangeError(`A graph of ${nodes} nodes and ${edges} edges cannot be made.`);
}

/** @throws RangeError for an edge that does not fit */
export function checkEdge(
  nodes: number,
  edges: number,
  used: number,
  a: number,
  b: number,
  capacity: number,
  reverse: number,
): void {
  checkNode(nodes, a);
  checkNode(nodes, b);
  checkCapacity(capacity);
  checkCapacity(reverse);
  if (used >= edges) throw new RangeError(`The solver was made for ${edges} edges.`);
}

/** @throws RangeError for terminals that do not fit */
export function checkTerminals(nodes: number, node: number, source: number, sink: number): void {
  checkNode(nodes, node);
  checkCapacity(source);
  checkCapacity(sink);
}

function checkNode(nodes: number, node: number): void {
  if (!isCount(node) || node >= nodes) throw new RangeError(`There is no node ${node} among ${nodes}.`);
}

function checkCapacity(capacity: number): void {
  if (!isCount(capacity))
    throw new RangeError(`A capacity is a whole number from 0 to ${MAX_CAPACITY}, not ${capacity}.`);
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= MAX_CAPACITY;
}
