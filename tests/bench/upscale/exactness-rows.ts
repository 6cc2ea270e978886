import type { ParamValue } from '@koma/core/plugin';
import type { RasterImage } from '@koma/core/raster';
import { aim, info, log, must, type BenchRow } from '../bench-row.ts';
import { fastest, NativeUpscaler, type Measured } from './native-upscaler.ts';
import { largestDifference } from './test-picture.ts';

type Params = Readonly<Record<string, ParamValue>>;

/** Larger than the picture: one tile. */
const WHOLE = 1024;
/** The operation's own choice. */
const CHOSEN = 0;
/** Tiles smaller than the operation would choose, for the worst case; they do not divide the picture. */
const SMALL = 100;

const EXACT_TIME_BOUND = '<=2.5';
/** Levels of 255 by which CUNet may differ from one run over the whole picture. */
const EXACT_BOUND = '<=2';
const BLENDED_BOUND = '<=6';

/** How tiles change the result, and what CUNet's exact tiles cost. */
export async function* exactnessRows(picture: RasterImage, repeats: number): AsyncGenerator<BenchRow> {
  const upscaler = new NativeUpscaler();
  const run = async (params: Params): Promise<RasterImage> => (await upscaler.run(picture, params)).image;

  for (const model of ['upconv7', 'vgg7']) {
    log(`${model} with and without tiles`);
    const whole = await run({ model, tile: WHOLE });
    let largest = 0;
    for (const tile of [CHOSEN, SMALL])
      largest = Math.max(largest, largestDifference(whole, await run({ model, tile })));
    yield must(`${model}.tiled-vs-whole`, largest, 'levels', '<=0');
  }

  for (const { id, params } of [
    { id: 'cunet', params: { model: 'cunet' } },
    { id: 'cunet-1x', params: { model: 'cunet', scale: 1, noise: '1' } },
  ]) {
    log(`${id} with exact and with blended tiles`);
    const row = id === 'cunet' ? must : aim;
    const whole = await run({ ...params, tile: WHOLE });
    const exact = largestDifference(whole, await run({ ...params, exact: true }));
    const blended = largestDifference(whole, await run(params));
    yield row(`${id}.exact-vs-whole`, exact, 'levels', EXACT_BOUND);
    yield row(`${id}.blended-vs-whole`, blended, 'levels', BLENDED_BOUND);
    for (const exact of [true, false]) {
      const image = await run({ ...params, exact, tile: SMALL });
      const name = exact ? 'exact' : 'blended';
      yield info(`${id}.${name}-vs-whole.small-tiles`, largestDifference(whole, image), 'levels');
    }
    yield row(
      `${id}.exact-time-vs-plain`,
      await exactTimeShare(upscaler, picture, params, repeats),
      '×',
      EXACT_TIME_BOUND,
    );
  }
  await upscaler.dispose();
}

/** Both in turn, so that a busy moment of the machine hits both. */
async function exactTimeShare(
  upscaler: NativeUpscaler,
  picture: RasterImage,
  params: Params,
  repeats: number,
): Promise<number> {
  const exact: Measured[] = [];
  const plain: Measured[] = [];
  for (let i = 0; i < repeats; i++) {
    exact.push(await upscaler.run(picture, { ...params, exact: true }));
    plain.push(await upscaler.run(picture, params));
  }
  return fastest(exact).seconds / fastest(plain).seconds;
}
