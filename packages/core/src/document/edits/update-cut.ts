import { pixelsFromImage } from '../../raster/index.ts';
import { placeMask, type Mask } from '../../tools/index.ts';
import type { CutRecipe } from '../cut-recipe.ts';
import type { Transaction } from '../transaction.ts';
import { assertUnlocked, requireRaster } from './assert-editable.ts';
import { complement, holeRecipe, joinAgain, setMask } from './cut-mask.ts';
import { canvasOf, recipeOf } from './cut-source.ts';
import { fittingMode } from './fitting-mode.ts';
import { forgetUnusedInputs } from './forget-unused-inputs.ts';
import type { CutPiece } from './place-cut.ts';

/** A layer, or its mask, that takes another answer to the same question. */
export interface CutTarget {
  readonly layerId: string;
  readonly plane: 'pixels' | 'mask';
  /** For pixels. */
  readonly piece?: CutPiece;
  /** The mask hides what was cut out. */
  readonly isHole?: boolean;
}

export interface UpdatedCut {
  readonly targets: readonly CutTarget[];
  readonly recipe: CutRecipe;
  readonly mask: Mask;
}

/**
 * Gives layers and masks that were cut out another answer, each in its place.
 * @throws KomaError `LAYER_MISSING`, `LAYER_IS_GROUP`, `LAYER_LOCKED`
 */
export function updateCut(transaction: Transaction, { targets, recipe, mask }: UpdatedCut): void {
  const { store } = transaction;
  for (const { layerId, plane, piece, isHole } of targets) {
    const layer = transaction.layer(layerId);
    assertUnlocked(transaction.document, layer);
    const before = plane === 'mask' ? layer.mask?.recipe : layer.kind === 'raster' ? layer.recipe : undefined;
    const joined = before?.joined && { joined: before.joined };
    const made = { ...recipeOf(recipe, before?.inputs['image'] ?? { layerId }), ...joined };
    if (plane === 'mask') {
      const shown = isHole ? complement(mask) : placeMask(mask);
      const outside = isHole ? (layer.mask?.outside ?? 255) : 0;
      const whole = joinAgain(transaction, shown, made);
      setMask(transaction, layerId, whole, outside, isHole ? holeRecipe(made) : made);
    } else if (piece) {
      const raster = requireRaster(transaction.document, layerId);
      const params = { ...made.params, ...piece.params };
      transaction.replaceTiles(layerId, pixelsFromImage(store, piece.image, piece.x, piece.y));
      transaction.setOriginal(layerId, undefined);
      const colourMode = fittingMode(piece.image.data, raster.colourMode);
      transaction.setLayer(layerId, {
        recipe: { ...made, params },
        frame: canvasOf(transaction),
        colourMode,
      });
    }
  }
  forgetUnusedInputs(transaction);
}
