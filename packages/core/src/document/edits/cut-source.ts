import {
  readPixels,
  resizeImage,
  type RasterImage,
  type Rect,
  type TileCompositor,
} from '../../raster/index.ts';
import type { CutRecipe, CutSource } from '../cut-recipe.ts';
import type { LayerNode, RasterLayer } from '../document.ts';
import { flattenLayers } from '../flatten.ts';
import type { Recipe, RecipeInput } from '../recipe.ts';
import type { Transaction } from '../transaction.ts';
import { requireRaster } from './assert-editable.ts';
import { layerFrame, readPicture, storePicture } from './layer-picture.ts';

/** The picture that is cut, of the canvas's size; the caller's own. */
export function cutPicture(
  { document, store }: Pick<Transaction, 'document' | 'store'>,
  source: CutSource,
  compositor: TileCompositor,
): RasterImage | undefined {
  const canvas = { x: 0, y: 0, width: document.width, height: document.height };
  if (source.type === 'visible') return flattenLayers(store, document.layers, canvas, compositor);
  if (source.type === 'layer') return readPixels(store, requireRaster(document, source.id).tiles, canvas);
  const kept = document.kept.get(source.key);
  // The document may have another size than when the picture was kept; strokes have followed it.
  return kept && resizeImage(readPicture(store, kept), document.width, document.height);
}

/** How it was made, with the picture that it was made from. */
export function recipeOf({ strokes, ...recipe }: CutRecipe, image: RecipeInput): Recipe {
  return { ...recipe, inputs: { image, strokes }, placement: 'new-layer' };
}

/** The rectangle of the whole canvas. */
export function canvasOf({ document }: Transaction): Rect {
  return { x: 0, y: 0, width: document.width, height: document.height };
}

/** What a recipe names as the picture: a layer that is the picture, or else a copy that the document keeps. */
export function sourceInput(
  transaction: Transaction,
  source: CutSource,
  compositor: TileCompositor,
): RecipeInput {
  if (source.type === 'kept') return { kept: source.key };
  const { document, store } = transaction;
  const shown = document.layers.filter(({ visible }) => visible);
  const only = source.type === 'layer' ? requireRaster(document, source.id) : shown[0];
  const isAlone = source.type === 'layer' || (shown.length === 1 && only !== undefined && isPlain(only));
  if (isAlone && only?.kind === 'raster' && fillsCanvas(transaction, only)) return { layerId: only.id };
  const key = crypto.randomUUID();
  transaction.keep(key, storePicture(store, cutPicture(transaction, source, compositor)!));
  return { kept: key };
}

/** Whether nothing but its pixels is seen of a layer. */
function isPlain({ kind, opacity, blendMode, mask, clip }: LayerNode): boolean {
  return kind === 'raster' && opacity === 1 && blendMode === 'normal' && !mask && !clip;
}

/** Whether a layer's picture and the canvas lie on each other, pixel by pixel. */
function fillsCanvas({ document }: Transaction, layer: RasterLayer): boolean {
  const { x, y, width, height } = layerFrame(document, layer);
  return !layer.original && x === 0 && y === 0 && width === document.width && height === document.height;
}
