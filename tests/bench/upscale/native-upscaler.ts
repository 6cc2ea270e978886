import { readFileSync } from 'node:fs';
import { createModelStore, createOrtEngine } from '@koma/core/inference';
import { imageOutput, OperationRunner, parseManifest, type ParamValue } from '@koma/core/plugin';
import type { RasterImage } from '@koma/core/raster';
import plugin from '@koma/plugin-upscale';
import { RecordingOrt, type RecordedRun } from './recording-ort.ts';

/** Threads of all native measurements: those of the reference machine. */
export const NATIVE_THREADS = 2;

const MANIFEST_URL = new URL(import.meta.resolve('@koma/plugin-upscale/manifest'));

export interface Measured {
  readonly image: RasterImage;
  /** Of the whole operation. */
  readonly seconds: number;
  /** What ONNX Runtime did in it. */
  readonly runs: readonly RecordedRun[];
}

/** The upscale operation on the native ONNX Runtime, as the command line runs it. */
export class NativeUpscaler {
  readonly #ort = new RecordingOrt();
  readonly #runner: OperationRunner;

  /** @param backend what the operation is told it runs on: its tiles depend on that */
  constructor(backend: 'native' | 'wasm' = 'native') {
    const manifest = parseManifest(JSON.parse(readFileSync(MANIFEST_URL, 'utf8')));
    const models = createModelStore(
      manifest.models,
      async (path) => new Uint8Array(readFileSync(new URL(path, MANIFEST_URL))),
    );
    const engine = { name: backend, threads: NATIVE_THREADS, executionProviders: ['cpu'] };
    const loaders = { [backend]: async () => createOrtEngine(this.#ort, engine) };
    this.#runner = new OperationRunner(
      { plugin, manifest, models, order: [backend], loaders },
      { preference: 'auto' },
    );
  }

  /** Runs the operation once. Noise removal is off and the scale 2 unless `params` say otherwise. */
  async run(image: RasterImage, params: Readonly<Record<string, ParamValue>>): Promise<Measured> {
    this.#ort.takeRuns();
    const started = performance.now();
    const outputs = await this.#runner.run(
      'upscale',
      { image: { image } },
      { noise: 'off', scale: 2, ...params },
      { progress() {}, preview() {}, backend() {} },
      new AbortController().signal,
    );
    const seconds = (performance.now() - started) / 1000;
    return { image: imageOutput(outputs, 'image'), seconds, runs: this.#ort.takeRuns() };
  }

  dispose(): Promise<void> {
    return this.#runner.dispose();
  }
}

/** The fastest of several: whatever else the machine does only ever adds time. */
export function fastest(measured: readonly Measured[]): Measured {
  return measured.reduce((best, next) => (next.seconds < best.seconds ? next : best));
}
