import type { AxisWeights } from './axis-weights.ts';

/** A picture as rows of numbers, and where the resampled rows go. */
export interface SampleRows {
  /** Numbers a pixel. */
  readonly channels: 1 | 3 | 4;
  /** Fills `values` from its start with the pixels `[from, to)` of source row `y`. */
  read(y: number, from: number, to: number, values: Float64Array): void;
  /** Takes the pixels `[from, to)` of result row `y`, which lie at the start of `values`. */
  write(y: number, from: number, to: number, values: Float64Array): void;
}

/** Numbers held between the two passes: 4 MB. */
const RING_LENGTH = 512 * 1024;
const MIN_STRIP = 16;

/**
 * Resamples along both axes, first across, then down. Only the rows that the next result row needs are
 * held; where these are too many, because the picture gets much lower, the result is made in upright
 * strips. Work memory is thus a few megabytes for any picture.
 */
export function separablePass(columns: AxisWeights, rows: AxisWeights, samples: SampleRows): void {
  const held = rowsHeld(rows);
  const strip = Math.max(MIN_STRIP, Math.floor(RING_LENGTH / (held * samples.channels)));
  for (let from = 0; from < columns.size; from += strip)
    passStrip(columns, rows, samples, from, Math.min(columns.size, from + strip), held);
}

/** How many rows back the first row that a result row needs may lie, if rows come in order. */
function rowsHeld({ size, starts, offsets }: AxisWeights): number {
  let end = 0;
  let held = 0;
  for (let y = 0; y < size; y++) {
    end = Math.max(end, starts[y]! + offsets[y + 1]! - offsets[y]!);
    held = Math.max(held, end - starts[y]!);
  }
  return held;
}

function passStrip(
  columns: AxisWeights,
  rows: AxisWeights,
  samples: SampleRows,
  from: number,
  to: number,
  held: number,
): void {
  const { channels } = samples;
  let left = Infinity;
  let right = 0;
  for (let x = from; x < to; x++) {
    left = Math.min(left, columns.starts[x]!);
    right = Math.max(right, columns.starts[x]! + columns.offsets[x + 1]! - columns.offsets[x]!);
  }
  const across = channels === 1 ? acrossOne : channels === 3 ? acrossThree : acrossFour;
  const source = new Float64Array((right - left) * channels);
  const length = (to - from) * channels;
  const ring = new Float64Array(held * length);
  const sums = new Float64Array(length);
  let made = 0;
  for (let y = 0; y < rows.size; y++) {
    const first = rows.starts[y]!;
    const taps = rows.offsets[y + 1]! - rows.offsets[y]!;
    for (; made < first + taps; made++) {
      samples.read(made, left, right, source);
      across(columns, source, left, from, to, ring, (made % held) * length);
    }
    addRows(rows.weights, rows.offsets[y]!, taps, ring, first, held, sums);
    samples.write(y, from, to, sums);
  }
}

/** The weighted sum of rows of the ring, four at a time to touch the sums less often. */
function addRows(
  weights: Float64Array,
  offset: number,
  taps: number,
  ring: Float64Array,
  first: number,
  held: number,
  sums: Float64Array,
): void {
  const { length } = sums;
  sums.fill(0);
  let tap = 0;
  for (; tap + 4 <= taps; tap += 4) {
    const w0 = weights[offset + tap]!;
    const w1 = weights[offset + tap + 1]!;
    const w2 = weights[offset + tap + 2]!;
    const w3 = weights[offset + tap + 3]!;
    const r0 = ((first + tap) % held) * length;
    const r1 = ((first + tap + 1) % held) * length;
    const r2 = ((first + tap + 2) % held) * length;
    const r3 = ((first + tap + 3) % held) * length;
    for (let i = 0; i < length; i++)
      sums[i] = sums[i]! + w0 * ring[r0 + i]! + w1 * ring[r1 + i]! + w2 * ring[r2 + i]! + w3 * ring[r3 + i]!;
  }
  for (; tap < taps; tap++) {
    const weight = weights[offset + tap]!;
    const row = ((first + tap) % held) * length;
    for (let i = 0; i < length; i++) sums[i] = sums[i]! + weight * ring[row + i]!;
  }
}

// One loop for each number of channels: sums stay in registers.

function acrossOne(
  { starts, offsets, weights }: AxisWeights,
  source: Float64Array,
  left: number,
  from: number,
  to: number,
  ring: Float64Array,
  out: number,
): void {
  for (let x = from; x < to; x++) {
    const end = offsets[x + 1]!;
    let value = 0;
    for (let w = offsets[x]!, p = starts[x]! - left; w < end; w++, p++) value += weights[w]! * source[p]!;
    ring[out++] = value;
  }
}

function acrossThree(
  { starts, offsets, weights }: AxisWeights,
  source: Float64Array,
  left: number,
  from: number,
  to: number,
  ring: Float64Array,
  out: number,
): void {
  for (let x = from; x < to; x++, out += 3) {
    const end = offsets[x + 1]!;
    let red = 0;
    let green = 0;
    let blue = 0;
    for (let w = offsets[x]!, p = (starts[x]! - left) * 3; w < end; w++, p += 3) {
      const weight = weights[w]!;
      red += weight * source[p]!;
      green += weight * source[p + 1]!;
      blue += weight * source[p + 2]!;
    }
    ring[out] = red;
    ring[out + 1] = green;
    ring[out + 2] = blue;
  }
}

function acrossFour(
  { starts, offsets, weights }: AxisWeights,
  source: Float64Array,
  left: number,
  from: number,
  to: number,
  ring: Float64Array,
  out: number,
): void {
  for (let x = from; x < to; x++, out += 4) {
    const end = offsets[x + 1]!;
    let red = 0;
    let green = 0;
    let blue = 0;
    let alpha = 0;
    for (let w = offsets[x]!, p = (starts[x]! - left) * 4; w < end; w++, p += 4) {
      const weight = weights[w]!;
      red += weight * source[p]!;
      green += weight * source[p + 1]!;
      blue += weight * source[p + 2]!;
      alpha += weight * source[p + 3]!;
    }
    ring[out] = red;
    ring[out + 1] = green;
    ring[out + 2] = blue;
    ring[out + 3] = alpha;
  }
}
