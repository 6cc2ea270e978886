import { KomaError } from '../../errors.ts';
import type { KomaDocument, LayerNode, RasterLayer } from '../document.ts';
import { findLayer, isLocked, isShown, walkLayers } from '../layer-tree.ts';

/**
 * The layer that is about to be painted on, or its mask.
 * @throws KomaError `LAYER_MISSING`, `LAYER_LOCKED`, `LAYER_HIDDEN`, `LAYER_IS_GROUP`, `MASK_MISSING`
 */
export function assertPaintable(
  document: KomaDocument | undefined,
  id: string | undefined,
  plane: 'pixels' | 'mask' = 'pixels',
): LayerNode {
  const layer = plane === 'pixels' ? requireRaster(document, id) : requireLayer(document, id);
  const { name } = layer;
  if (plane === 'mask' && !layer.mask)
    throw new KomaError('MASK_MISSING', `"${name}" has no mask. Add one first.`, { name });
  assertUnlocked(document!, layer);
  if (!isShown(document!, layer.id))
    throw new KomaError('LAYER_HIDDEN', `"${name}" is hidden. Show it to draw on it.`, { name });
  return layer;
}

/** @throws KomaError `LAYER_LOCKED` where the layer or a group around it is locked */
export function assertUnlocked(document: KomaDocument, layer: LayerNode): void {
  if (isLocked(document, layer.id)) throw locked(layer);
}

/** As {@link assertUnlocked}, for what takes away all that is in a group as well. @throws KomaError `LAYER_LOCKED` */
export function assertAllUnlocked(document: KomaDocument, layer: LayerNode): void {
  assertUnlocked(document, layer);
  for (const inner of walkLayers([layer])) if (inner.locked) throw locked(inner);
}

/** A layer of pixels. @throws KomaError `LAYER_MISSING`, `LAYER_IS_GROUP` */
export function requireRaster(document: KomaDocument | undefined, id: string | undefined): RasterLayer {
  const layer = requireLayer(document, id);
  if (layer.kind === 'raster') return layer;
  const { name } = layer;
  throw new KomaError(
    'LAYER_IS_GROUP',
    `"${name}" is a group and has no pixels of its own. Choose a layer in it.`,
    { name },
  );
}

function requireLayer(document: KomaDocument | undefined, id: string | undefined): LayerNode {
  const layer = document && findLayer(document, id);
  if (!layer) throw new KomaError('LAYER_MISSING', 'Choose a layer first.');
  return layer;
}

function locked({ name }: LayerNode): KomaError {
  return new KomaError('LAYER_LOCKED', `"${name}" is locked. Unlock it to change it.`, { name });
}
