import { cut } from '#lib/segment/cut-session.svelte.ts';
import { readCutRecipe } from '#lib/segment/cut-recipe.ts';
import { rerunCut } from '#lib/segment/rerun-cut.ts';
import { cutOperation } from '#lib/studio/cut-operation.ts';
import { studio } from '#lib/studio/studio.svelte.ts';
import { isSingle, layerAction } from './layer-action.ts';

/** Whether the chosen layer's pixels, or its mask, came out of strokes. */
export function isCutOut(plane: 'pixels' | 'mask'): boolean {
  const layer = studio.selected;
  const recipe = plane === 'mask' ? layer?.mask?.recipe : layer?.recipe;
  return isSingle() && readCutRecipe(recipe, cutOperation()?.plugin.id ?? '') !== undefined;
}

/** Actions on what was cut out. */
export const cutActions = {
  editStrokes: layerAction({
    label: 'segment.edit',
    enabled: () => isCutOut('pixels'),
    run: () => cut.edit(studio.selected!.id, 'pixels'),
  }),
  editMaskStrokes: layerAction({
    label: 'segment.editMask',
    enabled: () => isCutOut('mask'),
    run: () => cut.edit(studio.selected!.id, 'mask'),
  }),
  rerunMask: layerAction({
    label: 'segment.rerunMask',
    enabled: () => isCutOut('mask'),
    run: () => rerunCut(studio.selected!.id, 'mask'),
  }),
};
