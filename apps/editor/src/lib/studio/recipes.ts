import { isMarkedInput, type Recipe } from '@koma/core/document';
import { KomaError } from '@koma/core/errors';
import type { ParamValue } from '@koma/core/plugin';
import type { Marks } from '#lib/panels/operation-marks.ts';
import type { LayerInfo } from '#lib/raster/protocol.ts';
import { findInfo } from './layer-infos.ts';
import { notices } from './notices.svelte.ts';
import { operationInputs } from './operation-inputs.ts';
import { operations, type OfferedOperation } from './operations.ts';
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
  marks?: Marks,
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
    inputs: (raster) =>
      operationInputs(raster, { spec: operation.spec, layer, inputs: recipe.inputs, find: findLayer }),
  });
}

/** A recipe's inputs with other marks; pictures stay where no other layer was chosen. */
function withMarks(inputs: Recipe['inputs'], marks: Marks): Recipe['inputs'] {
  const others = Object.entries(inputs).filter(([, input]) => !isMarkedInput(input));
  return { ...Object.fromEntries(others), ...marks };
}

/** Fills the operation's panel with a layer's recipe; Apply makes the layer again then. */
export function editRecipe(layerId: string): void {
  if (!findRecipe(layerId)) return;
  studio.selectedIds = [layerId];
  settings.setSideTab('operations');
  recipeEditing.start(layerId);
}

const findLayer = (id: string) => findInfo(studio.document?.layers ?? [], id);

function findRecipe(
  layerId: string,
): { layer: LayerInfo; recipe: Recipe; operation: OfferedOperation } | undefined {
  const layer = findLayer(layerId);
  const recipe = layer?.recipe;
  if (!recipe) return undefined;
  const operation = operations().find(
    ({ plugin, spec }) => plugin.id === recipe.plugin && spec.id === recipe.operation,
  );
  if (operation) return { layer, recipe, operation };
  const message = `The plugin "${recipe.plugin}" is not installed.`;
  notices.error(new KomaError('PLUGIN_MISSING', message, { plugin: recipe.plugin }));
  return undefined;
}
