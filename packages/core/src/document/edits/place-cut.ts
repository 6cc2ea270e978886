import { pixelsFromImage, type RasterImage, type TileCompositor } from '../../raster/index.ts';
import { combineMasks, placeMask, type CombineMode, type Mask } from '../../tools/index.ts';
import type { CutRecipe, CutSource } from '../cut-recipe.ts';
import { groupLayer, rasterLayer, type RasterLayer } from '../document.ts';
import { childrenOf } from '../layer-tree.ts';
import type { Recipe } from '../recipe.ts';
import type { Transaction } from '../transaction.ts';
import { assertUnlocked, requireRaster } from './assert-editable.ts';
import { complement, holeRecipe, joinedTo, ownMask, setMask } from './cut-mask.ts';
import { canvasOf, cutPicture, recipeOf, sourceInput } from './cut-source.ts';
import { forgetUnusedInputs } from './forget-unused-inputs.ts';
import { groupLayers } from './group-layers.ts';
import { insertNear } from './insert-near.ts';
import { multiplyAlpha } from './multiply-alpha.ts';

/** What was cut out, as a picture. */
export interface CutPiece {
  readonly name: string;
  readonly image: RasterImage;
  /** Where its top left corner lies in pixels of the document. */
  readonly x: number;
  readonly y: number;
  /** Parameters of the recipe that make this one of several. */
  readonly params?: Recipe['params'];
}

export interface PlacedCut {
  readonly source: CutSource;
  readonly recipe: CutRecipe;
  /** Of the canvas's size. */
  readonly mask: Mask;
  /**
   * - `mask`: the layer gets the mask, joined to its own by `mode`;
   * - `layer`: the piece becomes a layer;
   * - `hole`: the same, and what it was cut out of hides it: by a mask, so nothing is lost;
   * - `split`: the pieces and what is left over become layers of a new group.
   */
  readonly output: 'mask' | 'layer' | 'hole' | 'split';
  readonly mode: CombineMode;
  /** The layer that gets the mask, or above which layers go. */
  readonly layerId: string | undefined;
  /** At least one, but for a mask. */
  readonly pieces: readonly CutPiece[];
  /** Names of the group of a split, of what is left over, and of the group that gets a hole. */
  readonly names: { readonly group: string; readonly rest: string; readonly below: string };
}

/**
 * Puts what was cut out into the document. Nothing that is there is lost: pixels stay, and masks are changed
 * as asked.
 * @returns the layers to select then
 * @throws KomaError `LAYER_MISSING`, `LAYER_IS_GROUP`, `LAYER_LOCKED`, before anything is changed
 */
export function placeCut(
  transaction: Transaction,
  cut: PlacedCut,
  compositor: TileCompositor,
): readonly string[] {
  const input = sourceInput(transaction, cut.source, compositor);
  const recipe = recipeOf(cut.recipe, input);
  switch (cut.output) {
    case 'mask':
      return [placeMaskOn(transaction, cut, recipe)];
    case 'hole':
      punch(transaction, cut, recipe);
      return [addPiece(transaction, cut, recipe)];
    case 'layer':
      return [addPiece(transaction, cut, recipe)];
    case 'split':
      return [split(transaction, cut, recipe, compositor)];
  }
}

function placeMaskOn(transaction: Transaction, { layerId, mask, mode }: PlacedCut, recipe: Recipe): string {
  const { document } = transaction;
  const id = layerId ?? requireRaster(document, layerId).id;
  const layer = transaction.layer(id);
  assertUnlocked(document, layer);
  const own = ownMask(transaction, layer);
  if (!own || mode === 'replace') setMask(transaction, id, placeMask(mask), 0, recipe);
  else {
    const joined = joinedTo(transaction, own, mode);
    setMask(transaction, id, combineMasks(own, placeMask(mask), mode), 0, { ...recipe, joined });
  }
  forgetUnusedInputs(transaction);
  return id;
}

/** Hides what was cut out of the layer that it was, or of everything. */
function punch(transaction: Transaction, cut: PlacedCut, recipe: Recipe): void {
  const { document } = transaction;
  const roots = childrenOf(document, undefined);
  const shown = roots.filter(({ visible }) => visible);
  const id =
    cut.source.type === 'layer'
      ? cut.source.id
      : shown.length === 1
        ? shown[0]!.id
        : groupLayers(
            transaction,
            roots.map((layer) => layer.id),
            cut.names.below,
          );
  const layer = transaction.layer(id);
  assertUnlocked(transaction.document, layer);
  const own = ownMask(transaction, layer);
  const holed = own ? combineMasks(own, complement(cut.mask), 'intersect') : complement(cut.mask);
  const joined = own ? { joined: joinedTo(transaction, own, 'intersect') } : {};
  setMask(transaction, id, holed, layer.mask?.outside ?? 255, { ...holeRecipe(recipe), ...joined });
}

function addPiece(transaction: Transaction, cut: PlacedCut, recipe: Recipe): string {
  const [piece] = cut.pieces;
  const layer = pieceLayer(transaction, piece!, recipe);
  if (cut.source.type === 'layer') insertNear(transaction, layer, cut.source.id);
  // What was cut out of all that is seen lies over all of it.
  else transaction.insertAbove(layer);
  return layer.id;
}

function pieceLayer(
  transaction: Transaction,
  { name, image, x, y, params }: CutPiece,
  recipe: Recipe | undefined,
): RasterLayer {
  return rasterLayer(name, {
    tiles: pixelsFromImage(transaction.store, image, x, y),
    frame: canvasOf(transaction),
    ...(recipe ? { recipe: { ...recipe, params: { ...recipe.params, ...params } } } : {}),
  });
}

function split(transaction: Transaction, cut: PlacedCut, recipe: Recipe, compositor: TileCompositor): string {
  const rest = cutPicture(transaction, cut.source, compositor)!;
  multiplyAlpha(rest.data, complement(cut.mask).data);
  const children = [
    pieceLayer(transaction, { name: cut.names.rest, image: rest, x: 0, y: 0 }, undefined),
    ...cut.pieces.map((piece) => pieceLayer(transaction, piece, recipe)),
  ];
  const group = groupLayer(cut.names.group, { children });
  if (cut.source.type === 'layer') insertNear(transaction, group, cut.source.id);
  else transaction.insertAbove(group);
  return group.id;
}
