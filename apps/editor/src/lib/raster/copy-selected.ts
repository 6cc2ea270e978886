import { selectionMask, type KomaDocument } from '@koma/core/document';
import type { RasterImage, Rect, TileStore } from '@koma/core/raster';

/** What is selected of a picture, cut to its bounds; all of it where nothing is selected. */
export function copySelected(
  store: TileStore,
  document: KomaDocument,
  read: (rect: Rect) => RasterImage,
): RasterImage {
  const canvas = { x: 0, y: 0, width: document.width, height: document.height };
  const mask = selectionMask(store, document);
  if (mask.width === 0) return read(canvas);
  const { x, y, width, height } = mask;
  const image = read({ x, y, width, height });
  for (let i = 0; i < mask.data.length; i++)
    image.data[i * 4 + 3] = (image.data[i * 4 + 3]! * mask.data[i]!) / 255;
  return image;
}
