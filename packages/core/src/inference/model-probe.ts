import type { Session } from './engine.ts';

/** A stored answer of a model to a known tile, made with native ONNX Runtime on the CPU. */
export interface ModelProbe {
  /** Side of the square input tile in pixels. */
  readonly size: number;
  /** Samples of the output `y`, evenly spaced from its first to its last value. */
  readonly values: readonly number[];
}

/**
 * GPUs have been seen to return zeros, NaN or a wrong picture without any error (onnxruntime issues
 * 26367, 22983, 29130). One 8-bit level is 0.0039; a healthy fp32 backend differs by less than 1e-4.
 */
const TOLERANCE = 0.004;

/** The known input tile: `x[0,c,row,column] = ((7 column + 13 row + 29 c) mod 64) / 63`, NCHW. */
export function probeInput(size: number): Float32Array {
  const input = new Float32Array(3 * size * size);
  let i = 0;
  for (let c = 0; c < 3; c++)
    for (let row = 0; row < size; row++)
      for (let column = 0; column < size; column++) input[i++] = ((7 * column + 13 * row + 29 * c) % 64) / 63;
  return input;
}

/** Evenly spaced samples of an output: `values[i] = y[floor(i (length - 1) / (count - 1))]`. */
export function probeSamples(output: ArrayLike<number>, count: number): number[] {
  return Array.from(
    { length: count },
    (_, i) => output[Math.floor((i * (output.length - 1)) / (count - 1))] ?? NaN,
  );
}

/** Runs the known tile through a session (input `x`, output `y`) and compares with the stored answer. */
export async function probeSession(session: Session, probe: ModelProbe): Promise<boolean> {
  const outputs = await session.run({
    x: { type: 'float32', dims: [1, 3, probe.size, probe.size], data: probeInput(probe.size) },
  });
  const y = outputs['y']?.data;
  if (!(y instanceof Float32Array)) return false;
  const samples = probeSamples(y, probe.values.length);
  // Written so that NaN fails.
  return samples.every((value, i) => Math.abs(value - (probe.values[i] ?? NaN)) <= TOLERANCE);
}
