import { coverageFromPlane, readCoverage } from '../../raster/index.ts';
import { reframeMask, type Mask, type PlacedMask } from '../../tools/index.ts';
import type { LayerNode } from '../document.ts';
import type { Recipe } from '../recipe.ts';
import type { Transaction } from '../transaction.ts';
import { canvasOf } from './cut-source.ts';

/** Gives a layer or group a mask that an operation made. @param outside what it is beyond the canvas */
export function setMask(
  transaction: Transaction,
  id: string,
  mask: PlacedMask,
  outside: 0 | 255,
  recipe: Recipe | undefined,
): void {
  // All of the canvas: where the mask was cut to its bounds, it is not what it is beyond the canvas.
  const canvas = canvasOf(transaction);
  const tiles = coverageFromPlane(transaction.store, reframeMask(mask, canvas).data, canvas, outside);
  transaction.setMask(id, { tiles, outside, enabled: true, ...(recipe ? { recipe } : {}) });
}

/** What a mask shows of the canvas. */
export function ownMask(transaction: Transaction, { mask }: LayerNode): PlacedMask | undefined {
  const canvas = canvasOf(transaction);
  return mask && { ...canvas, data: readCoverage(transaction.store, mask.tiles, canvas, mask.outside) };
}

/** What a mask leaves out, of the same size. */
export function complement({ width, height, data }: Mask): PlacedMask {
  return { x: 0, y: 0, width, height, data: data.map((coverage) => 255 - coverage) };
}

/** The same strokes, and all that they leave out. */
export function holeRecipe(recipe: Recipe): Recipe {
  return { ...recipe, params: { ...recipe.params, invert: recipe.params['invert'] !== true } };
}
