import type { Screen } from './screen.ts';

/** Side of the square of grains that is repeated, pixels; far more than an eye finds again among grains. */
const SIDE = 512;
/** Standard deviations of the two blurs whose difference makes grains, in sizes of a grain. */
const FINE = 0.32;
const COARSE = 0.8;

/**
 * A screen of irregular grains ("sand tone", frequency modulation). Noise is smoothed to the size of a grain and
 * what is larger is taken out, so that no clouds form; then each pixel gets its rank, so that a tone of 30 %
 * covers exactly 30 %.
 * @param size of a grain, pixels, 1-16
 * @param random numbers in [0, 1): the same give the same grains
 * @param smooth `false`: a pixel is ink or it is not
 */
export function createGrain(size: number, random: () => number, smooth: boolean): Screen {
  const noise = Float32Array.from({ length: SIDE * SIDE }, random);
  const fine = size > 1 ? blur(noise, size * FINE) : noise;
  const coarse = blur(noise, size * COARSE);
  const band = fine.map((value, i) => value - coarse[i]!);
  const ranks = ranksOf(band);
  const slopes = smooth ? slopesOf(ranks) : undefined;
  return (x, y, tone) => {
    if (tone <= 0) return 0;
    if (tone >= 1) return 1;
    const i = (((y % SIDE) + SIDE) % SIDE) * SIDE + (((x % SIDE) + SIDE) % SIDE);
    const above = tone - ranks[i]!;
    if (!slopes) return above > 0 ? 1 : 0;
    return Math.min(1, Math.max(0, 0.5 + above / slopes[i]!));
  };
}

/** Three box blurs after each other, nearly a Gaussian; the square's edges meet. */
function blur(values: Float32Array, sigma: number): Float32Array<ArrayBuffer> {
  // Three boxes of width w have the variance (w^2 - 1) / 4.
  const radius = (Math.sqrt(4 * sigma * sigma + 1) - 1) / 2;
  let from = new Float32Array(values);
  for (let pass = 0; pass < 3; pass++) {
    from = boxRows(from, radius);
    from = transpose(from);
    from = boxRows(from, radius);
    from = transpose(from);
  }
  return from;
}

/** @param radius pixels; the two outermost count by the fraction */
function boxRows(from: Float32Array, radius: number): Float32Array<ArrayBuffer> {
  const to = new Float32Array(SIDE * SIDE);
  const inner = Math.floor(radius);
  const edge = radius - inner;
  for (let row = 0; row < SIDE * SIDE; row += SIDE) {
    const at = (x: number): number => from[row + ((x + SIDE) % SIDE)]!;
    let sum = 0;
    for (let x = -inner; x <= inner; x++) sum += at(x);
    for (let x = 0; x < SIDE; x++) {
      to[row + x] = (sum + edge * (at(x - inner - 1) + at(x + inner + 1))) / (2 * radius + 1);
      sum += at(x + inner + 1) - at(x - inner);
    }
  }
  return to;
}

function transpose(from: Float32Array): Float32Array<ArrayBuffer> {
  const to = new Float32Array(SIDE * SIDE);
  for (let y = 0; y < SIDE; y++) for (let x = 0; x < SIDE; x++) to[x * SIDE + y] = from[y * SIDE + x]!;
  return to;
}

/**
 * For each value the share of values below it, 0-1. Value and place are packed into one number each, because numbers
 * are sorted ten times as fast as by a function.
 */
function ranksOf(values: Float32Array): Float32Array {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  const keys = Float64Array.from(
    values,
    (value, i) => Math.floor((value / largest + 1) * 2 ** 30) * values.length + i,
  ).sort();
  const ranks = new Float32Array(values.length);
  for (let i = 0; i < keys.length; i++) ranks[keys[i]! % values.length] = (i + 0.5) / keys.length;
  return ranks;
}

/** How much the rank changes over a pixel: the width of an edge that looks smooth. */
function slopesOf(ranks: Float32Array): Float32Array {
  const slopes = new Float32Array(ranks.length);
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++) {
      const across = ranks[y * SIDE + ((x + 1) % SIDE)]! - ranks[y * SIDE + ((x + SIDE - 1) % SIDE)]!;
      const down = ranks[((y + 1) % SIDE) * SIDE + x]! - ranks[((y + SIDE - 1) % SIDE) * SIDE + x]!;
      slopes[y * SIDE + x] = Math.max(1e-3, Math.hypot(across, down) / 2);
    }
  return slopes;
}
