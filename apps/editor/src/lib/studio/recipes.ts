import type { MarkedInput, Recipe } from '@koma/core/document';
import { KomaError } from '@koma/core/errors';
import type { InputValue, OperationInputs, ParamValue } from '@koma/core/plugin';
import type { LayerInfo } from '#lib/raster/protocol.ts';
import type { RasterClient } from '#lib/raster/raster-client.ts';
import { findInfo } from './layer-infos.ts';
import { notices } from './notices.svelte.ts';
import { OPERATIONS, type OfferedOperation } from './operations.ts';
import { recipeEditing } from './recipe-editing.svelte.ts';
import { settings } from './settings.svelte.ts';
import { studio } from './studio.svelte.ts';

/**
 * Makes a layer again by its recipe, in its place, as one step that can be undone.
 * @param params instead of the recipe's own
 * @param marks instead of the recipe's own hints and palettes
 * @returns whether there is a new result; what failed has been told to the person
 */
export async function rerunRecipe(
  layerId: string,
  params?: Readonly<Record<string, ParamValue>>,
  marks?: Readonly<Record<string, MarkedInput>>,
): Promise<boolean> {
  const found = findRecipe(layerId);
  if (!found) return false;
  const { layer, operation } = found;
  const recipe: Recipe = {
    ...found.recipe,
    pluginVersion: operation.plugin.version,
    params: params ?? found.recipe.params,
    inputs: marks ? withMarks(found.recipe.inputs, marks) : found.recipe.inputs,
  };
  return studio.perform({
    operation,
    recipe,
    layer,
    placement: 'replace-layer',
    inputs: (raster) => recipeInputs(raster, recipe, layer),
  });
}

/** A recipe's inputs with other hints and palettes; pictures and strokes stay. */
function withMarks(inputs: Recipe['inputs'], marks: Readonly<Record<string, MarkedInput>>): Recipe['inputs'] {
  const others = Object.entries(inputs).filter(([, input]) => !('hints' in input) && !('colors' in input));
  return { ...Object.fromEntries(others), ...marks };
}

/** Fills the operation's panel with a layer's recipe; Apply makes the layer again then. */
export function editRecipe(layerId: string): void {
  if (!findRecipe(layerId)) return;
  studio.selectedIds = [layerId];
  settings.setSideTab('operations');
  recipeEditing.start(layerId);
}

function findRecipe(
  layerId: string,
): { layer: LayerInfo; recipe: Recipe; operation: OfferedOperation } | undefined {
  const layer = findInfo(studio.document?.layers ?? [], layerId);
  const recipe = layer?.recipe;
  if (!recipe) return undefined;
  const operation = OPERATIONS.find(
    ({ plugin, spec }) => plugin.id === recipe.plugin && spec.id === recipe.operation,
  );
  if (operation) return { layer, recipe, operation };
  const message = `The plugin "${recipe.plugin}" is not installed.`;
  notices.error(new KomaError('PLUGIN_MISSING', message, { plugin: recipe.plugin }));
  return undefined;
}

/** The pictures that an operation was given, as they are now. */
async function recipeInputs(
  raster: RasterClient,
  recipe: Recipe,
  layer: LayerInfo,
): Promise<OperationInputs> {
  const inputs: Record<string, InputValue> = {};
  for (const [name, source] of Object.entries(recipe.inputs)) {
    if (!('kept' in source) && !('layerId' in source)) {
      inputs[name] = source;
      continue;
    }
    if ('kept' in source) {
      const kept = await raster.keptPicture(source.kept);
      if (!kept) throw inputMissing(layer);
      inputs[name] = kept;
      continue;
    }
    const from = findInfo(studio.document?.layers ?? [], source.layerId);
    if (from?.kind !== 'raster') throw inputMissing(layer);
    const image = await raster.layerImage(from.id);
    inputs[name] = { image, ...(from.origin ? { origin: from.origin } : {}) };
  }
  return inputs;
}

function inputMissing({ name }: LayerInfo): KomaError {
  const message = `The picture from which "${name}" was made is no longer in the document. Undo the deletion of that layer, or run the operation anew.`;
  return new KomaError('RECIPE_INPUT_MISSING', message, { name });
}
