import { finish, rowsOfBlock, type Steps } from '../../steps/index.ts';

/** Reads row `y` of the source into `row`, or writes it from there. The array is reused. */
export type RowAccess = (y: number, row: Float32Array) => void;

/** The kernel is cut off here, in sigmas; 0.05 % of the weight lies beyond, and is given to the rest. */
const CUT_OFF = 3.5;

/**
 * Separable Gaussian blur of a plane of any numbers, row by row; what lies outside the plane is 0.
 * Where all numbers under the kernel are equal the answer is known without any sum, so that on masks
 * only the edges cost. Memory: as many rows as the kernel is wide, 4 bytes a number.
 * @param sigma px, above 0; time grows with it, so it is meant for up to about 5
 */
export function gaussianRows(
  width: number,
  height: number,
  sigma: number,
  read: RowAccess,
  write: RowAccess,
): void {
  finish(gaussianRowsSteps(width, height, sigma, read, write));
}

/** {@link gaussianRows} in steps. @param block rows between two stops */
export function* gaussianRowsSteps(
  width: number,
  height: number,
  sigma: number,
  read: RowAccess,
  write: RowAccess,
  block = Math.ceil(rowsOfBlock(width) / 4),
): Steps<void> {
  const weights = gaussianWeights(sigma);
  const radius = weights.length - 1;
  const taps = 2 * radius + 1;
  // Zeros on both sides spare the sums from looking for the edge.
  const source = new Float32Array(width + 2 * radius);
  const inner = source.subarray(radius, radius + width);
  const ring = Array.from({ length: taps }, () => new Float32Array(width));
  /** For how many rows, up to the latest, each column has had the same number. */
  const same = new Int32Array(width).fill(taps);
  const out = new Float32Array(width);
  const countSame = (latest: Float32Array, before: Float32Array): void => {
    for (let x = 0; x < width; x++) same[x] = latest[x] === before[x] ? same[x]! + 1 : 1;
  };

  for (let y = 0; y < height + radius; y++) {
    const latest = ring[y % taps]!;
    const before = ring[(y + taps - 1) % taps]!;
    if (y < height) {
      read(y, inner);
      blurRow(source, weights, latest);
    } else latest.fill(0);
    countSame(latest, before);
    if (y % block === 0) yield y / (height + radius);
    const middle = y - radius;
    if (middle < 0) continue;
    const rows = ring.map((_, i) => ring[(middle + taps + i) % taps]!);
    sumColumns(rows, weights, same, latest, out);
    write(middle, out);
  }
}

/** Half a Gaussian from its centre outwards, such that the whole sums up to 1. */
export function gaussianWeights(sigma: number): Float64Array {
  const radius = Math.max(1, Math.ceil(CUT_OFF * sigma));
  const weights = Float64Array.from({ length: radius + 1 }, (_, i) =>
    Math.exp((-i * i) / (2 * sigma * sigma)),
  );
  const sum = weights.reduce((total, weight) => total + 2 * weight, -1);
  return weights.map((weight) => weight / sum);
}

function blurRow(source: Float32Array, weights: Float64Array, out: Float32Array): void {
  const radius = weights.length - 1;
  const taps = 2 * radius + 1;
  let run = 0;
  let previous = NaN;
  for (let i = 0; i < 2 * radius; i++) {
    const value = source[i]!;
    run = value === previous ? run + 1 : 1;
    previous = value;
  }
  for (let x = 0; x < out.length; x++) {
    const value = source[x + 2 * radius]!;
    run = value === previous ? run + 1 : 1;
    previous = value;
    if (run >= taps) {
      out[x] = value;
      continue;
    }
    const centre = x + radius;
    let sum = weights[0]! * source[centre]!;
    for (let i = 1; i <= radius; i++) sum += weights[i]! * (source[centre - i]! + source[centre + i]!);
    out[x] = sum;
  }
}

/** `rows[0]` is the middle row, then those below it; from the end of the list backwards those above it. */
function sumColumns(
  rows: readonly Float32Array[],
  weights: Float64Array,
  same: Int32Array,
  latest: Float32Array,
  out: Float32Array,
): void {
  const taps = rows.length;
  const width = out.length;
  out.fill(0);
  for (let x = 0; x < width;) {
    if (same[x]! >= taps) {
      out[x] = latest[x]!;
      x++;
      continue;
    }
    // A whole stretch at once, row after row: reading down single columns would miss the cache.
    const begin = x;
    while (x < width && same[x]! < taps) x++;
    addWeighted(out, rows[0]!, rows[0]!, weights[0]! / 2, begin, x);
    for (let i = 1; i < weights.length; i++)
      addWeighted(out, rows[i]!, rows[taps - i]!, weights[i]!, begin, x);
  }
}

function addWeighted(
  out: Float32Array,
  one: Float32Array,
  other: Float32Array,
  weight: number,
  begin: number,
  end: number,
): void {
  for (let x = begin; x < end; x++) out[x] = out[x]! + weight * (one[x]! + other[x]!);
}
