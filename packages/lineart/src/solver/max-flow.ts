import { checkEdge, checkSize, checkTerminals, type FlowSolver } from './flow-solver.ts';
import { createGraph, FREE, ORPHAN, TERMINAL, type FlowGraph } from './flow-graph.ts';
import { NodeQueue } from './node-queue.ts';

/**
 * Boykov and Kolmogorov's maximum flow (PAMI 26(9), 2004) on typed arrays. A search tree grows from each
 * terminal; where they touch, flow is pushed and the orphans find new parents.
 *
 * After terminals change, the flow and both trees are kept (Kohli and Torr, PAMI 29(12), 2007): a node's
 * two terminal capacities count only by their difference, so a capacity that falls below the flow that
 * uses it turns the node's excess into a deficit, which adds a constant to the energy and nothing else.
 */
export class MaxFlow implements FlowSolver {
  readonly #nodes: number;
  readonly #edges: number;
  readonly #graph: FlowGraph;
  #arcs = 0;
  #time = 0;
  readonly #active: NodeQueue;
  readonly #orphans: NodeQueue;
  readonly #changed: NodeQueue;
  #flow = 0;
  #solved = false;

  /**
   * @param nodes how many nodes there are
   * @param edges how many edges will be added at most
   * @throws RangeError for sizes that are not whole numbers >= 0
   */
  constructor(nodes: number, edges: number) {
    checkSize(nodes, edges);
    this.#nodes = nodes;
    this.#edges = edges;
    this.#graph = createGraph(nodes, edges);
    this.#active = new NodeQueue(nodes);
    this.#orphans = new NodeQueue(nodes);
    this.#changed = new NodeQueue(nodes);
  }

