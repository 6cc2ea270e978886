import { selectionMask, type KomaDocument } from '@koma/core/document';
import type { TileStore } from '@koma/core/raster';
import { maskOutline, type MaskOutline } from '@koma/core/tools';

/** The outline of the selection, pixels of the document; undefined while nothing is selected. */
export function selectionOutline(store: TileStore, document: KomaDocument): MaskOutline | undefined {
  return document.selection && maskOutline(selectionMask(store, document));
}
