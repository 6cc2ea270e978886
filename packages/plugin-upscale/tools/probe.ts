import { InferenceSession, Tensor } from 'onnxruntime-node';

/** Stored samples of a model's answer to {@link probeInput}, to recognise a runtime that computes rubbish. */
export interface Probe {
  /** Width and height of the input, px. */
  readonly size: number;
  /** The answer's values at {@link sampleIndices}, rounded to 5 decimals. */
  readonly values: readonly number[];
}

const SAMPLES = 16;
/** The part of a probe's picture inside the context, px. */
const PROBE_CORE = 8;

/** The probe of a model that needs `context` px on each side, answered by onnxruntime on the CPU. */
export async function makeProbe(model: Uint8Array, context: number): Promise<Probe> {
  const size = 2 * context + PROBE_CORE;
  const session = await InferenceSession.create(model);
  const { y } = await session.run({ x: new Tensor('float32', probeInput(size), [1, 3, size, size]) });
  const data = y?.data as Float32Array;
  const values = sampleIndices(data.length).map((index) => Number((data[index] ?? NaN).toFixed(5)));
  await session.release();
  return { size, values };
}

/** x[0, c, r, q] = ((7q + 13r + 29c) mod 64) / 63, planar RGB: busy, repeatable, and asymmetric in every axis. */
export function probeInput(size: number): Float32Array {
  const x = new Float32Array(3 * size * size);
  let at = 0;
  for (let c = 0; c < 3; c++) {
    for (let r = 0; r < size; r++) {
      for (let q = 0; q < size; q++) x[at++] = ((7 * q + 13 * r + 29 * c) % 64) / 63;
    }
  }
  return x;
}

/** 16 places spread evenly over a list, the first and the last among them. */
export function sampleIndices(length: number): number[] {
  return Array.from({ length: SAMPLES }, (_, i) => Math.floor((i * (length - 1)) / (SAMPLES - 1)));
}
