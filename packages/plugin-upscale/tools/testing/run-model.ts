import { InferenceSession, Tensor } from 'onnxruntime-node';
import sharp from 'sharp';

/** Interleaved 8-bit RGB. */
export interface Rgb {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Runs a model on float32 inputs; gives every output's values and shape. */
export async function runModel(
  model: Uint8Array,
  feeds: Readonly<Record<string, { readonly data: Float32Array; readonly dims: readonly number[] }>>,
): Promise<Record<string, { data: Float32Array; dims: readonly number[] }>> {
  const session = await InferenceSession.create(model, { logSeverityLevel: 3, intraOpNumThreads: 1 });
  const tensors = Object.entries(feeds).map(([name, { data, dims }]) => [
    name,
    new Tensor('float32', data, dims),
  ]);
  const outputs = await session.run(Object.fromEntries(tensors));
  await session.release();
  return Object.fromEntries(
    Object.entries(outputs).map(([name, { data, dims }]) => [name, { data: data as Float32Array, dims }]),
  );
}

/** Reads a picture file as RGB without alpha. */
export async function readRgb(path: string): Promise<Rgb> {
  const { data, info } = await sharp(path).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** A whole picture through a waifu2x model: borders repeated by `context` px, values / 255, rounded back. */
export async function upscaleWhole(model: Uint8Array, picture: Rgb, context: number): Promise<Rgb> {
  const width = picture.width + 2 * context;
  const height = picture.height + 2 * context;
  const x = new Float32Array(3 * width * height);
  const clamp = (value: number, size: number) => Math.min(Math.max(value - context, 0), size - 1);
  for (let r = 0; r < height; r++) {
    for (let q = 0; q < width; q++) {
      const from = (clamp(r, picture.height) * picture.width + clamp(q, picture.width)) * 3;
      for (let c = 0; c < 3; c++) x[(c * height + r) * width + q] = picture.data[from + c]! / 255;
    }
  }
  const { y } = await runModel(model, { x: { data: x, dims: [1, 3, height, width] } });
  const [, , outHeight, outWidth] = y!.dims as [number, number, number, number];
  const data = new Uint8Array(outHeight * outWidth * 3);
  const plane = outHeight * outWidth;
  for (let i = 0; i < data.length; i++) {
    const value = y!.data[(i % 3) * plane + Math.floor(i / 3)]!;
    data[i] = Math.min(Math.max(Math.floor(value * 255 + 0.5), 0), 255);
  }
  return { width: outWidth, height: outHeight, data };
}

/** The largest and the mean difference of two pictures, in levels of 0-255. */
export function difference(a: Rgb, b: Rgb): { max: number; mean: number } {
  let max = 0;
  let sum = 0;
  for (let i = 0; i < a.data.length; i++) {
    const d = Math.abs(a.data[i]! - b.data[i]!);
    max = Math.max(max, d);
    sum += d;
  }
  return { max, mean: sum / a.data.length };
}
