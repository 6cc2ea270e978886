import type { LayerInfo } from '#lib/raster/protocol.ts';

/** A layer as a line of the panel. */
export interface LayerRow {
  readonly layer: LayerInfo;
  /** The group it is in; undefined at the root. */
  readonly parent: string | undefined;
  /** Among the layers of its group, from the bottom. */
  readonly index: number;
  /** How many layers its group has. */
  readonly siblings: number;
  /** 0 at the root. */
  readonly depth: number;
  /** Whether all groups around it are visible. */
  readonly within: boolean;
}

/** The lines of the panel, the topmost first; what lies in folded groups has none. */
export function layerRows(
  layers: readonly LayerInfo[],
  parent: string | undefined = undefined,
  depth = 0,
  within = true,
): LayerRow[] {
  const rows: LayerRow[] = [];
  for (let index = layers.length - 1; index >= 0; index--) {
    const layer = layers[index]!;
    rows.push({ layer, parent, index, siblings: layers.length, depth, within });
    if (layer.kind === 'group' && layer.expanded)
      rows.push(...layerRows(layer.children, layer.id, depth + 1, within && layer.visible));
  }
  return rows;
}

/** The chosen layers without those that lie in another chosen one; in the order of the tree. */
export function outermost(layers: readonly LayerInfo[], ids: readonly string[]): LayerInfo[] {
  const chosen = new Set(ids);
  return layers.flatMap((layer) => (chosen.has(layer.id) ? [layer] : outermost(layer.children, ids)));
}

/** Ids of the groups around a layer, the outermost first; undefined where there is no such layer. */
export function groupsAround(layers: readonly LayerInfo[], id: string): string[] | undefined {
  for (const layer of layers) {
    if (layer.id === id) return [];
    const inside = groupsAround(layer.children, id);
    if (inside) return [layer.id, ...inside];
  }
  return undefined;
}
