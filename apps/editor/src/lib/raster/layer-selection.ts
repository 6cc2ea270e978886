import { layerFrame, type KomaDocument, type RasterLayer } from '@koma/core/document';
import type { MaskInput } from '@koma/core/plugin';
import { readCoverage, resampleMask, type TileStore } from '@koma/core/raster';

/**
 * What is selected of a layer's picture: a mask of that picture's size, however large the layer shows it.
 * @returns undefined while nothing is selected; the caller's own
 */
export function layerSelection(
  store: TileStore,
  document: KomaDocument,
  layer: RasterLayer,
): MaskInput | undefined {
  if (!document.selection) return undefined;
  const frame = layerFrame(document, layer);
  const { width, height } = layer.original?.picture ?? frame;
  const shown = { ...frame, data: readCoverage(store, document.selection, frame) };
  const { data } = resampleMask(shown, width, height, { filter: 'bilinear' });
  return { width, height, data };
}
