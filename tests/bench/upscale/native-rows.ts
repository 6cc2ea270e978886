import type { RasterImage } from '@koma/core/raster';
import { aim, info, log, must, type BenchRow } from '../bench-row.ts';
import { contextShare, usefulGflop } from './context-share.ts';
import type { FmaPeak } from './fma-peak.ts';
import { fastest, NativeUpscaler, type Measured } from './native-upscaler.ts';
import { MODELS, REFERENCE, type Model } from './reference-figures.ts';

/** The operation may cost this much more than the network alone. */
const OVERHEAD_BOUND = '<=1.08';
const CONTEXT_BOUND = '<=1.10';

/**
 * The operation on the native ONNX Runtime: its time, what it adds to the network's own, the
 * distance to the processor's limit, and the work that tiles waste.
 * @param seconds filled in, for ratios with other backends
 */
export async function* nativeRows(
  picture: RasterImage,
  repeats: number,
  peak: FmaPeak | undefined,
  seconds: Map<Model, number>,
): AsyncGenerator<BenchRow> {
  const pixels = picture.width * picture.height;
  const upscaler = new NativeUpscaler();
  for (const model of MODELS) {
    log(`${model} on the native runtime`);
    const { nativeSeconds, nativeToPeak, usefulGflop: knownGflop } = REFERENCE[model];
    await upscaler.run(picture, { model });
    const measured: Measured[] = [];
    for (let i = 0; i < repeats; i++) measured.push(await upscaler.run(picture, { model }));
    const best = fastest(measured);
    seconds.set(model, best.seconds);
    yield info(`${model}.native.seconds`, best.seconds, 's', `${nativeSeconds} s`);
    yield info(`${model}.native.vs-reference`, best.seconds / nativeSeconds, '×');
    yield must(`${model}.native.overhead`, best.seconds / rawSeconds(best), '×', OVERHEAD_BOUND);
    const gflop = usefulGflop(best.runs, pixels);
    yield info(`${model}.useful`, gflop, 'GFLOP', `${knownGflop} GFLOP`);
    if (peak)
      yield info(
        `${model}.native.vs-fma-peak`,
        best.seconds / (gflop / peak.twoThreads),
        '×',
        `${nativeToPeak} × (AVX2)`,
      );
    yield aim(`${model}.native.context-share`, contextShare(best.runs, pixels), '×', CONTEXT_BOUND);
  }
  await upscaler.dispose();
}

/** The tiles that the browser uses, counted on the native runtime because only their sizes matter. */
export async function* wasmContextRows(picture: RasterImage): AsyncGenerator<BenchRow> {
  const upscaler = new NativeUpscaler('wasm');
  for (const model of MODELS) {
    log(`${model} with the browser's tiles`);
    // Opening a model runs it on a small probe, which is no part of the picture.
    await upscaler.run({ width: 1, height: 1, data: new Uint8ClampedArray(4).fill(255) }, { model });
    const { runs } = await upscaler.run(picture, { model });
    const share = contextShare(runs, picture.width * picture.height);
    yield aim(`${model}.wasm.context-share`, share, '×', CONTEXT_BOUND);
  }
  await upscaler.dispose();
}

function rawSeconds({ runs }: Measured): number {
  return runs.reduce((sum, run) => sum + run.seconds, 0);
}
