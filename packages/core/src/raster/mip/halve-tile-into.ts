import { createBlendKernels, KERNEL_HEAP, reserveMemory, type BlendKernels } from '../blend/index.ts';
import { TILE, TILE_PIXELS } from '../tiles/index.ts';

const HALF = TILE / 2;
const RESULT = KERNEL_HEAP + TILE_PIXELS * 4;

let kernels: BlendKernels | undefined;

/**
 * Halves a tile into a quadrant of its parent in a mip pyramid: the mean of 2 x 2 pixels, colours
 * weighted by alpha, rounded to the nearest. Where alpha rounds to 0 the pixel is (0, 0, 0, 0).
 *
 * @param source straight RGBA8 of 256 x 256 pixels
 * @param target the parent, of the same kind; only the quadrant is written
 * @param quadrant 0 top left, 1 top right, 2 bottom left, 3 bottom right
 */
export function halveTileInto(source: Uint8Array, target: Uint8Array, quadrant: 0 | 1 | 2 | 3): void {
  kernels ??= createBlendKernels();
  reserveMemory(kernels.memory, RESULT + TILE_PIXELS);
  const heap = new Uint8Array(kernels.memory.buffer);
  heap.set(source, KERNEL_HEAP);
  kernels.halve(KERNEL_HEAP, RESULT, TILE);
  const corner = (quadrant >> 1) * HALF * TILE * 4 + (quadrant & 1) * HALF * 4;
  for (let y = 0; y < HALF; y++) {
    const row = RESULT + y * HALF * 4;
    target.set(heap.subarray(row, row + HALF * 4), corner + y * TILE * 4);
  }
}
