import type { GreyImage } from './grey-image.ts';
import { CASCADE_WINDOW, type Cascade } from './load-cascade.ts';

/**
 * Slides the cascade's window over a picture at its own size.
 *
 * @param step Pixels between windows; one more after a window that the first stage rejects.
 * @param found Called with the upper left corner of every window that all stages take.
 */
export function scanScale(
  cascade: Cascade,
  image: GreyImage,
  step: number,
  found: (x: number, y: number) => void,
): void {
  const { width, height } = image;
  const sums = integral(image);
  const stride = width + 1;
  const corners = cornerOffsets(cascade, stride);
  for (let y = 0; y <= height - CASCADE_WINDOW; y += step) {
    for (let x = 0; x <= width - CASCADE_WINDOW; x += step) {
      const stage = rejectingStage(cascade, sums, corners, y * stride + x);
      if (stage < 0) found(x, y);
      else if (stage === 0) x += step;
    }
  }
}

/** The number of the first stage that says no, -1 if none does. */
function rejectingStage(cascade: Cascade, sums: Int32Array, corners: Int32Array, at: number): number {
  const { thresholds, counts, leaves, subsets, stumpFeatures } = cascade;
  let stump = 0;
  for (let stage = 0; stage < counts.length; stage++) {
    let sum = 0;
    for (const end = stump + counts[stage]!; stump < end; stump++) {
      const code = pattern(sums, corners, stumpFeatures[stump]! * 16, at);
      const isIn = (subsets[stump * 8 + (code >> 5)]! >> (code & 31)) & 1;
      sum += leaves[stump * 2 + 1 - isIn]!;
    }
    if (sum < thresholds[stage]!) return stage;
  }
  return -1;
}

/**
 * The local binary pattern of a feature: its 3 × 3 blocks compared with the middle one, clockwise from
 * the upper left, the first in the highest bit (Liao et al. 2007, "Learning Multi-scale Block LBP").
 *
 * @param first Of the feature's 16 corners in `corners`.
 * @param at The window's upper left corner in `sums`.
 */
function pattern(sums: Int32Array, corners: Int32Array, first: number, at: number): number {
  const s0 = sums[at + corners[first]!]!;
  const s1 = sums[at + corners[first + 1]!]!;
  const s2 = sums[at + corners[first + 2]!]!;
  const s3 = sums[at + corners[first + 3]!]!;
  const s4 = sums[at + corners[first + 4]!]!;
  const s5 = sums[at + corners[first + 5]!]!;
  const s6 = sums[at + corners[first + 6]!]!;
  const s7 = sums[at + corners[first + 7]!]!;
  const s8 = sums[at + corners[first + 8]!]!;
  const s9 = sums[at + corners[first + 9]!]!;
  const s10 = sums[at + corners[first + 10]!]!;
  const s11 = sums[at + corners[first + 11]!]!;
  const s12 = sums[at + corners[first + 12]!]!;
  const s13 = sums[at + corners[first + 13]!]!;
  const s14 = sums[at + corners[first + 14]!]!;
  const s15 = sums[at + corners[first + 15]!]!;
  const middle = s5 - s6 - s9 + s10;
  return (
    (s0 - s1 - s4 + s5 >= middle ? 128 : 0) |
    (s1 - s2 - s5 + s6 >= middle ? 64 : 0) |
    (s2 - s3 - s6 + s7 >= middle ? 32 : 0) |
    (s6 - s7 - s10 + s11 >= middle ? 16 : 0) |
    (s10 - s11 - s14 + s15 >= middle ? 8 : 0) |
    (s9 - s10 - s13 + s14 >= middle ? 4 : 0) |
    (s8 - s9 - s12 + s13 >= middle ? 2 : 0) |
    (s4 - s5 - s8 + s9 >= middle ? 1 : 0)
  );
}

/** Where the 4 × 4 corners of every feature's blocks lie in the sums, from the window's own corner. */
function cornerOffsets({ features }: Cascade, stride: number): Int32Array {
  const offsets = new Int32Array(features.length * 4);
  for (let f = 0, o = 0; f < features.length; f += 4) {
    const [x, y, width, height] = features.subarray(f, f + 4) as unknown as [number, number, number, number];
    for (let row = 0; row < 4; row++)
      for (let column = 0; column < 4; column++)
        offsets[o++] = (y + height * row) * stride + x + width * column;
  }
  return offsets;
}

/** Sums of all pixels above and to the left, one row and column more than the picture. */
function integral({ width, height, data }: GreyImage): Int32Array {
  const stride = width + 1;
  const sums = new Int32Array(stride * (height + 1));
  for (let y = 0, i = 0; y < height; y++) {
    let row = 0;
    for (let x = 1, at = (y + 1) * stride + 1; x <= width; x++, at++) {
      row += data[i++]!;
      sums[at] = sums[at - stride]! + row;
    }
  }
  return sums;
}
