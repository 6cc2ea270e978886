import { readFileSync } from 'node:fs';
import * as ort from 'onnxruntime-node';
import { createModelStore, createOrtEngine } from '@koma/core/inference';
import { OperationRunner, parseManifest, type Hint, type LayersOutput } from '@koma/core/plugin';
import type { RasterImage } from '@koma/core/raster';
import plugin from '@koma/plugin-colorize';

const MANIFEST = new URL(import.meta.resolve('@koma/plugin-colorize/manifest'));
const THREADS = 2;

/** Colours sketches as the command line does: the whole operation with the model that is shipped. */
export class ColourPipeline {
  readonly manifest = parseManifest(JSON.parse(readFileSync(MANIFEST, 'utf8')));
  readonly #runner = new OperationRunner(
    {
      plugin,
      manifest: this.manifest,
      models: createModelStore(
        this.manifest.models,
        async (path) => new Uint8Array(readFileSync(new URL(path, MANIFEST))),
      ),
      order: ['native'],
      loaders: {
        native: async () =>
          createOrtEngine(ort, { name: 'native', threads: THREADS, executionProviders: ['cpu'] }),
      },
    },
    { preference: 'auto' },
  );

  /** Bytes of the network's file. */
  get modelBytes(): number {
    return this.manifest.models.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /**
   * The colour layer without lines, over white.
   * @param paint colours bare paper, too
   */
  async colours(
    sketch: RasterImage,
    style: RasterImage,
    { paint = false, hints = [] }: { readonly paint?: boolean; readonly hints?: readonly Hint[] } = {},
  ): Promise<RasterImage> {
    const outputs = await this.#runner.run(
      'colorize',
      { sketch: { image: sketch }, style: { image: style }, ...(hints.length > 0 && { hints: { hints } }) },
      { paper: paint ? 'paint' : 'keep', detail: 512 },
      { progress() {}, preview() {}, backend() {} },
      new AbortController().signal,
      ['layers'],
    );
    const [layer] = (outputs['layers'] as LayersOutput).layers;
    return overWhite(layer!.image);
  }

  dispose(): Promise<void> {
    return this.#runner.dispose();
  }
}

/** Straight alpha over white, opaque. */
export function overWhite({ width, height, data }: RasterImage): RasterImage {
  const out = new Uint8ClampedArray(data.length).fill(255);
  for (let i = 0; i < data.length; i += 4)
    for (let c = 0; c < 3; c++) out[i + c] = 255 + ((data[i + c]! - 255) * data[i + 3]!) / 255;
  return { width, height, data: out };
}
