import type { GeneratorRecipe, Recipe } from '@koma/core/document';
import { i18n } from '#lib/i18n/i18n.svelte.ts';
import { notices } from '#lib/studio/notices.svelte.ts';
import { editRecipe, rerunRecipe } from '#lib/studio/recipes.ts';
import { studio } from '#lib/studio/studio.svelte.ts';
import { rerunCut } from '#lib/segment/rerun-cut.ts';
import { isCutOut } from './cut-actions.ts';
import { isSingle, layerAction } from './layer-action.ts';

const hasRecipe = () => isSingle() && studio.selected?.recipe !== undefined;

/** Actions on how the active layer was made. */
export const recipeActions = {
  rerun: layerAction({
    label: 'layers.rerun',
    enabled: hasRecipe,
    // What came out of the same strokes changes together.
    run: () =>
      isCutOut('pixels') ? rerunCut(studio.selected!.id, 'pixels') : rerunRecipe(studio.selected!.id),
  }),
  editRecipe: layerAction({
    label: 'layers.editRecipe',
    enabled: hasRecipe,
    run: () => editRecipe(studio.selected!.id),
  }),
  copyRecipe: layerAction({
    label: 'layers.copyRecipe',
    enabled: hasRecipe,
    run: () => copyRecipe(studio.selected!.recipe!),
  }),
};

/** Puts a recipe onto the clipboard as JSON, and tells the person. */
export async function copyRecipe(recipe: Recipe | GeneratorRecipe): Promise<void> {
  try {
    await navigator.clipboard.writeText(JSON.stringify(recipe, null, 2));
    notices.info(i18n.t('layers.recipeCopied'));
  } catch {
    notices.info(i18n.t('edit.copyFailed'));
  }
}
