import { checkEdge, checkSize, checkTerminals, type FlowSolver } from './flow-solver.ts';
import { instantiateSolver } from './solver-module.ts';

interface FlowExports {
  createFlow(nodes: number, edges: number): number;
  addEdge(a: number, b: number, capacity: number, reverse: number): void;
  setTerminals(node: number, source: number, sink: number): void;
  solve(): number;
  isSource(node: number): number;
}

/**
 * `MaxFlow` in WebAssembly: the same answers, sooner. Takes 56 bytes for each node and 32 for each edge,
 * which are given back with the solver.
 *
 * @param nodes how many nodes there are
 * @param edges how many edges will be added at most
 * @throws RangeError for sizes that are not whole numbers >= 0 or that memory does not suffice for
 */
export function createWasmMaxFlow(nodes: number, edges: number): FlowSolver {
  checkSize(nodes, edges);
  const solver = instantiateSolver() as unknown as FlowExports;
  if (!solver.createFlow(nodes, edges))
    throw new RangeError(`There is not enough memory for a graph of ${nodes} nodes and ${edges} edges.`);
  let used = 0;
  let solved = false;
  return {
    addEdge(a, b, capacity, reverse) {
      if (solved) throw new Error('Edges can be added before the first solve only.');
      checkEdge(nodes, edges, used, a, b, capacity, reverse);
      if (a === b) return;
      solver.addEdge(a, b, capacity, reverse);
      used++;
    },
    setTerminals(node, source, sink) {
      checkTerminals(nodes, node, source, sink);
      solver.setTerminals(node, source, sink);
    },
    solve() {
      solved = true;
      return solver.solve();
    },
    isSource: (node) => solver.isSource(node) !== 0,
  };
}
