import type { GreyImage } from './grey-image.ts';
import { CASCADE_WINDOW, type Cascade } from './load-cascade.ts';

/** How the window moves. */
export interface ScanSteps {
  /** Pixels between windows; one step more after a window that the first stage rejects. */
  readonly step: number;
  /** Whether, besides, those windows are tried that a step of 2 leaves out beside one that got far. */
  readonly dense: boolean;
}

/** Windows that this stage or an earlier one rejects have no face beside them: nine in ten of those that do have are found. */
const FAR = 4;

/**
 * Slides the cascade's window over a picture at its own size.
 *
 * @param found Called with the upper left corner of every window that all stages take.
 */
export function scanScale(
  cascade: Cascade,
  image: GreyImage,
  { step, dense }: ScanSteps,
  found: (x: number, y: number) => void,
): void {
  const { width, height } = image;
  const sums = integral(image);
  const stride = width + 1;
  const blocks = blockOffsets(cascade, stride);
  const [right, bottom] = [width - CASCADE_WINDOW, height - CASCADE_WINDOW];
  for (let y = 0; y <= bottom; y += step) {
    for (let x = 0; x <= right; x += step) {
      const stage = rejectingStage(cascade, sums, blocks, y * stride + x);
      if (stage < 0) found(x, y);
      else if (stage === 0) x += step;
      if (dense && step === 2 && (stage < 0 || stage > FAR))
        for (let i = 1; i < 4; i++) {
          const [nx, ny] = [x + (i & 1), y + (i >> 1)];
          if (nx <= right && ny <= bottom && rejectingStage(cascade, sums, blocks, ny * stride + nx) < 0)
            found(nx, ny);
        }
    }
  }
}

/** The number of the first stage that says no, -1 if none does. @param at the window's corner in `sums` */
function rejectingStage(cascade: Cascade, sums: Int32Array, blocks: Int32Array, at: number): number {
  const { thresholds, counts, leaves, subsets } = cascade;
  let stump = 0;
  for (let stage = 0; stage < counts.length; stage++) {
    let sum = 0;
    for (const end = stump + counts[stage]!; stump < end; stump++) {
      const code = pattern(sums, at + blocks[stump * 3]!, blocks[stump * 3 + 1]!, blocks[stump * 3 + 2]!);
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
 * @param first The upper left corner of the blocks in `sums`; the others are `column` and `row` apart.
 */
function pattern(sums: Int32Array, first: number, column: number, row: number): number {
  const second = first + row;
  const third = second + row;
  const fourth = third + row;
  const s0 = sums[first]!;
  const s1 = sums[first + column]!;
  const s2 = sums[first + 2 * column]!;
  const s3 = sums[first + 3 * column]!;
  const s4 = sums[second]!;
  const s5 = sums[second + column]!;
  const s6 = sums[second + 2 * column]!;
  const s7 = sums[second + 3 * column]!;
  const s8 = sums[third]!;
  const s9 = sums[third + column]!;
  const s10 = sums[third + 2 * column]!;
  const s11 = sums[third + 3 * column]!;
  const s12 = sums[fourth]!;
  const s13 = sums[fourth + column]!;
  const s14 = sums[fourth + 2 * column]!;
  const s15 = sums[fourth + 3 * column]!;
  // One less than the middle block: what is not below that minus it is negative, and no branch is needed.
  const below = s5 - s6 - s9 + s10 - 1;
  return (
    (((below - (s0 - s1 - s4 + s5)) >> 31) & 128) |
    (((below - (s1 - s2 - s5 + s6)) >> 31) & 64) |
    (((below - (s2 - s3 - s6 + s7)) >> 31) & 32) |
    (((below - (s6 - s7 - s10 + s11)) >> 31) & 16) |
    (((below - (s10 - s11 - s14 + s15)) >> 31) & 8) |
    (((below - (s9 - s10 - s13 + s14)) >> 31) & 4) |
    (((below - (s8 - s9 - s12 + s13)) >> 31) & 2) |
    (((below - (s4 - s5 - s8 + s9)) >> 31) & 1)
  );
}

/** Three a stump: where its feature's first block lies in the sums, from the window's corner, and its width and height there. */
function blockOffsets({ features, stumpFeatures }: Cascade, stride: number): Int32Array {
  const offsets = new Int32Array(stumpFeatures.length * 3);
  for (const [stump, feature] of stumpFeatures.entries()) {
    const [x, y, width, height] = features.subarray(feature * 4) as unknown as [
      number,
      number,
      number,
      number,
    ];
    offsets.set([y * stride + x, width, height * stride], stump * 3);
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
