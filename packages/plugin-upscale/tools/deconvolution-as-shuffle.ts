/** A convolution kernel: `weights` is [outputs][inputs][size][size], `bias` one value for each output. */
export interface Kernel {
  readonly outputs: number;
  readonly inputs: number;
  readonly size: number;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/**
 * The same transposed convolution (stride 2) as a plain "valid" convolution with four times the outputs, to be
 * followed by DepthToSpace (blocksize 2, mode CRD): output channel `o * 4 + py * 2 + px` is channel `o` at the
 * odd or even row `py` and column `px`. As many multiplications, the same sums, and no ConvTranspose, which
 * is the slow operation of GPU backends.
 *
 * Size 2, pad 0: out[2i + p] = x[i] w[p], a 1x1 convolution.
 * Size 4, pad 3: out[2m] = x[m] w[3] + x[m+1] w[1] and out[2m - 1] = x[m] w[2] + x[m+1] w[0], a 2x2
 * convolution whose result starts at out[-1]: the caller has to crop 1 px off each side.
 * @throws Error for other sizes.
 */
export function deconvolutionAsShuffle(kernel: Kernel): Kernel {
  const { outputs, inputs, size } = kernel;
  const taps = TAPS[size];
  if (!taps) throw new Error(`no rewrite for a transposed convolution of size ${size}`);
  const half = size / 2;
  const weights = new Float32Array(outputs * 4 * inputs * half * half);
  let at = 0;
  for (let o = 0; o < outputs; o++) {
    for (const rows of taps) {
      for (const columns of taps) {
        for (let i = 0; i < inputs; i++) {
          for (const row of rows) {
            for (const column of columns) {
              weights[at++] = kernel.weights[((o * inputs + i) * size + row) * size + column] ?? 0;
            }
          }
        }
      }
    }
  }
  const bias = Float32Array.from({ length: outputs * 4 }, (_, o) => kernel.bias[o >> 2] ?? 0);
  return { outputs: outputs * 4, inputs, size: half, weights, bias };
}

/** For each size: which taps the first and the second sub-position use, in the order of the input pixels. */
const TAPS: Readonly<Record<number, readonly (readonly number[])[]>> = {
  2: [[0], [1]],
  4: [
    [2, 0],
    [3, 1],
  ],
};
