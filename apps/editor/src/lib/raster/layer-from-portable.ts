import { groupLayer, type LayerNode } from '@koma/core/document';
import type { PortableDocument } from '@koma/core/layered';
import { fromPortable } from '@koma/core/portable';
import type { TileStore } from '@koma/core/raster';

/**
 * The layers of a portable document as one: the only one of them, or a group that is named as the document. The
 * group is isolated, so that lines in multiply darken what was sent with them and not what lies below.
 * @returns the caller owns a reference to every tile; ids are new, so that the same can be added twice
 */
export function layerFromPortable(store: TileStore, portable: PortableDocument): LayerNode {
  const nodes = layersFromPortable(store, portable);
  const [only] = nodes;
  if (only && nodes.length === 1) return only;
  return groupLayer(portable.name, { children: nodes, blendMode: 'normal', expanded: false });
}

/** The layers of a portable document, with new ids. @returns the caller owns a reference to every tile */
export function layersFromPortable(store: TileStore, portable: PortableDocument): LayerNode[] {
  const { kept: _kept, ...without } = portable;
  return fromPortable(store, without).layers.map(withNewIds);
}

function withNewIds(layer: LayerNode): LayerNode {
  const id = crypto.randomUUID();
  return layer.kind === 'group'
    ? { ...layer, id, children: layer.children.map(withNewIds) }
    : { ...layer, id };
}
