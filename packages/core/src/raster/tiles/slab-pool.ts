/** A piece of a slab: `bytes` is a view of it, valid until the slot is freed. */
export interface Slot {
  readonly bytes: Uint8Array;
  readonly slab: Slab;
  readonly index: number;
}

/** One allocation of many slots. */
export interface Slab {
  readonly buffer: ArrayBuffer | SharedArrayBuffer;
  readonly free: number[];
}

/**
 * Hands out slots of one size from slabs of a few megabytes. Freed slots are used again before new
 * slabs are made, and a slab with no slot in use goes back to the garbage collector; one empty slab is
 * kept, so that painting at the edge of a slab does not allocate and free it over and over.
 */
export class SlabPool {
  readonly slotBytes: number;
  readonly #slotsPerSlab: number;
  readonly #shared: boolean;
  readonly #slabs = new Set<Slab>();
  #used = 0;

  /**
   * @param slotBytes size of a slot
   * @param slotsPerSlab slots allocated at once
   * @param shared whether other threads read the slots (`SharedArrayBuffer`)
   */
  constructor(slotBytes: number, slotsPerSlab: number, shared: boolean) {
    this.slotBytes = slotBytes;
    this.#slotsPerSlab = slotsPerSlab;
    this.#shared = shared;
  }

  /** Bytes of the slots in use. */
  get usedBytes(): number {
    return this.#used * this.slotBytes;
  }

  /** Bytes of all slabs. */
  get reservedBytes(): number {
    return this.#slabs.size * this.#slotsPerSlab * this.slotBytes;
  }

  /** A slot with undefined contents. */
  allocate(): Slot {
    const slab = this.#slabWithRoom();
    const index = slab.free.pop()!;
    this.#used++;
    const bytes = new Uint8Array(slab.buffer, index * this.slotBytes, this.slotBytes);
    return { bytes, slab, index };
  }

  /** Takes a slot back; it must not be used any more. */
  free(slot: Slot): void {
    slot.slab.free.push(slot.index);
    this.#used--;
    if (slot.slab.free.length < this.#slotsPerSlab) return;
    for (const other of this.#slabs) {
      if (other !== slot.slab && other.free.length === this.#slotsPerSlab) {
        this.#slabs.delete(slot.slab);
        return;
      }
    }
  }

  #slabWithRoom(): Slab {
    for (const slab of this.#slabs) if (slab.free.length > 0) return slab;
    const size = this.#slotsPerSlab * this.slotBytes;
    const buffer = this.#shared ? new SharedArrayBuffer(size) : new ArrayBuffer(size);
    const free = Array.from({ length: this.#slotsPerSlab }, (_, i) => this.#slotsPerSlab - 1 - i);
    const slab = { buffer, free };
    this.#slabs.add(slab);
    return slab;
  }
}
