import { isMarkedInput, type Recipe } from '@koma/core/document';
import type { StrokesInput } from '@koma/core/plugin';
import type { CutSource, LayerInfo, SelectionMade } from '#lib/raster/protocol.ts';
import { flattenInfos } from '#lib/studio/layer-infos.ts';
import type { CutEdge } from './cut-settings.ts';
import { readCutEdge } from './read-cut-settings.ts';

/** What a session begins with that changes what was cut out before. */
export interface CutStart {
  readonly strokes: StrokesInput;
  readonly source: CutSource;
  readonly edge: CutEdge;
  readonly invert: boolean;
}

/** A layer, or its mask, that came out of the same strokes as another. */
export interface CutRelative {
  readonly layerId: string;
  readonly name: string;
  readonly plane: 'pixels' | 'mask';
  /** Which of the names it shows, counted from 1; 0 is all. */
  readonly only: number;
  /** It hides what the others show. */
  readonly isHole: boolean;
}

/** What is known of a selection that was cut out; undefined where it is another plugin's. */
export function readCutMade(made: SelectionMade | undefined, plugin: string): CutStart | undefined {
  if (made?.recipe.plugin !== plugin) return undefined;
  const { strokes, params } = made.recipe;
  return {
    strokes,
    source: made.source,
    edge: readCutEdge(params),
    invert: params['invert'] === true,
  };
}

/**
 * The recipe to begin with where all that came out of the same strokes is to change: that of the cut-out, where
 * one's own is of the hole that it has left.
 */
export function leadingRecipe(layers: readonly LayerInfo[], recipe: Recipe | undefined): Recipe | undefined {
  if (!recipe) return undefined;
  const first = relativesOf(layers, recipe).find(({ plane }) => plane === 'pixels');
  const layer = first && flattenInfos(layers).find(({ id }) => id === first.layerId);
  return layer?.recipe ?? recipe;
}

/** What a recipe says of a cut-out; undefined where it is of something else. */
export function readCutRecipe(recipe: Recipe | undefined, plugin: string): CutStart | undefined {
  if (recipe?.plugin !== plugin) return undefined;
  const { image, strokes } = recipe.inputs;
  if (!image || isMarkedInput(image) || !strokes || !('strokes' in strokes)) return undefined;
  return {
    strokes,
    source: 'kept' in image ? { type: 'kept', key: image.kept } : { type: 'layer', id: image.layerId },
    edge: readCutEdge(recipe.params),
    invert: recipe.params['invert'] === true,
  };
}

/**
 * All layers and masks that came out of the same strokes over the same picture: they change together. A mask
 * hides what the pixels show where it was made as their opposite.
 */
export function relativesOf(layers: readonly LayerInfo[], recipe: Recipe): CutRelative[] {
  const isInverted = recipe.params['invert'] === true;
  const key = (one: Recipe): string => JSON.stringify([one.plugin, one.inputs]);
  const wanted = key(recipe);
  return flattenInfos(layers).flatMap(({ id, name, recipe: own, mask }): CutRelative[] => {
    const found: CutRelative[] = [];
    const common = { layerId: id, name };
    if (own && key(own) === wanted)
      found.push({ ...common, plane: 'pixels', only: numberOf(own.params['only']), isHole: false });
    if (mask?.recipe && key(mask.recipe) === wanted)
      found.push({
        ...common,
        plane: 'mask',
        only: 0,
        isHole: (mask.recipe.params['invert'] === true) !== isInverted,
      });
    return found;
  });
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
