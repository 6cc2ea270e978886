import type { TileSpill } from './tile-store.ts';

/** A spill in memory that refuses what a disk would: too much, and pieces that are not there. Tests only. */
export class MemorySpill implements TileSpill {
  readonly pieces = new Map<number, Uint8Array>();
  capacity: number;
  writes = 0;
  #next = 0;

  constructor(capacity = Infinity) {
    this.capacity = capacity;
  }

  get bytes(): number {
    let bytes = 0;
    for (const piece of this.pieces.values()) bytes += piece.length;
    return bytes;
  }

  write(bytes: Uint8Array): number {
    if (this.bytes + bytes.length > this.capacity) throw new Error('the disk is full');
    this.pieces.set(this.#next, bytes.slice());
    this.writes++;
    return this.#next++;
  }

  read(position: number, into: Uint8Array): void {
    into.set(this.#piece(position, into.length));
  }

  free(position: number, length: number): void {
    this.#piece(position, length);
    this.pieces.delete(position);
  }

  #piece(position: number, length: number): Uint8Array {
    const piece = this.pieces.get(position);
    if (piece?.length !== length) throw new Error(`there are no ${length} bytes at ${position}`);
    return piece;
  }
}
