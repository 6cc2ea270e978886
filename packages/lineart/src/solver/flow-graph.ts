/** A residual graph and the search trees in it. Arc 2e runs along edge e, arc 2e + 1 back. */
export interface FlowGraph {
  /** Where an arc leads, and the next arc from the same node, or -1. */
  readonly head: Int32Array;
  readonly next: Int32Array;
  /** Doubles: a residual is up to the sum of both capacities, 2^32. */
  readonly residual: Float64Array;
  readonly firstArc: Int32Array;
  readonly source: Int32Array;
  readonly sink: Int32Array;
  /** What the source can still give a node, or, negated, what a node can still give the sink. */
  readonly excess: Float64Array;
  /** The arc from a node to its parent, or one of the constants {@link FREE}, {@link TERMINAL}, {@link ORPHAN}. */
  readonly parent: Int32Array;
  readonly inSinkTree: Uint8Array;
  /** When a node's distance to its terminal was last known to be right. Doubles: they never overflow. */
  readonly stamp: Float64Array;
  readonly distance: Int32Array;
}

/** Parents that are not arcs: of nodes in neither tree, of roots, of nodes that lost their parent. */
export const FREE = -1;
export const TERMINAL = -2;
export const ORPHAN = -3;

/** A graph without edges and terminals. */
export function createGraph(nodes: number, edges: number): FlowGraph {
  return {
    head: new Int32Array(2 * edges),
    next: new Int32Array(2 * edges),
    residual: new Float64Array(2 * edges),
    firstArc: new Int32Array(nodes).fill(-1),
    source: new Int32Array(nodes),
    sink: new Int32Array(nodes),
    excess: new Float64Array(nodes),
    parent: new Int32Array(nodes).fill(FREE),
    inSinkTree: new Uint8Array(nodes),
    stamp: new Float64Array(nodes),
    distance: new Int32Array(nodes),
  };
}
