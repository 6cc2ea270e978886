import type { KomaDocument, LayerNode } from '../document.ts';

/** The layers with these ids that are in no other of them, from the bottom up. */
export function outermost(document: KomaDocument, ids: Iterable<string>): LayerNode[] {
  const wanted = new Set(ids);
  const result: LayerNode[] = [];
  const visit = (layers: readonly LayerNode[]): void => {
    for (const layer of layers) {
      if (wanted.has(layer.id)) result.push(layer);
      else if (layer.kind === 'group') visit(layer.children);
    }
  };
  visit(document.layers);
  return result;
}
