import { KomaError } from '@koma/core/errors';
import type { RasterImage } from '@koma/core/raster';
import { receiveData } from '#lib/io/receive-data.ts';
import type { CutSource } from '#lib/raster/protocol.ts';
import { studio } from '#lib/studio/studio.svelte.ts';

/**
 * The picture that something is cut out of, of the document's size, straight from the raster worker; the
 * caller's own.
 * @throws KomaError `LAYER_MISSING`, `LAYER_IS_GROUP`
 */
export async function cutPicture(source: CutSource): Promise<RasterImage> {
  const raster = await studio.raster;
  const { port1, port2 } = new MessageChannel();
  const received = receiveData<RasterImage>(port2);
  // Where nothing is sent, that is the error.
  received.catch(() => {});
  await raster.send({ type: 'cut', source }, port1);
  return received;
}

/** What to tell somebody where the picture is gone from which a layer was made. @param name the layer's */
export function tellMissing(error: unknown, name: string): unknown {
  if (!(error instanceof KomaError) || error.code !== 'LAYER_MISSING') return error;
  return new KomaError('RECIPE_INPUT_MISSING', error.message, { name });
}
