import { createBlendKernels, KERNEL_HEAP, reserveMemory, type BlendKernels } from '../blend/index.ts';
import { TILE, TILE_PIXELS } from '../tiles/index.ts';
import type { TileRows } from './composite-node.ts';

/** Rows that are composited at a time: their accumulators (16 kB each) and sources stay in the L1 cache. */
export const BAND_ROWS = 4;

/** Bytes of an accumulator of a band, four float32 for each pixel. */
export const BAND_BYTES = BAND_ROWS * TILE * 16;

/**
 * The kernels' memory: one finished tile, then what is put for the tile at hand. It grows to what the
 * tile with the most layers needed (256 kB for each of them) and, as WebAssembly's memory, never shrinks.
 */
export class TileMemory {
  readonly kernels: BlendKernels = createBlendKernels();
  /** Address of the finished tile, straight RGBA8. */
  readonly result = KERNEL_HEAP;
  #heap = new Uint8Array(0);
  #next = 0;

  /** Forgets everything that was put. */
  clear(): void {
    this.#next = this.result + TILE_PIXELS * 4;
  }

  /** Room for `bytes` bytes with undefined contents; its address is a multiple of 64. */
  allocate(bytes: number): number {
    const address = this.#next;
    this.#next += (bytes + 63) & ~63;
    reserveMemory(this.kernels.memory, this.#next);
    return address;
  }

  /** Copies rows of a plane of a tile; returns the address where row 0 lies or would lie. */
  put(plane: Uint8Array, bytesPerPixel: 1 | 4, rows: TileRows): number {
    const address = this.allocate(TILE_PIXELS * bytesPerPixel);
    const stride = TILE * bytesPerPixel;
    const part = plane.subarray(rows.from * stride, rows.to * stride);
    this.bytes().set(part, address + rows.from * stride);
    return address;
  }

  /** The whole memory, valid until something is allocated. */
  bytes(): Uint8Array {
    if (this.#heap.length !== this.kernels.memory.buffer.byteLength)
      this.#heap = new Uint8Array(this.kernels.memory.buffer);
    return this.#heap;
  }
}
