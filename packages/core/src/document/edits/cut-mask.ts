import { coverageFromPlane, createImage, readCoverage, resizeImage } from '../../raster/index.ts';
import { combineMasks, reframeMask, type Mask, type PlacedMask } from '../../tools/index.ts';
import type { LayerNode } from '../document.ts';
import type { Recipe } from '../recipe.ts';
import type { Transaction } from '../transaction.ts';
import { canvasOf } from './cut-source.ts';
import { readPicture, storePicture } from './layer-picture.ts';

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

/**
 * Keeps a mask to which another is joined, so that this other can be made again.
 * @param mode not `replace`
 */
export function joinedTo(
  transaction: Transaction,
  own: PlacedMask,
  mode: NonNullable<Recipe['joined']>['mode'],
): NonNullable<Recipe['joined']> {
  const { width, height, data } = reframeMask(own, canvasOf(transaction));
  const grey = createImage(width, height);
  for (let i = 0; i < data.length; i++) {
    grey.data.fill(data[i]!, i * 4, i * 4 + 3);
    grey.data[i * 4 + 3] = 255;
  }
  const kept = crypto.randomUUID();
  transaction.keep(kept, storePicture(transaction.store, grey));
  return { mode, kept };
}

/** A mask that an operation made, joined to what its recipe says; itself where it was joined to nothing. */
export function joinAgain(transaction: Transaction, mask: PlacedMask, { joined }: Recipe): PlacedMask {
  const { store, document } = transaction;
  const kept = joined && document.kept.get(joined.kept);
  if (!joined || !kept) return mask;
  const { width, height, data } = resizeImage(readPicture(store, kept), document.width, document.height);
  const own = new Uint8Array(width * height);
  for (let i = 0; i < own.length; i++) own[i] = data[i * 4]!;
  return combineMasks({ x: 0, y: 0, width, height, data: own }, mask, joined.mode);
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
