import type { Session, Tensor } from './engine.ts';

/** A stored answer of a model to known input, made with native ONNX Runtime on the CPU. */
export type ModelProbe = TileProbe | TensorProbe;

/** The answer `y` of a network over pictures to one known tile `x`. */
export interface TileProbe {
  /** Side of the square input tile in pixels. */
  readonly size: number;
  /** Samples of the output `y`, evenly spaced from its first to its last value. */
  readonly values: readonly number[];
}

/** The answers of a network to known float32 tensors, each by its name in the graph. */
export interface TensorProbe {
  readonly inputs: Readonly<Record<string, ProbeTensor>>;
  /** Samples of each output, evenly spaced from its first to its last value. */
  readonly outputs: Readonly<Record<string, readonly number[]>>;
}

/** A known input. */
export interface ProbeTensor {
  readonly dims: readonly number[];
  /** What all values are; absent: those of {@link probeTensor}. */
  readonly value?: number | undefined;
}

/**
 * GPUs have been seen to return zeros, NaN or a wrong picture without any error (onnxruntime issues
 * 26367, 22983, 29130). One 8-bit level is 0.0039; a healthy fp32 backend differs by less than 1e-4.
 */
const TOLERANCE = 0.004;

/** The known input tile: `x[0,c,row,column] = ((7 column + 13 row + 29 c) mod 64) / 63`, NCHW. */
export function probeInput(size: number): Float32Array {
  return fill([1, 3, size, size], (c, row, column) => ((7 * column + 13 * row + 29 * c) % 64) / 63);
}

/**
 * A known tensor: one value throughout, or soft stripes, `0.5 + 0.5 sin(0.21 column + 0.13 row + 1.7 c)` over
 * its last three dimensions. Networks that look for lines and areas answer to nothing busier but with 0 or 1.
 */
export function probeTensor({ dims, value }: ProbeTensor): Tensor {
  const data = fill(dims, (c, row, column) =>
    value === undefined ? 0.5 + 0.5 * Math.sin(0.21 * column + 0.13 * row + 1.7 * c) : value,
  );
  return { type: 'float32', dims, data };
}

/** Evenly spaced samples of an output: `values[i] = y[floor(i (length - 1) / (count - 1))]`. */
export function probeSamples(output: ArrayLike<number>, count: number): number[] {
  return Array.from(
    { length: count },
    (_, i) => output[Math.floor((i * (output.length - 1)) / (count - 1))] ?? NaN,
  );
}

/** Gives known input to a session and compares what comes out with the stored answer. */
export async function probeSession(session: Session, probe: ModelProbe): Promise<boolean> {
  if ('size' in probe) {
    const { size, values } = probe;
    const x: Tensor = { type: 'float32', dims: [1, 3, size, size], data: probeInput(size) };
    return matches((await session.run({ x }))['y'], values);
  }
  const inputs = Object.entries(probe.inputs).map(([name, tensor]) => [name, probeTensor(tensor)] as const);
  const answers = await session.run(Object.fromEntries(inputs));
  return Object.entries(probe.outputs).every(([name, values]) => matches(answers[name], values));
}

function matches(answer: Tensor | undefined, values: readonly number[]): boolean {
  if (answer?.type !== 'float32') return false;
  const samples = probeSamples(answer.data, values.length);
  // Written so that NaN fails.
  return samples.every((value, i) => Math.abs(value - (values[i] ?? NaN)) <= TOLERANCE);
}

/** A tensor of up to four dimensions by a formula over the last three. */
function fill(
  dims: readonly number[],
  formula: (c: number, row: number, column: number) => number,
): Float32Array<ArrayBuffer> {
  const [batch = 1, channels = 1, rows = 1, columns = 1] = [1, 1, 1, ...dims].slice(-4);
  const data = new Float32Array(batch * channels * rows * columns);
  let i = 0;
  for (let n = 0; n < batch; n++)
    for (let c = 0; c < channels; c++)
      for (let row = 0; row < rows; row++)
        for (let column = 0; column < columns; column++) data[i++] = formula(c, row, column);
  return data;
}
