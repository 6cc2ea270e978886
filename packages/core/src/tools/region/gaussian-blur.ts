import { finish, inBlocks, part, rowsOfBlock, type Steps } from '../../steps/index.ts';
import { gaussianRowsSteps } from './gaussian-rows.ts';
import type { Mask } from './mask.ts';

/** From this sigma on, in px, the blur is made on a smaller plane, where its own sigma is 2.5 to 5 px. */
const REDUCE_FROM = 5;

/**
 * Gaussian blur of coverage; outside the plane it is 0, and the plane keeps its size. Within 1 % of the
 * true Gaussian (2.55 levels). Sigmas from 5 px on are computed on a plane reduced by a power of two k: means of
 * k × k pixels, blurred, interpolated linearly. Both steps blur by themselves, with a variance of k² / 4
 * together, which the blur in between leaves out. Work memory: 8 bytes per pixel of the reduced plane.
 * @param sigma px, 0 or more; 0 copies
 * @returns new coverage, `width * height` bytes
 */
export function gaussianBlur(mask: Mask, sigma: number): Uint8Array {
  return finish(gaussianBlurSteps(mask, sigma));
}

/** {@link gaussianBlur} in steps. */
export function* gaussianBlurSteps(mask: Mask, sigma: number): Steps<Uint8Array> {
  const { width, height, data } = mask;
  if (sigma <= 0) return data.slice();
  if (sigma >= REDUCE_FROM) return yield* blurReducedSteps(mask, sigma);
  const out = new Uint8Array(width * height);
  yield* gaussianRowsSteps(
    width,
    height,
    sigma,
    (y, row) => row.set(data.subarray(y * width, (y + 1) * width)),
    (y, row) => {
      for (let x = 0, at = y * width; x < width; x++, at++) out[at] = row[x]! + 0.5;
    },
  );
  return out;
}

function* blurReducedSteps(mask: Mask, sigma: number): Steps<Uint8Array> {
  const { width, height } = mask;
  const k = 2 ** Math.floor(Math.log2((2 * sigma) / REDUCE_FROM));
  // A cell more on each side: pixels at the edge lie between its centre and that of the first.
  const columns = Math.ceil(width / k) + 2;
  const rows = Math.ceil(height / k) + 2;
  const small = new Float32Array(columns * rows);
  const blurring = gaussianRowsSteps(
    columns,
    rows,
    Math.sqrt((sigma * sigma) / (k * k) - 0.25),
    (y, row) => meansOfCells(mask, k, y - 1, row),
    (y, row) => small.set(row, y * columns),
    rowsOfBlock(width * k),
  );
  yield* part(blurring, 0, 0.5);
  const out = new Uint8Array(width * height);
  const line = new Float32Array(columns);
  const enlarge = (y: number): void => {
    // Cell c is centred on pixel coordinate (c - 1 + 0.5) k.
    const position = (y + 0.5) / k + 0.5;
    const first = Math.floor(position) * columns;
    const share = position - Math.floor(position);
    for (let c = 0; c < columns; c++) {
      const upper = small[first + c]!;
      line[c] = upper + (small[first + columns + c]! - upper) * share + 0.5;
    }
    enlargeRow(line, k, out, y * width, width);
  };
  const enlarging = inBlocks(
    height,
    (from, to) => {
      for (let y = from; y < to; y++) enlarge(y);
    },
    rowsOfBlock(width),
  );
  yield* part(enlarging, 0.5, 1);
  return out;
}

/** One row of cells: means of k × k pixels, those outside the mask 0; the first cell lies left of the mask. */
function meansOfCells(mask: Mask, k: number, cellRow: number, row: Float32Array): void {
  const { width, height, data } = mask;
  row.fill(0);
  for (let y = Math.max(0, cellRow * k); y < Math.min(height, (cellRow + 1) * k); y++) {
    const start = y * width;
    for (let c = 1, x = 0; x < width; c++) {
      let sum = 0;
      for (const end = Math.min(width, x + k); x < end; x++) sum += data[start + x]!;
      row[c] = row[c]! + sum;
    }
  }
  for (let c = 0; c < row.length; c++) row[c] = row[c]! / (k * k);
}

function enlargeRow(line: Float32Array, k: number, out: Uint8Array, start: number, width: number): void {
  const step = 1 / k;
  for (let x = 0; x < width;) {
    const position = (x + 0.5) * step + 0.5;
    const cell = Math.floor(position);
    let share = position - cell;
    const left = line[cell]!;
    const slope = line[cell + 1]! - left;
    for (; share < 1 && x < width; x++, share += step) out[start + x] = left + slope * share;
  }
}
