import type { ParamValue } from '@koma/core/plugin';
import type { RasterImage } from '@koma/core/raster';
import { aim, info, log, must, type BenchRow } from '../bench-row.ts';
import { fastest, NativeUpscaler, type Measured } from './native-upscaler.ts';
import { largestDifference, samplePixels } from './test-picture.ts';

type Params = Readonly<Record<string, ParamValue>>;

/** Larger than any picture here: one tile. */
const WHOLE = 1024;
/** The operation's own choice. */
const CHOSEN = 0;
/** Tiles smaller than the operation would choose, for the worst case; they do not divide the pictures. */
const SMALL = 100;

/** For CUNet: too large for one tile of the operation's own choice. */
const LARGE = { width: 768, height: 640 };

const EXACT_TIME_BOUND = '<=2.5';
/** Levels of 255 by which CUNet may differ from one run over the whole picture. */
const EXACT_BOUND = '<=2';
const BLENDED_BOUND = '<=6';

/** Networks whose pixels depend on nothing but their context: tiles must not show at all. */
export async function* localNetworkRows(picture: RasterImage): AsyncGenerator<BenchRow> {
  const upscaler = new NativeUpscaler();
  for (const model of ['upconv7', 'vgg7']) {
    log(`${model} with and without tiles`);
    const whole = await upscaler.run(picture, { model, tile: WHOLE });
    let largest = 0;
    for (const tile of [CHOSEN, SMALL]) {
      const { image } = await upscaler.run(picture, { model, tile });
      largest = Math.max(largest, largestDifference(whole.image, image));
    }
    yield must(`${model}.tiled-vs-whole`, largest, 'levels', '<=0');
  }
  await upscaler.dispose();
}

/** CUNet pools over its tiles: how much that changes the result, and what it costs to avoid it. */
export async function* cunetRows(repeats: number): AsyncGenerator<BenchRow> {
  const upscaler = new NativeUpscaler();
  const panel = await samplePixels('panel', LARGE.width, LARGE.height);
  const pictures = [panel, await samplePixels('manga', LARGE.width, LARGE.height)];
  for (const { id, params, row } of [
    { id: 'cunet', params: { model: 'cunet' }, row: must },
    { id: 'cunet-1x', params: { model: 'cunet', scale: 1, noise: '1' }, row: aim },
  ]) {
    log(`${id} with exact and with blended tiles`);
    const [exact, blended] = [
      { ...params, exact: true },
      { ...params, exact: false },
    ];
    const worst = { exact: 0, blended: 0, smallExact: 0, smallBlended: 0 };
    for (const picture of pictures) {
      const whole = await upscaler.run(picture, { ...params, tile: WHOLE });
      const difference = async (params: Params, known: number): Promise<number> => {
        const { image } = await upscaler.run(picture, params);
        return Math.max(known, largestDifference(whole.image, image));
      };
      worst.exact = await difference(exact, worst.exact);
      worst.blended = await difference(blended, worst.blended);
      worst.smallExact = await difference({ ...exact, tile: SMALL }, worst.smallExact);
      worst.smallBlended = await difference({ ...blended, tile: SMALL }, worst.smallBlended);
    }
    yield row(`${id}.exact-vs-whole`, worst.exact, 'levels', EXACT_BOUND);
    yield row(`${id}.blended-vs-whole`, worst.blended, 'levels', BLENDED_BOUND);
    yield info(`${id}.exact-vs-whole.small-tiles`, worst.smallExact, 'levels');
    yield info(`${id}.blended-vs-whole.small-tiles`, worst.smallBlended, 'levels');
    const time = await timeShare(upscaler, panel, exact, blended, repeats);
    yield row(`${id}.exact-time-vs-plain`, time, '×', EXACT_TIME_BOUND);
  }
  await upscaler.dispose();
}

/** Both in turn, so that a busy moment of the machine hits both. */
async function timeShare(
  upscaler: NativeUpscaler,
  picture: RasterImage,
  exact: Params,
  plain: Params,
  repeats: number,
): Promise<number> {
  const measured: { exact: Measured[]; plain: Measured[] } = { exact: [], plain: [] };
  for (let i = 0; i < repeats; i++) {
    measured.exact.push(await upscaler.run(picture, exact));
    measured.plain.push(await upscaler.run(picture, plain));
  }
  const best = fastest(measured.plain);
  if (best.runs.length < 2) throw new RangeError('The picture fits into one tile; nothing was measured.');
  return fastest(measured.exact).seconds / best.seconds;
}
