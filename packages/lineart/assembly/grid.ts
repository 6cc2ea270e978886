// The flow of flow.ts on a grid of pixels with four neighbours, solved once. Arcs have no structures: the
// residuals of the four that leave a cell lie in it, and where they lead follows from its address, so a
// pixel takes 32 bytes instead of 120.

import { ARC, Cell, FREE, ORPHAN, STEPS, TERMINAL } from './cell';
import { BASE, reserve } from './memory';
import { NodeQueue } from './node-queue';

// States of pixels, as the caller writes them. Free ones become background or subject.
const IS_FREE: u8 = 0;
const BACKGROUND: u8 = 1;
const SUBJECT: u8 = 2;

const CELL: usize = offsetof<Cell>();
const ACTIVE: usize = offsetof<Cell>('active');
const ORPHANED: usize = offsetof<Cell>('orphan');

const active = changetype<NodeQueue>(BASE);
const orphans = changetype<NodeQueue>(BASE + 8);
const prices: usize = BASE + 64;

let columns: usize = 0;
let pixels: usize = 0;
let pulls: usize = 0;
let states: usize = 0;
let cells: usize = 0;
let time: i32 = 0;

/**
 * Makes room for a grid, its rim of one pixel included, which is not free. What was there is lost, what is
 * there now undefined. False where memory does not suffice.
 */
export function createGrid(width: i32, height: i32): bool {
  const count = <u64>width * <u64>height;
  if (!reserve(<u64>prices + 192 + count * (2 + 4 + 1 + CELL))) return false;
  columns = width;
  pixels = <usize>count;
  pulls = (prices + 2 * pixels + 63) & ~63;
  states = pulls + 4 * pixels;
  cells = (states + pixels + 63) & ~63;
  return true;
}

/** Address of the prices: u16 for each pixel, at most 32767. */
export function gridPrices(): usize {
  return prices;
}

/** Address of the pulls: i32 for each pixel, within ±2^30; > 0 towards the subject. */
export function gridPulls(): usize {
  return pulls;
}

/** Address of the states: u8 for each pixel; 0 free, 1 background, 2 subject, 3 not there. */
export function gridStates(): usize {
  return states;
}

/** Gives every free pixel its state in the smallest subject of the least cuts. */
export function solveGrid(): void {
  start();
  let current = nextActive();
  while (current != 0) {
    const cell = changetype<Cell>(current);
    const bridge = grow(cell);
    time++;
    if (bridge != NO_BRIDGE) {
      augment(cell, bridge);
      adoptAll();
    }
    if (bridge == NO_BRIDGE || cell.parent == FREE) current = nextActive();
  }
  for (let i: usize = 0; i < pixels; i++) {
    if (load<u8>(states + i) != IS_FREE) continue;
    const cell = changetype<Cell>(cells + i * CELL);
    store<u8>(states + i, cell.parent != FREE && cell.inSinkTree == 0 ? SUBJECT : BACKGROUND);
  }
}

/** Prices become residuals, fixed neighbours and pulls become excess. */
function start(): void {
  store<i32>(STEPS, CELL);
  store<i32>(STEPS + 4, -(<i32>CELL));
  store<i32>(STEPS + 8, columns * CELL);
  store<i32>(STEPS + 12, -(<i32>(columns * CELL)));
  memory.fill(cells, 0, pixels * CELL);
  time = 1;
  for (let i: usize = 0; i < pixels; i++) {
    if (load<u8>(states + i) != IS_FREE) continue;
    const cell = changetype<Cell>(cells + i * CELL);
    const price = load<u16>(prices + 2 * i);
    cell.excess = load<i32>(pulls + 4 * i);
    cell.right = arcTo(cell, price, i + 1);
    cell.left = arcTo(cell, price, i - 1);
    cell.down = arcTo(cell, price, i + columns);
    cell.up = arcTo(cell, price, i - columns);
    if (cell.excess == 0) continue;
    cell.parent = TERMINAL;
    cell.inSinkTree = cell.excess < 0 ? 1 : 0;
    cell.stamp = time;
    cell.distance = 1;
    active.push(cell.address, ACTIVE);
  }
}

function arcTo(cell: Cell, price: u16, other: usize): u16 {
  const state = load<u8>(states + other);
  const capacity = min(price, load<u16>(prices + 2 * other));
  if (state == IS_FREE) return capacity;
  if (state == SUBJECT) cell.excess += capacity;
  else if (state == BACKGROUND) cell.excess -= capacity;
  return 0;
}

const NO_BRIDGE: usize = 4;

