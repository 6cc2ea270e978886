import { addLayer, resizeDocument, updateLayer, type KomaDocument, type Layer } from '@koma/core/document';
import type { OperationSpec } from '@koma/core/plugin';
import type { RasterImage } from '@koma/core/raster';

export type Placement = OperationSpec['placement'][number];

/**
 * Puts an operation's result into the document.
 * - `resize-document`: the layer gets the new pixels and the canvas grows by the same factor; other
 *   layers keep their pixels and are stretched when shown;
 * - `new-layer`: a layer above the source, in the source's place, with all its pixels;
 * - `replace-layer`: the source's pixels are replaced in place.
 */
export function placeResult(
  document: KomaDocument,
  source: Layer,
  image: RasterImage,
  placement: Placement,
  title: string,
): { document: KomaDocument; layerId: string | undefined } {
  if (placement === 'new-layer') {
    const name = `${source.name} · ${title}`;
    const layer = { name, visible: true, opacity: source.opacity, image, frame: source.frame };
    const placed = addLayer(document, layer, source.id);
    return { document: placed, layerId: placed.layers.find((other) => !document.layers.includes(other))?.id };
  }
  const replaced = withoutOrigin(updateLayer(document, source.id, { image }), source.id);
  if (placement === 'replace-layer') return { document: replaced, layerId: source.id };
  const [sx, sy] = [image.width / source.frame.width, image.height / source.frame.height];
  const width = Math.max(1, Math.round(document.width * sx));
  const height = Math.max(1, Math.round(document.height * sy));
  const resized = resizeDocument(replaced, width, height);
  const frame = resized.layers.find(({ id }) => id === source.id)?.frame ?? source.frame;
  // Rounding the canvas and the edges can leave the frame a pixel off: every pixel would be resampled.
  const fitted = { frame: { ...frame, width: image.width, height: image.height } };
  return { document: updateLayer(resized, source.id, fitted), layerId: source.id };
}

/** New pixels are no longer those of the file. */
function withoutOrigin(document: KomaDocument, id: string): KomaDocument {
  const layers = document.layers.map((layer) => {
    if (layer.id !== id) return layer;
    const { origin: _, ...rest } = layer;
    return rest;
  });
  return { ...document, layers };
}
