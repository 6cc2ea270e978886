import { KomaError, nextTask, type ImageInput, type MaskInput, type Operation } from '@koma/plugin-kit';
import { countColours } from './count-colours.ts';
import { describeSwatches, gimpPalette, hexOf } from './palette-text.ts';
import { extractSwatches, type SwatchOrder } from './palette.ts';

/** What the operation is given, as the manifest says. */
interface PaletteInputs {
  readonly image: ImageInput;
  readonly selection?: MaskInput;
}

/** The main colours of a picture as swatches, as a text, and as a palette file. */
export const extractPalette: Operation<PaletteInputs> = async (
  { image: { image }, selection },
  params,
  context,
) => {
  const colours = countColours(image, selection);
  context.progress(0.4);
  await nextTask();
  context.signal.throwIfAborted();
  const swatches = extractSwatches(colours, {
    count: params['count'] as number,
    accents: params['accents'] === true,
    skipInk: params['skipInk'] === true,
    order: params['order'] as SwatchOrder,
  });
  if (swatches.length === 0)
    throw new KomaError('PLUGIN_FAILED', 'There is no colour to be found here.', { reason: 'no colours' });
  return {
    palette: { colors: swatches.map(({ rgb }) => hexOf(rgb)) },
    text: { text: describeSwatches(swatches) },
    ...(context.wants('file') && {
      file: {
        name: 'palette.gpl',
        mediaType: 'text/plain',
        bytes: new TextEncoder().encode(gimpPalette(swatches, 'Koma palette')),
      },
    }),
  };
};