  addEdge(a: number, b: number, capacity: number, reverse: number): void {
    if (this.#solved) throw new Error('Edges can be added before the first solve only.');
    checkEdge(this.#nodes, this.#edges, this.#arcs / 2, a, b, capacity, reverse);
    if (a === b) return;
    this.#addArc(a, b, capacity);
    this.#addArc(b, a, reverse);
  }

  setTerminals(node: number, source: number, sink: number): void {
    checkTerminals(this.#nodes, node, source, sink);
    const graph = this.#graph;
    const before = graph.excess[node]!;
    const more = sink - graph.sink[node]!;
    const after = before + (source - graph.source[node]!) - more;
    // The energy of a node with excess e is e on the sink's side and 0 on the source's, plus a constant:
    // the flow. A deficit is the same with the sides exchanged, plus e.
    this.#flow += more + Math.max(-before, 0) - Math.max(-after, 0);
    graph.source[node] = source;
    graph.sink[node] = sink;
    if (after === before) return;
    graph.excess[node] = after;
    this.#changed.push(node);
  }

  solve(): number {
    this.#solved = true;
    this.#replant();
    let current = this.#nextActive();
    while (current >= 0) {
      const bridge = this.#grow(current);
      this.#time++;
      if (bridge >= 0) {
        this.#augment(bridge);
        this.#adoptAll();
      }
      if (bridge < 0 || this.#graph.parent[current] === FREE) current = this.#nextActive();
    }
    return this.#flow;
  }

  isSource(node: number): boolean {
    return this.#graph.parent[node] !== FREE && this.#graph.inSinkTree[node] === 0;
  }

  #addArc(from: number, to: number, capacity: number): void {
    const arc = this.#arcs++;
    const { head, next, residual, firstArc } = this.#graph;
    head[arc] = to;
    residual[arc] = capacity;
    next[arc] = firstArc[from]!;
    firstArc[from] = arc;
  }

  /** Nodes whose excess changed become roots, change trees or lose their root. */
  #replant(): void {
    const { head, next, firstArc, parent, inSinkTree, residual, excess } = this.#graph;
    this.#time++;
    for (let i = this.#changed.shift(); i >= 0; i = this.#changed.shift()) {
      this.#active.push(i);
      if (excess[i] === 0) {
        if (parent[i] !== FREE) this.#orphan(i);
        continue;
      }
      const side = excess[i]! < 0 ? 1 : 0;
      if (parent[i] === FREE || inSinkTree[i] !== side) {
        inSinkTree[i] = side;
        for (let a = firstArc[i]!; a >= 0; a = next[a]!) {
          const j = head[a]!;
          if (this.#changed.has(j)) continue;
          if (parent[j] === (a ^ 1)) this.#orphan(j);
          if (parent[j] !== FREE && inSinkTree[j] !== side && residual[a ^ side]! > 0) this.#active.push(j);
        }
      }
      this.#root(i);
    }
    this.#adoptAll();
  }

  /** Grows a tree from an active node. Returns an arc from the source's tree to the sink's, or -1. */
  #grow(i: number): number {
    const { head, next, firstArc, parent, inSinkTree, residual, stamp, distance } = this.#graph;
    const side = inSinkTree[i]!;
    for (let a = firstArc[i]!; a >= 0; a = next[a]!) {
      // The arc along which flow would run: away from the source, towards the sink.
      if (residual[a ^ side] === 0) continue;
      const j = head[a]!;
      if (parent[j] === FREE) {
        inSinkTree[j] = side;
        parent[j] = a ^ 1;
        stamp[j] = stamp[i]!;
        distance[j] = distance[i]! + 1;
        this.#active.push(j);
      } else if (inSinkTree[j] !== side) {
        return a ^ side;
      } else if (stamp[j]! <= stamp[i]! && distance[j]! > distance[i]!) {
        parent[j] = a ^ 1;
        stamp[j] = stamp[i]!;
        distance[j] = distance[i]! + 1;
      }
    }
    return -1;
  }

  /** Pushes as much as goes through the path that `bridge` closes. */
  #augment(bridge: number): void {
    const { head, parent, residual, excess } = this.#graph;
    const [start, end] = [head[bridge ^ 1]!, head[bridge]!];

    let most = residual[bridge]!;
    let i = start;
    for (let a = parent[i]!; a !== TERMINAL; a = parent[i]!) {
      most = Math.min(most, residual[a ^ 1]!);
      i = head[a]!;
    }
    most = Math.min(most, excess[i]!);
    i = end;
    for (let a = parent[i]!; a !== TERMINAL; a = parent[i]!) {
      most = Math.min(most, residual[a]!);
      i = head[a]!;
    }
    most = Math.min(most, -excess[i]!);

    residual[bridge]! -= most;
    residual[bridge ^ 1]! += most;
    i = start;
    for (let a = parent[i]!; a !== TERMINAL; a = parent[i]!) {
      residual[a]! += most;
      residual[a ^ 1]! -= most;
      const above = head[a]!;
      if (residual[a ^ 1] === 0) this.#orphan(i);
      i = above;
    }
    excess[i]! -= most;
    if (excess[i] === 0) this.#orphan(i);
    i = end;
    for (let a = parent[i]!; a !== TERMINAL; a = parent[i]!) {
      residual[a]! -= most;
      residual[a ^ 1]! += most;
      const above = head[a]!;
      if (residual[a] === 0) this.#orphan(i);
      i = above;
    }
    excess[i]! += most;
    if (excess[i] === 0) this.#orphan(i);
    this.#flow += most;
  }

  #adoptAll(): void {
    for (let i = this.#orphans.shift(); i >= 0; i = this.#orphans.shift())
      if (this.#graph.parent[i] === ORPHAN) this.#adopt(i);
  }

  /** Finds the nearest new parent in the same tree, or sets an orphan free and orphans its children. */
  #adopt(i: number): void {
    const { head, next, firstArc, parent, inSinkTree, residual, stamp, distance } = this.#graph;
    const side = inSinkTree[i]!;
    let best = FREE;
    let least = Infinity;
    for (let a = firstArc[i]!; a >= 0; a = next[a]!) {
      const j = head[a]!;
      if (inSinkTree[j] !== side || parent[j] === FREE || residual[a ^ 1 ^ side] === 0) continue;
      let steps = this.#distanceToTerminal(j);
      if (steps < least) {
        best = a;
        least = steps;
      }
      if (steps === Infinity) continue;
      for (let k = j; stamp[k] !== this.#time; k = head[parent[k]!]!) {
        stamp[k] = this.#time;
        distance[k] = steps--;
      }
    }
    parent[i] = best;
    if (best !== FREE) {
      stamp[i] = this.#time;
      distance[i] = least + 1;
      return;
    }
    for (let a = firstArc[i]!; a >= 0; a = next[a]!) {
      const j = head[a]!;
      if (inSinkTree[j] !== side || parent[j] === FREE) continue;
      if (residual[a ^ 1 ^ side]! > 0) this.#active.push(j);
      if (parent[j] === (a ^ 1)) this.#orphan(j);
    }
  }

  /** Arcs from a node to its terminal, plus one; Infinity where an orphan is in between. */
  #distanceToTerminal(node: number): number {
    const { head, parent, stamp, distance } = this.#graph;
    let steps = 0;
    let k = node;
    while (stamp[k] !== this.#time) {
      if (parent[k] === ORPHAN) return Infinity;
      if (parent[k] === TERMINAL) {
        stamp[k] = this.#time;
        distance[k] = 1;
      } else {
        steps++;
        k = head[parent[k]!]!;
      }
    }
    return steps + distance[k]!;
  }

  #root(i: number): void {
    const { parent, stamp, distance } = this.#graph;
    parent[i] = TERMINAL;
    stamp[i] = this.#time;
    distance[i] = 1;
  }

  #orphan(i: number): void {
    this.#graph.parent[i] = ORPHAN;
    this.#orphans.push(i);
  }

  #nextActive(): number {
    let i = this.#active.shift();
    while (i >= 0 && this.#graph.parent[i] === FREE) i = this.#active.shift();
    return i;
  }
}
