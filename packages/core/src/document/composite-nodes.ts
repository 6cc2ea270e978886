import type { CompositeNode } from '../raster/index.ts';
import type { LayerNode } from './document.ts';

/** A layer as the compositor sees it. */
export interface LayerCompositeNode extends CompositeNode {
  readonly layer: LayerNode;
  readonly children?: readonly LayerCompositeNode[];
}

const known = new WeakMap<LayerNode, LayerCompositeNode>();

/** The layers as the compositor sees them. Layers are immutable, so each is translated once. */
export function compositeNodes(layers: readonly LayerNode[]): readonly LayerCompositeNode[] {
  return layers.map(compositeNode);
}

function compositeNode(layer: LayerNode): LayerCompositeNode {
  let node = known.get(layer);
  if (!node) {
    node = {
      id: layer.id,
      visible: layer.visible,
      opacity: layer.opacity,
      blendMode: layer.blendMode,
      clip: layer.clip,
      hasMask: layer.mask?.enabled ?? false,
      layer,
      ...(layer.kind === 'group' ? { children: compositeNodes(layer.children) } : {}),
    };
    known.set(layer, node);
  }
  return node;
}
