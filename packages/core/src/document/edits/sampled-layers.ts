import type { KomaDocument, LayerNode } from '../document.ts';
import { findRaster, isShown, walkLayers } from '../layer-tree.ts';

/** Which pixels a fill, the wand or the eyedropper looks at: a layer's, what is seen, or reference layers. */
export type SampleSource = 'layer' | 'all' | 'reference';

/**
 * The layers that are looked at, as they are looked at, from the bottom up. Reference layers are those
 * marked so and line art, where they are shown; without any, what is seen bounds a fill.
 * @param layerId for the source `layer`: seen by itself, whatever its opacity; of a group there is nothing
 */
export function sampledLayers(
  document: KomaDocument,
  layerId: string | undefined,
  sample: SampleSource,
): readonly LayerNode[] {
  if (sample === 'all') return document.layers;
  if (sample === 'reference') {
    const marked = [...walkLayers(document.layers)].filter(
      (layer) =>
        layer.kind === 'raster' &&
        (layer.reference || layer.role === 'line-art') &&
        isShown(document, layer.id),
    );
    return marked.length > 0 ? marked.map((layer) => ({ ...layer, clip: false })) : document.layers;
  }
  const layer = findRaster(document, layerId);
  return layer ? [{ ...layer, visible: true, opacity: 1, clip: false, blendMode: 'normal' }] : [];
}
