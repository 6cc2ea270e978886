import { multiplyAlpha, selectionMask, type KomaDocument } from '@koma/core/document';
import type { RasterImage, Rect, TileStore } from '@koma/core/raster';
import { trimMask } from '@koma/core/tools';

/**
 * What is selected of a picture, cut to its bounds; all of it where nothing is selected.
 * @param read the picture's pixels in a rectangle of the document; written to
 */
export function copySelected(
  store: TileStore,
  document: KomaDocument,
  read: (rect: Rect) => RasterImage,
): RasterImage {
  const mask = trimMask(selectionMask(store, document));
  if (mask.width === 0) return read({ x: 0, y: 0, width: document.width, height: document.height });
  const { x, y, width, height } = mask;
  const image = read({ x, y, width, height });
  multiplyAlpha(image.data, mask.data);
  return image;
}
