import { readFileSync } from 'node:fs';
import * as ort from 'onnxruntime-node';
import sharp from 'sharp';
import { createModelStore, createOrtEngine, type Engine } from '@koma/core/inference';
import {
  imageOutput,
  OperationRunner,
  parseManifest,
  type ImageOrigin,
  type LocalizedText,
  type ParamValue,
  type PreviewTile,
} from '@koma/core/plugin';
import { createImage, type RasterImage, type Rect } from '@koma/core/raster';
import plugin from './index.ts';

const ROOT = new URL('../', import.meta.url);

/** The plugin's manifest and its real model files. Tests only. */
export const manifest = parseManifest(JSON.parse(readFileSync(new URL('koma-plugin.json', ROOT), 'utf8')));
export const models = createModelStore(
  manifest.models,
  async (path) => new Uint8Array(readFileSync(new URL(path, ROOT))),
);

/**
 * ONNX Runtime on the CPU, with one thread: test files run side by side, and threads that wait for each
 * other would take their time. Tests only.
 */
export async function nativeEngine(): Promise<Engine> {
  return createOrtEngine(ort, { name: 'native', threads: 1, executionProviders: ['cpu'] });
}

const runner = new OperationRunner(
  { plugin, manifest, models, order: ['native'], loaders: { native: nativeEngine } },
  { preference: 'auto' },
);

export interface UpscaleOptions {
  readonly origin?: ImageOrigin;
  readonly signal?: AbortSignal;
  readonly onProgress?: (fraction: number, label?: LocalizedText) => void;
  readonly onPreview?: (tile: PreviewTile) => void;
}

/** Runs the upscale operation with the real models, as the command line does. Tests only. */
export async function runUpscale(
  image: RasterImage,
  params: Readonly<Record<string, ParamValue>>,
  options: UpscaleOptions = {},
): Promise<RasterImage> {
  const outputs = await runner.run(
    'upscale',
    { image: options.origin ? { image, origin: options.origin } : { image } },
    params,
    { progress: options.onProgress ?? (() => {}), preview: options.onPreview ?? (() => {}), backend() {} },
    options.signal ?? new AbortController().signal,
  );
  return imageOutput(outputs, 'image');
}

/** A part of one of the pictures in `samples`. Tests only. */
export async function samplePart(file: string, { x, y, width, height }: Rect): Promise<RasterImage> {
  const path = new URL(`../../samples/${file}`, ROOT);
  const pixels = sharp(readFileSync(path))
    .toColourspace('srgb')
    .ensureAlpha()
    .extract({ left: x, top: y, width, height });
  return { width, height, data: new Uint8ClampedArray(await pixels.raw().toBuffer()) };
}

/** An opaque picture of lines, areas and gradients, different in all three channels. Tests only. */
export function drawing(width: number, height: number): RasterImage {
  const image = createImage(width, height);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i += 4) {
      const line = (x * x + 3 * y * y) % 97 < 12 ? 0 : 1;
      image.data.set(
        [line * (255 - 2 * x), line * (90 + ((3 * y) % 160)), (x >> 3) % 2 ? 220 : 40 + y, 255],
        i,
      );
    }
  return image;
}

/** A picture made pixel by pixel. Tests only. */
export function paint(
  width: number,
  height: number,
  colour: (x: number, y: number) => readonly [number, number, number, number],
): RasterImage {
  const image = createImage(width, height);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i += 4) image.data.set(colour(x, y), i);
  return image;
}

/** Largest difference of two pictures in any byte, where `where` (by pixel) holds. Tests only. */
export function largestDifference(
  a: RasterImage,
  b: RasterImage,
  where: (pixel: number) => boolean = () => true,
): number {
  if (a.width !== b.width || a.height !== b.height) return Infinity;
  let largest = 0;
  for (let i = 0; i < a.data.length; i++)
    if (where(i >> 2)) largest = Math.max(largest, Math.abs(a.data[i]! - b.data[i]!));
  return largest;
}
