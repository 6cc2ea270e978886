import type { LayerInfo } from '#lib/raster/protocol.ts';

/** A layer of no account but for what is given. */
export function layerInfo(id: string, properties: Partial<LayerInfo> = {}): LayerInfo {
  return {
    id,
    kind: 'raster',
    name: id,
    visible: true,
    opacity: 1,
    blendMode: 'normal',
    clip: false,
    locked: false,
    alphaLocked: false,
    colourTag: 'none',
    role: 'none',
    reference: false,
    colourMode: 'colour',
    pixelWidth: 100,
    pixelHeight: 100,
    frame: { x: 0, y: 0, width: 100, height: 100 },
    empty: false,
    children: [],
    expanded: true,
    ...properties,
  };
}

/** An open group; `children` from the bottom to the top. */
export function groupInfo(
  id: string,
  children: readonly LayerInfo[],
  properties: Partial<LayerInfo> = {},
): LayerInfo {
  return layerInfo(id, { kind: 'group', blendMode: 'pass-through', children, ...properties });
}

/** Names and indentation of all layers, the topmost first, folded groups opened. */
export function outline(layers: readonly LayerInfo[], depth = 0): string[] {
  return layers
    .toReversed()
    .flatMap((layer) => ['  '.repeat(depth) + layer.id, ...outline(layer.children, depth + 1)]);
}

/**
 * Carries out a `move-layers` command the plain way: takes the layers out of the tree, then puts them in.
 * @param index counts the layers of the target that stay
 */
export function moved(
  layers: readonly LayerInfo[],
  ids: readonly string[],
  parent: string | undefined,
  index: number,
): LayerInfo[] {
  const taken: LayerInfo[] = [];
  const take = (list: readonly LayerInfo[]): LayerInfo[] =>
    list.flatMap((layer) => {
      if (ids.includes(layer.id)) {
        taken.push(layer);
        return [];
      }
      return [{ ...layer, children: take(layer.children) }];
    });
  const rest = take(layers);
  const put = (list: readonly LayerInfo[], id: string | undefined): LayerInfo[] => {
    const next = list.map((layer): LayerInfo => ({ ...layer, children: put(layer.children, layer.id) }));
    return id === parent ? next.toSpliced(index, 0, ...taken) : next;
  };
  return put(rest, undefined);
}
