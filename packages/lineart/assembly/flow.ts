// src/solver/max-flow.ts once more, structures for its arrays: read the comments there. Nodes and arcs are
// addresses. Memory is zero at first, which is what the fields of a node start from.

import { BASE, reserve } from './memory';
import { NodeQueue } from './node-queue';

// Parents that are not arcs.
const FREE: usize = 0;
const TERMINAL: usize = 1;
const ORPHAN: usize = 2;

@unmanaged
class Node {
  firstArc: usize;
  parent: usize;
  active: usize;
  orphan: usize;
  changed: usize;
  distance: i32;
  source: u32;
  sink: u32;
  inSinkTree: usize;
  padding: u32;
  excess: i64;
  stamp: i64;
}

/** Arcs come in pairs that start at multiples of 32, so that the reverse of an arc is its address ^ 16. */
@unmanaged
class Arc {
  head: Node;
  next: usize;
  residual: u32;
  padding: u32;
}

const NODE: usize = offsetof<Node>();
const ARC: usize = offsetof<Arc>();
const ACTIVE: usize = offsetof<Node>('active');
const ORPHANED: usize = offsetof<Node>('orphan');
const CHANGED: usize = offsetof<Node>('changed');

const active = changetype<NodeQueue>(BASE);
const orphans = changetype<NodeQueue>(BASE + 8);
const changed = changetype<NodeQueue>(BASE + 16);
const nodes: usize = BASE + 64;
let lastArc: usize = 0;
let flow: i64 = 0;
let time: i64 = 0;

function nodeAt(index: i32): Node {
  return changetype<Node>(nodes + <usize>index * NODE);
}

/** The arc at `arc`, or its reverse where `turned` is 1. */
function arcAt(arc: usize, turned: usize = 0): Arc {
  return changetype<Arc>(arc ^ (turned * ARC));
}

/** Makes room; once for each instance. False where memory does not suffice. */
export function createFlow(count: i32, edges: i32): bool {
  lastArc = (nodes + <usize>count * NODE + 31) & ~31;
  const bytes = <u64>nodes + <u64>count * NODE + 32 + <u64>edges * 2 * ARC;
  return reserve(bytes);
}

export function addEdge(a: i32, b: i32, capacity: u32, reverse: u32): void {
  addArc(nodeAt(a), nodeAt(b), capacity);
  addArc(nodeAt(b), nodeAt(a), reverse);
}

function addArc(from: Node, to: Node, capacity: u32): void {
  const arc = arcAt(lastArc);
  arc.head = to;
  arc.residual = capacity;
  arc.next = from.firstArc;
  from.firstArc = lastArc;
  lastArc += ARC;
}

export function setTerminals(index: i32, source: u32, sink: u32): void {
  const node = nodeAt(index);
  const before = node.excess;
  const more = <i64>sink - <i64>node.sink;
  const after = before + (<i64>source - <i64>node.source) - more;
  flow += more + max<i64>(-before, 0) - max<i64>(-after, 0);
  node.source = source;
  node.sink = sink;
  if (after == before) return;
  node.excess = after;
  changed.push(changetype<usize>(node), CHANGED);
}

export function isSource(index: i32): bool {
  const node = nodeAt(index);
  return node.parent != FREE && node.inSinkTree == 0;
}

/** The greatest flow, exact below 2^53. */
export function solve(): f64 {
  replant();
  let current = nextActive();
  while (current != 0) {
    const bridge = grow(changetype<Node>(current));
    time++;
    if (bridge != 0) {
      augment(bridge);
      adoptAll();
    }
    if (bridge == 0 || changetype<Node>(current).parent == FREE) current = nextActive();
  }
  return <f64>flow;
}

function replant(): void {
  time++;
  for (let address = changed.shift(CHANGED); address != 0; address = changed.shift(CHANGED)) {
    const node = changetype<Node>(address);
    active.push(address, ACTIVE);
    if (node.excess == 0) {
      if (node.parent != FREE) setOrphan(node);
      continue;
    }
    const side: usize = node.excess < 0 ? 1 : 0;
    if (node.parent == FREE || node.inSinkTree != side) {
      node.inSinkTree = side;
      for (let a = node.firstArc; a != 0; a = arcAt(a).next) {
        const other = arcAt(a).head;
        if (NodeQueue.has(changetype<usize>(other), CHANGED)) continue;
        if (other.parent == (a ^ ARC)) setOrphan(other);
        if (other.parent != FREE && other.inSinkTree != side && arcAt(a, side).residual > 0)
          active.push(changetype<usize>(other), ACTIVE);
      }
    }
    node.parent = TERMINAL;
    node.stamp = time;
    node.distance = 1;
  }
  adoptAll();
}

