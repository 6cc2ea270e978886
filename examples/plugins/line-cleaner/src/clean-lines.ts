import {
  abortError,
  type ImageInput,
  type MaskInput,
  type Operation,
  type OperationContext,
  type RasterImage,
} from '@koma/plugin-kit';
import { greyPlane } from './grey-plane.ts';
import { inkCurve } from './ink-curve.ts';
import { inkLayer, onPaper } from './ink-picture.ts';
import { removeSpecks } from './remove-specks.ts';
import { readTile, tilesOf, writeTile } from './tiles.ts';

/** The id of the network in the manifest. */
const MODEL = 'line-cleaner';
/** Pixels: about a second of work on one thread, so that Cancel is heard and memory stays small. */
const TILE = 512;

/** What the operation is given, as the manifest says. */
interface CleanInputs {
  readonly image: ImageInput;
  readonly selection?: MaskInput;
}

/** Takes paper, shadows, smudges and faint construction lines away from a scanned or photographed drawing. */
export const cleanLines: Operation<CleanInputs> = async (
  { image: { image }, selection },
  params,
  context,
) => {
  const { width, height } = image;
  const seen = greyPlane(image, params['dropColour'] === true);
  const drawn = await runNetwork(seen, image, context);
  const ink = inkCurve(drawn, (params['faint'] as number) / 100, params['hard'] === true);
  removeSpecks(ink, width, height, params['specks'] as number);
  const layer = inkLayer(ink, image, params['ink'] as string, selection);
  const paper =
    context.wants('image') || params['paper'] === true ? onPaper(layer, image, selection) : undefined;
  const name = { en: 'Clean lines', ja: 'クリーン線画', 'zh-Hans': '清晰线稿' };
  const shown = params['paper'] === true && paper ? copyOf(paper) : layer;
  return {
    ...(context.wants('image') && paper && { image: paper }),
    layers: {
      width,
      height,
      layers: [{ name, image: shown, x: 0, y: 0, blendMode: 'normal', role: 'line-art' }],
    },
  };
};

async function runNetwork(
  seen: Float32Array,
  { width, height }: RasterImage,
  context: OperationContext,
): Promise<Float32Array> {
  const session = await context.inference.session({ model: MODEL });
  const drawn = new Float32Array(seen.length);
  const tiles = tilesOf(width, height, TILE);
  for (const [done, tile] of tiles.entries()) {
    if (context.signal.aborted) throw abortError();
    const read = readTile(seen, width, height, tile);
    const { drawn: answer } = await session.run({
      seen: { type: 'float32', dims: [1, 1, read.height, read.width], data: read.values },
    });
    writeTile(answer!.data as Float32Array, read.width, drawn, width, tile);
    context.progress((done + 1) / tiles.length);
  }
  return drawn;
}

/** No two results may share their memory. */
function copyOf({ width, height, data }: RasterImage): RasterImage {
  return { width, height, data: new Uint8ClampedArray(data) };
}