/** Grows the tree of a cell. Returns the direction in which the other tree lies, or none. */
function grow(cell: Cell): usize {
  const side = cell.inSinkTree;
  for (let direction: usize = 0; direction < 4; direction++) {
    const other = cell.beside(direction);
    if ((side ? other.residual(direction ^ 1) : cell.residual(direction)) == 0) continue;
    if (other.parent == FREE) {
      other.inSinkTree = side;
      active.push(other.address, ACTIVE);
    } else if (other.inSinkTree != side) {
      return direction;
    } else if (other.stamp > cell.stamp || other.distance <= cell.distance) continue;
    other.parent = ARC | (<u8>(direction ^ 1));
    other.stamp = cell.stamp;
    other.distance = cell.distance + 1;
  }
  return NO_BRIDGE;
}

/** Pushes as much as goes through the path that a cell closes in a direction. */
function augment(cell: Cell, direction: usize): void {
  const other = cell.beside(direction);
  const start = cell.inSinkTree ? other : cell;
  const end = cell.inSinkTree ? cell : other;
  const bridge = direction ^ (<usize>cell.inSinkTree);
  const most = min(<i32>start.residual(bridge), min(leastFrom(start), leastTo(end)));
  start.change(bridge, -most);
  end.change(bridge ^ 1, most);

  let k = start;
  while (k.parent != TERMINAL) {
    const up = k.toParent;
    const above = k.beside(up);
    k.change(up, most);
    above.change(up ^ 1, -most);
    if (above.residual(up ^ 1) == 0) setOrphan(k);
    k = above;
  }
  k.excess -= most;
  if (k.excess == 0) setOrphan(k);

  k = end;
  while (k.parent != TERMINAL) {
    const up = k.toParent;
    const above = k.beside(up);
    k.change(up, -most);
    above.change(up ^ 1, most);
    if (k.residual(up) == 0) setOrphan(k);
    k = above;
  }
  k.excess += most;
  if (k.excess == 0) setOrphan(k);
}

/** The most that goes from the source to a cell of its tree. */
function leastFrom(start: Cell): i32 {
  let least: u16 = u16.MAX_VALUE;
  let k = start;
  while (k.parent != TERMINAL) {
    const above = k.beside(k.toParent);
    least = min(least, above.residual(k.toParent ^ 1));
    k = above;
  }
  return min(<i32>least, k.excess);
}

/** The most that goes from a cell of the sink's tree to the sink. */
function leastTo(start: Cell): i32 {
  let least: u16 = u16.MAX_VALUE;
  let k = start;
  while (k.parent != TERMINAL) {
    least = min(least, k.residual(k.toParent));
    k = k.beside(k.toParent);
  }
  return min(<i32>least, -k.excess);
}

function adoptAll(): void {
  for (let cell = orphans.shift(ORPHANED); cell != 0; cell = orphans.shift(ORPHANED))
    adopt(changetype<Cell>(cell));
}

function adopt(cell: Cell): void {
  const side = cell.inSinkTree;
  let best = FREE;
  let least = i32.MAX_VALUE;
  for (let direction: usize = 0; direction < 4; direction++) {
    const other = cell.beside(direction);
    if (other.inSinkTree != side || other.parent == FREE) continue;
    if ((side ? cell.residual(direction) : other.residual(direction ^ 1)) == 0) continue;
    let steps = distanceToTerminal(other);
    if (steps == i32.MAX_VALUE) continue;
    if (steps < least) {
      best = ARC | (<u8>direction);
      least = steps;
    }
    for (let k = other; k.stamp != time; k = k.beside(k.toParent)) {
      k.stamp = time;
      k.distance = steps--;
    }
  }
  cell.parent = best;
  if (best != FREE) {
    cell.stamp = time;
    cell.distance = least + 1;
    return;
  }
  for (let direction: usize = 0; direction < 4; direction++) {
    const other = cell.beside(direction);
    if (other.inSinkTree != side || other.parent == FREE) continue;
    if ((side ? cell.residual(direction) : other.residual(direction ^ 1)) > 0)
      active.push(other.address, ACTIVE);
    if (other.parent == (ARC | (<u8>(direction ^ 1)))) setOrphan(other);
  }
}

function distanceToTerminal(start: Cell): i32 {
  let steps = 0;
  let k = start;
  while (k.stamp != time) {
    if (k.parent == ORPHAN) return i32.MAX_VALUE;
    if (k.parent == TERMINAL) {
      k.stamp = time;
      k.distance = 1;
    } else {
      steps++;
      k = k.beside(k.toParent);
    }
  }
  return steps + k.distance;
}

function setOrphan(cell: Cell): void {
  cell.parent = ORPHAN;
  orphans.push(cell.address, ORPHANED);
}

function nextActive(): usize {
  let cell = active.shift(ACTIVE);
  while (cell != 0 && changetype<Cell>(cell).parent == FREE) cell = active.shift(ACTIVE);
  return cell;
}
