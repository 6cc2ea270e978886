import type { LayerInfo } from '#lib/raster/protocol.ts';

/** A layer anywhere in the tree. */
export function findInfo(layers: readonly LayerInfo[], id: string | undefined): LayerInfo | undefined {
  if (id === undefined) return undefined;
  for (const layer of layers) {
    const found = layer.id === id ? layer : findInfo(layer.children, id);
    if (found) return found;
  }
  return undefined;
}

/** All layers as the panel lists them: the topmost first, groups before what is in them. */
export function flattenInfos(layers: readonly LayerInfo[]): LayerInfo[] {
  return layers.toReversed().flatMap((layer) => [layer, ...flattenInfos(layer.children)]);
}

/** Where a layer is: its group (undefined: the root), its index from the bottom, and how deep it lies. */
export function locateInfo(
  layers: readonly LayerInfo[],
  id: string,
  parent?: string,
  depth = 0,
): { parent: string | undefined; index: number; depth: number } | undefined {
  for (const [index, layer] of layers.entries()) {
    if (layer.id === id) return { parent, index, depth };
    const found = locateInfo(layer.children, id, layer.id, depth + 1);
    if (found) return found;
  }
  return undefined;
}

/** The generated picture that a layer is, or the innermost one that it is part of. */
export function generatedAround(layers: readonly LayerInfo[], id: string | undefined): LayerInfo | undefined {
  for (const layer of layers) {
    if (!findInfo([layer], id)) continue;
    return generatedAround(layer.children, id) ?? (layer.generated ? layer : undefined);
  }
  return undefined;
}
