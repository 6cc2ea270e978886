import type { KomaDocument, LayerNode, RasterLayer } from './document.ts';

/** Where a layer is: in which group (undefined: at the root) and at which index from the bottom. */
export interface LayerPlace {
  readonly parent: string | undefined;
  readonly index: number;
}

/** All layers, groups before what is in them, from the bottom up. */
export function* walkLayers(layers: readonly LayerNode[]): Generator<LayerNode> {
  for (const layer of layers) {
    yield layer;
    if (layer.kind === 'group') yield* walkLayers(layer.children);
  }
}

export function findLayer(document: KomaDocument, id: string | undefined): LayerNode | undefined {
  if (id === undefined) return undefined;
  for (const layer of walkLayers(document.layers)) if (layer.id === id) return layer;
  return undefined;
}

/** The layer with this id if it has pixels. */
export function findRaster(document: KomaDocument, id: string | undefined): RasterLayer | undefined {
  const layer = findLayer(document, id);
  return layer?.kind === 'raster' ? layer : undefined;
}

/** The layers in a group, or at the root. */
export function childrenOf(document: KomaDocument, parent: string | undefined): readonly LayerNode[] {
  if (parent === undefined) return document.layers;
  const group = findLayer(document, parent);
  if (group?.kind !== 'group') throw new RangeError('there is no such group');
  return group.children;
}

export function placeOf(document: KomaDocument, id: string): LayerPlace | undefined {
  const search = (layers: readonly LayerNode[], parent: string | undefined): LayerPlace | undefined => {
    const index = layers.findIndex((layer) => layer.id === id);
    if (index >= 0) return { parent, index };
    for (const layer of layers) {
      const found = layer.kind === 'group' ? search(layer.children, layer.id) : undefined;
      if (found) return found;
    }
    return undefined;
  };
  return search(document.layers, undefined);
}

/** The groups around a layer, the outermost first. */
export function ancestorsOf(document: KomaDocument, id: string): readonly LayerNode[] {
  const chain: LayerNode[] = [];
  for (
    let place = placeOf(document, id);
    place?.parent !== undefined;
    place = placeOf(document, place.parent)
  )
    chain.unshift(findLayer(document, place.parent)!);
  return chain;
}

/** True where the layer or a group around it is locked. */
export function isLocked(document: KomaDocument, id: string): boolean {
  return [findLayer(document, id), ...ancestorsOf(document, id)].some((layer) => layer?.locked);
}

/** True where the layer and every group around it is visible. */
export function isShown(document: KomaDocument, id: string): boolean {
  return [findLayer(document, id), ...ancestorsOf(document, id)].every((layer) => layer?.visible);
}

/** A tree in which one layer is replaced; the same tree where there is none. */
export function replaceLayer(
  layers: readonly LayerNode[],
  id: string,
  change: (layer: LayerNode) => LayerNode,
): readonly LayerNode[] {
  let changed = false;
  const next = layers.map((layer) => {
    if (layer.id === id) {
      changed = true;
      return change(layer);
    }
    if (layer.kind !== 'group') return layer;
    const children = replaceLayer(layer.children, id, change);
    if (children === layer.children) return layer;
    changed = true;
    return { ...layer, children };
  });
  return changed ? next : layers;
}

/** A document in which the layers of a group, or of the root, are replaced. */
export function withChildren(
  document: KomaDocument,
  parent: string | undefined,
  children: readonly LayerNode[],
): KomaDocument {
  if (parent === undefined) return { ...document, layers: children };
  const layers = replaceLayer(document.layers, parent, (layer) => {
    if (layer.kind !== 'group') throw new RangeError('only groups hold layers');
    return { ...layer, children };
  });
  return { ...document, layers };
}
