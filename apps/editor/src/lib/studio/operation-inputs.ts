import type { Recipe, RecipeInput } from '@koma/core/document';
import { KomaError } from '@koma/core/errors';
import type { InputValue, OperationInputs, OperationSpec } from '@koma/core/plugin';
import type { LayerInfo } from '#lib/raster/protocol.ts';
import type { RasterClient } from '#lib/raster/raster-client.ts';

/** Where an operation's inputs come from. */
export interface InputSources {
  readonly spec: OperationSpec;
  /** The layer that is worked on, whose selection counts. */
  readonly layer: LayerInfo;
  /** By the names of the inputs. */
  readonly inputs: Recipe['inputs'];
  readonly find: (layerId: string) => LayerInfo | undefined;
}

/**
 * The inputs of an operation as they are now: pictures of layers and kept ones, what was marked, and what is selected.
 * @throws KomaError `RECIPE_INPUT_MISSING`, `NOTHING_SELECTED`
 */
export async function operationInputs(raster: RasterClient, sources: InputSources): Promise<OperationInputs> {
  const { spec, layer, find } = sources;
  const inputs: Record<string, InputValue> = {};
  for (const [name, source] of Object.entries(sources.inputs))
    inputs[name] = await inputOf(raster, source, layer, find);
  for (const { name, type, optional } of spec.inputs) {
    if (type !== 'mask') continue;
    const mask = await raster.layerSelection(layer.id);
    if (mask) inputs[name] = mask;
    else if (optional !== true)
      throw new KomaError('NOTHING_SELECTED', 'Nothing is selected. Select an area first.');
  }
  return inputs;
}

async function inputOf(
  raster: RasterClient,
  source: RecipeInput,
  layer: LayerInfo,
  find: InputSources['find'],
): Promise<InputValue> {
  if ('kept' in source) {
    const kept = await raster.keptPicture(source.kept);
    if (!kept) throw inputMissing(layer);
    return kept;
  }
  if (!('layerId' in source)) return source;
  const from = find(source.layerId);
  if (from?.kind !== 'raster') throw inputMissing(layer);
  const image = await raster.layerImage(from.id);
  return { image, ...(from.origin ? { origin: from.origin } : {}) };
}

function inputMissing({ name }: LayerInfo): KomaError {
  const message = `The picture from which "${name}" was made is no longer in the document. Undo the deletion of that layer, or run the operation anew.`;
  return new KomaError('RECIPE_INPUT_MISSING', message, { name });
}
