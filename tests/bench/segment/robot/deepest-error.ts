import { Truth } from '../pages/test-page.ts';

/** The largest square of one kind of error in a panel. */
export interface ErrorSquare {
  /** The pixel in its middle, in the panel's box. */
  readonly x: number;
  readonly y: number;
  readonly side: number;
  /** What the truth is there. */
  readonly label: 'fg' | 'bg';
}

/**
 * Where a user would put the next stroke: the middle of the largest square that the mask has wrong; the
 * first of several in reading order.
 * @returns undefined where the mask is right but for the outermost pixels
 */
export function deepestError(own: Uint8Array, truth: Uint8Array, width: number): ErrorSquare | undefined {
  const height = own.length / width;
  // Side of the largest square of errors whose last pixel this is.
  const sides = new Int32Array(own.length);
  let [side, corner] = [0, -1];
  for (let y = 1; y < height - 1; y++)
    for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
      if (truth[i] === Truth.elsewhere || own[i] === truth[i]) continue;
      const reach = 1 + Math.min(sides[i - 1]!, sides[i - width]!, sides[i - width - 1]!);
      sides[i] = reach;
      if (reach > side) [side, corner] = [reach, i];
    }
  if (corner < 0) return undefined;
  const [x, y] = [(corner % width) - (side >> 1), Math.floor(corner / width) - (side >> 1)];
  // The square may straddle both kinds of error.
  const middle = y * width + x;
  const at = own[middle] === truth[middle] ? corner : middle;
  return { x, y, side, label: truth[at] === Truth.figure ? 'fg' : 'bg' };
}
