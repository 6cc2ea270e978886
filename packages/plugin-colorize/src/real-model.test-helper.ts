import { readFileSync } from 'node:fs';
import * as ort from 'onnxruntime-node';
import sharp from 'sharp';
import { createModelStore, createOrtEngine, type Engine } from '@koma/core/inference';
import {
  imageOutput,
  OperationRunner,
  parseManifest,
  type HintsInput,
  type LayersOutput,
  type LocalizedText,
  type OperationOutputs,
  type PaletteInput,
  type ParamValue,
  type PreviewTile,
} from '@koma/core/plugin';
import type { RasterImage } from '@koma/core/raster';
import plugin from './index.ts';

const ROOT = new URL('../', import.meta.url);

/** The plugin's manifest and its real model file. Tests only. */
export const manifest = parseManifest(JSON.parse(readFileSync(new URL('koma-plugin.json', ROOT), 'utf8')));
export const models = createModelStore(
  manifest.models,
  async (path) => new Uint8Array(readFileSync(new URL(path, ROOT))),
);

/** ONNX Runtime on the CPU, with one thread: test files run side by side. Tests only. */
export async function nativeEngine(): Promise<Engine> {
  return createOrtEngine(ort, { name: 'native', threads: 1, executionProviders: ['cpu'] });
}

const runner = new OperationRunner(
  { plugin, manifest, models, order: ['native'], loaders: { native: nativeEngine } },
  { preference: 'auto' },
);

export interface ColorizeOptions {
  readonly params?: Readonly<Record<string, ParamValue>>;
  readonly hints?: HintsInput['hints'];
  readonly palette?: PaletteInput['colors'];
  readonly outputs?: readonly string[];
  readonly signal?: AbortSignal;
  readonly onProgress?: (fraction: number, label?: LocalizedText) => void;
  readonly onPreview?: (tile: PreviewTile) => void;
}

/** Runs the operation with the real model, as the command line does, at the least detail. Tests only. */
export function runColorize(
  sketch: RasterImage,
  style: RasterImage | undefined,
  options: ColorizeOptions = {},
): Promise<OperationOutputs> {
  const { hints, palette } = options;
  return runner.run(
    'colorize',
    {
      sketch: { image: sketch },
      ...(style ? { style: { image: style } } : {}),
      ...(hints ? { hints: { hints } } : {}),
      ...(palette ? { palette: { colors: palette } } : {}),
    },
    { detail: 384, ...options.params },
    { progress: options.onProgress ?? (() => {}), preview: options.onPreview ?? (() => {}), backend() {} },
    options.signal ?? new AbortController().signal,
    options.outputs ?? ['image'],
  );
}

/** The flat picture of {@link runColorize}. Tests only. */
export async function colorized(...args: Parameters<typeof runColorize>): Promise<RasterImage> {
  return imageOutput(await runColorize(...args), 'image');
}

/** The two layers of {@link runColorize}: colours, then lines. Tests only. */
export async function colorizedLayers(
  sketch: RasterImage,
  style: RasterImage,
  options: ColorizeOptions = {},
): Promise<LayersOutput> {
  const outputs = await runColorize(sketch, style, { ...options, outputs: ['layers'] });
  return outputs['layers'] as LayersOutput;
}

/** A face with hair, eyes and a collar, in the given colours; lines alone without them. Tests only. */
export function face(
  size: number,
  colours?: { readonly hair: string; readonly skin: string; readonly cloth: string; readonly ground: string },
): Promise<RasterImage> {
  const fill = (part: 'hair' | 'skin' | 'cloth' | 'ground'): string => colours?.[part] ?? 'white';
  return rasterize(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200" width="${size}" height="${size}">
    <rect width="200" height="200" fill="${fill('ground')}"/>
    <g stroke="black" stroke-width="2" stroke-linejoin="round">
      <path d="M40 110 Q30 25 100 22 Q170 25 160 110 L150 140 L50 140 Z" fill="${fill('hair')}"/>
      <path d="M58 90 Q60 150 100 160 Q140 150 142 90 Q120 70 100 72 Q78 70 58 90 Z" fill="${fill('skin')}"/>
      <path d="M52 100 Q70 60 100 66 Q132 60 148 100 Q120 78 100 84 Q82 78 52 100 Z" fill="${fill('hair')}"/>
      <path d="M40 198 Q60 165 88 158 L100 175 L112 158 Q140 165 160 198 Z" fill="${fill('cloth')}"/>
      <ellipse cx="82" cy="112" rx="8" ry="11" fill="white"/><ellipse cx="118" cy="112" rx="8" ry="11" fill="white"/>
      <circle cx="82" cy="114" r="5" fill="black"/><circle cx="118" cy="114" r="5" fill="black"/>
      <path d="M92 140 Q100 146 108 140" fill="none"/>
    </g></svg>`,
  );
}

/** Draws SVG text at its own size. Tests only. */
export async function rasterize(svg: string): Promise<RasterImage> {
  const { data, info } = await sharp(Buffer.from(svg))
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8ClampedArray(data) };
}