function grow(node: Node): usize {
  const side = node.inSinkTree;
  const stamp = node.stamp;
  const distance = node.distance;
  for (let a = node.firstArc; a != 0; a = arcAt(a).next) {
    if (arcAt(a, side).residual == 0) continue;
    const other = arcAt(a).head;
    if (other.parent == FREE) {
      other.inSinkTree = side;
      active.push(changetype<usize>(other), ACTIVE);
    } else if (other.inSinkTree != side) {
      return a ^ (side * ARC);
    } else if (other.stamp > stamp || other.distance <= distance) continue;
    other.parent = a ^ ARC;
    other.stamp = stamp;
    other.distance = distance + 1;
  }
  return 0;
}

function augment(bridge: usize): void {
  const most = min(
    <i64>arcAt(bridge).residual,
    min(leastAlong(arcAt(bridge, 1).head, 0), leastAlong(arcAt(bridge).head, 1)),
  );
  arcAt(bridge).residual -= <u32>most;
  arcAt(bridge, 1).residual += <u32>most;
  pushAlong(arcAt(bridge, 1).head, 0, most);
  pushAlong(arcAt(bridge).head, 1, most);
  flow += most;
}

/** The most that goes between a node and the terminal of its tree. */
function leastAlong(start: Node, side: usize): i64 {
  let least: u32 = u32.MAX_VALUE;
  let node = start;
  while (node.parent != TERMINAL) {
    least = min(least, arcAt(node.parent, 1 - side).residual);
    node = arcAt(node.parent).head;
  }
  return min(<i64>least, side ? -node.excess : node.excess);
}

function pushAlong(start: Node, side: usize, amount: i64): void {
  let node = start;
  while (node.parent != TERMINAL) {
    const arc = node.parent;
    const along = arcAt(arc, 1 - side);
    arcAt(arc, side).residual += <u32>amount;
    along.residual -= <u32>amount;
    if (along.residual == 0) setOrphan(node);
    node = arcAt(arc).head;
  }
  node.excess += side ? amount : -amount;
  if (node.excess == 0) setOrphan(node);
}

function adoptAll(): void {
  for (let node = orphans.shift(ORPHANED); node != 0; node = orphans.shift(ORPHANED))
    if (changetype<Node>(node).parent == ORPHAN) adopt(changetype<Node>(node));
}

function adopt(node: Node): void {
  const side = node.inSinkTree;
  const towards: usize = 1 - side;
  let best: usize = FREE;
  let least = i32.MAX_VALUE;
  for (let a = node.firstArc; a != 0; a = arcAt(a).next) {
    const other = arcAt(a).head;
    if (other.inSinkTree != side || other.parent == FREE || arcAt(a, towards).residual == 0) continue;
    let steps = distanceToTerminal(other);
    if (steps == i32.MAX_VALUE) continue;
    if (steps < least) {
      best = a;
      least = steps;
    }
    for (let k = other; k.stamp != time; k = arcAt(k.parent).head) {
      k.stamp = time;
      k.distance = steps--;
    }
  }
  node.parent = best;
  if (best != FREE) {
    node.stamp = time;
    node.distance = least + 1;
    return;
  }
  for (let a = node.firstArc; a != 0; a = arcAt(a).next) {
    const other = arcAt(a).head;
    if (other.inSinkTree != side || other.parent == FREE) continue;
    if (arcAt(a, towards).residual > 0) active.push(changetype<usize>(other), ACTIVE);
    if (other.parent == (a ^ ARC)) setOrphan(other);
  }
}

function distanceToTerminal(start: Node): i32 {
  let steps = 0;
  let node = start;
  while (node.stamp != time) {
    if (node.parent == ORPHAN) return i32.MAX_VALUE;
    if (node.parent == TERMINAL) {
      node.stamp = time;
      node.distance = 1;
    } else {
      steps++;
      node = arcAt(node.parent).head;
    }
  }
  return steps + node.distance;
}

function setOrphan(node: Node): void {
  node.parent = ORPHAN;
  orphans.push(changetype<usize>(node), ORPHANED);
}

function nextActive(): usize {
  let node = active.shift(ACTIVE);
  while (node != 0 && changetype<Node>(node).parent == FREE) node = active.shift(ACTIVE);
  return node;
}
