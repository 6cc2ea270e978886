import { walkLayers, type KomaDocument, type LayerNode } from '@koma/core/document';

/** A document with a layer, or a group and all in it, not to be seen; the same document where it is not in it. */
export function withoutLayer(document: KomaDocument, id: string): KomaDocument {
  const layers = hidden(document.layers, id);
  return layers === document.layers ? document : { ...document, layers };
}

/** Keys of all tiles of pixels in layers and groups. */
export function tileKeysOf(layers: readonly LayerNode[]): Set<number> {
  const keys = new Set<number>();
  for (const layer of walkLayers(layers))
    if (layer.kind === 'raster') for (const key of layer.tiles.keys()) keys.add(key);
  return keys;
}

function hidden(layers: readonly LayerNode[], id: string): readonly LayerNode[] {
  let changed = false;
  const next = layers.map((layer): LayerNode => {
    if (layer.id === id) {
      changed = true;
      return { ...layer, visible: false };
    }
    if (layer.kind !== 'group') return layer;
    const children = hidden(layer.children, id);
    changed ||= children !== layer.children;
    return children === layer.children ? layer : { ...layer, children };
  });
  return changed ? next : layers;
}
