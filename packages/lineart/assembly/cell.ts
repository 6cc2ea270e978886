import { BASE } from './memory';

// Parents: none, or ARC + direction. Directions: 0 right, 1 left, 2 down, 3 up; direction ^ 1 is back.
export const FREE: u8 = 0;
export const TERMINAL: u8 = 1;
export const ORPHAN: u8 = 2;
export const ARC: u8 = 4;

/** Where the four directions lead, bytes: an i32 each. */
export const STEPS: usize = BASE + 16;

/** A pixel as a node of the graph. The residuals of the arcs that leave it come first, by direction. */
@unmanaged
export class Cell {
  right: u16;
  left: u16;
  down: u16;
  up: u16;
  excess: i32;
  active: usize;
  orphan: usize;
  stamp: i32;
  distance: i32;
  parent: u8;
  inSinkTree: u8;
  padding: u16;

  @inline
  get address(): usize {
    return changetype<usize>(this);
  }

  /** The residual of the arc that leaves in a direction. */
  @inline
  residual(direction: usize): u16 {
    return load<u16>(this.address + (direction << 1));
  }

  @inline
  change(direction: usize, amount: i32): void {
    const arc = this.address + (direction << 1);
    store<u16>(arc, <u16>(<i32>load<u16>(arc) + amount));
  }

  /** The cell that lies in a direction. */
  @inline
  beside(direction: usize): Cell {
    return changetype<Cell>(this.address + load<i32>(STEPS + (direction << 2)));
  }

  /** The direction of the parent, where it is a cell. */
  @inline
  get toParent(): usize {
    return this.parent & 3;
  }
}
