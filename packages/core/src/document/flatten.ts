import { compositeOver, createImage, resizeImage, type RasterImage } from '../raster/index.ts';
import type { KomaDocument, Layer } from './document.ts';

/**
 * The whole document as one picture: visible layers from the bottom up, straight alpha kept. A single
 * opaque-at-full-size layer is returned as it is, without copying.
 */
export function flattenDocument(document: KomaDocument): RasterImage {
  const shown = document.layers.filter((layer) => layer.visible && layer.opacity > 0);
  const only = shown.length === 1 ? shown[0] : undefined;
  if (only && only.opacity === 1 && coversExactly(document, only)) return only.image;
  const result = createImage(document.width, document.height);
  for (const layer of shown) {
    const { frame } = layer;
    compositeOver(
      result,
      resizeImage(layer.image, frame.width, frame.height),
      frame.x,
      frame.y,
      layer.opacity,
    );
  }
  return result;
}

function coversExactly(document: KomaDocument, layer: Layer): boolean {
  const { frame, image } = layer;
  return (
    frame.x === 0 &&
    frame.y === 0 &&
    image.width === document.width &&
    image.height === document.height &&
    frame.width === document.width &&
    frame.height === document.height
  );
}
