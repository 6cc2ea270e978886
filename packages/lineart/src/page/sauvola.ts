import { inRows, type Steps } from '../steps.ts';
import { BLOCK, type BlockStatistics } from './block-statistics.ts';
import { LINE } from './ink-plane.ts';
import type { GreyPlane } from './page-image.ts';

/** Blocks to each side that count for a block's threshold. */
const REACH = 2;
/** The method's constants: how far below the mean, and the deviation of full contrast (Sauvola, Pietikainen 2000). */
const K = 0.2;
const R = 128;

/**
 * A page in black and white by a threshold that follows the paper: mean (1 + k (deviation / R - 1)) of the
 * surroundings (J. Sauvola, M. Pietikainen, "Adaptive document image binarization", Pattern Recognition 33, 2000),
 * taken at the middles of blocks and bilinear between them.
 * @param solid grey up to which a pixel is ink in any case; the middles of solid blacks would be paper otherwise
 */
export function* sauvola(
  { width, height, data }: GreyPlane,
  blocks: BlockStatistics,
  solid: number,
): Steps<Uint8Array> {
  const { across, down } = blocks;
  const grid = thresholds(blocks);
  const out = new Uint8Array(data.length);
  const row = new Float32Array(across);
  yield* inRows(width, height, (first, end) => {
    for (let y = first; y < end; y++) {
      const v = Math.max(0, Math.min(down - 1, (y + 0.5) / BLOCK - 0.5));
      const top = Math.min(down - 1, Math.floor(v)) * across;
      const bottom = Math.min(down - 1, Math.floor(v) + 1) * across;
      for (let c = 0; c < across; c++)
        row[c] = grid[top + c]! + (v - Math.floor(v)) * (grid[bottom + c]! - grid[top + c]!);
      for (let x = 0, i = y * width; x < width; x++, i++) {
        const u = Math.max(0, Math.min(across - 1, (x + 0.5) / BLOCK - 0.5));
        const left = Math.floor(u);
        const right = left + 1 < across ? left + 1 : left;
        const threshold = row[left]! + (u - left) * (row[right]! - row[left]!);
        if (data[i]! < threshold || data[i]! <= solid) out[i] = LINE;
      }
    }
  });
  return out;
}

/** The threshold at the middle of each block. */
function thresholds({ across, down, count, sum, squares }: BlockStatistics): Float32Array {
  const grid = new Float32Array(across * down);
  for (let row = 0; row < down; row++)
    for (let column = 0; column < across; column++) {
      let [pixels, total, square] = [0, 0, 0];
      for (let r = Math.max(0, row - REACH); r <= Math.min(down - 1, row + REACH); r++)
        for (let c = Math.max(0, column - REACH); c <= Math.min(across - 1, column + REACH); c++) {
          pixels += count[r * across + c]!;
          total += sum[r * across + c]!;
          square += squares[r * across + c]!;
        }
      const mean = total / pixels;
      const deviation = Math.sqrt(Math.max(0, square / pixels - mean * mean));
      grid[row * across + column] = mean * (1 + K * (deviation / R - 1));
    }
  return grid;
}
