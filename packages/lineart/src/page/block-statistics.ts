import { inRows, type Steps } from '../steps.ts';
import type { GreyPlane } from './page-image.ts';

/** Side of a block, px. */
export const BLOCK = 16;

/** Sums over square blocks of a page; those at the right and the bottom may be cut off. */
export interface BlockStatistics {
  /** Blocks. */
  readonly across: number;
  readonly down: number;
  /** Pixels, their sum and the sum of their squares, for each block. */
  readonly count: Uint16Array;
  readonly sum: Uint32Array;
  readonly squares: Uint32Array;
}

/** Sums up a page in blocks of {@link BLOCK} pixels. */
export function* blockStatistics({ width, height, data }: GreyPlane): Steps<BlockStatistics> {
  const across = Math.ceil(width / BLOCK);
  const down = Math.ceil(height / BLOCK);
  const count = new Uint16Array(across * down);
  const sum = new Uint32Array(across * down);
  const squares = new Uint32Array(across * down);
  yield* inRows(width, height, (first, end) => {
    for (let y = first; y < end; y++) {
      const row = Math.floor(y / BLOCK) * across;
      for (let column = 0; column < across; column++) {
        const from = y * width + column * BLOCK;
        const to = Math.min(from + BLOCK, (y + 1) * width);
        let total = 0;
        let square = 0;
        for (let i = from; i < to; i++) {
          const value = data[i]!;
          total += value;
          square += value * value;
        }
        count[row + column]! += to - from;
        sum[row + column]! += total;
        squares[row + column]! += square;
      }
    }
  });
  return { across, down, count, sum, squares };
}
