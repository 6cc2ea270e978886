import type { TileStore } from '../../raster/index.ts';
import type { LayerNode } from '../document.ts';
import { childrenOf, placeOf } from '../layer-tree.ts';
import { tilesOfLayer } from '../operation.ts';
import type { Transaction } from '../transaction.ts';
import { unlockedTarget } from './insert-near.ts';
import { outermost } from './outermost.ts';

/**
 * Copies layers directly above themselves; neighbours together, so that copies are clipped to copies. The
 * copies share all tiles.
 * @param suffix of their names
 * @returns the copies' ids, from the bottom up
 */
export function duplicateLayers(
  transaction: Transaction,
  ids: readonly string[],
  suffix: string,
): readonly string[] {
  const { document, store } = transaction;
  const made: string[] = [];
  for (const neighbours of blocks(transaction, ids)) {
    let above = unlockedTarget(document, neighbours.at(-1)!.id)!.id;
    for (const layer of neighbours) {
      const copy = copyLayer(store, layer);
      transaction.insertAbove({ ...copy, name: `${copy.name}${suffix}` }, above);
      made.push((above = copy.id));
    }
  }
  return made;
}

/** Chosen layers in lists of those that lie directly above each other. */
function blocks({ document }: Transaction, ids: readonly string[]): LayerNode[][] {
  const result: LayerNode[][] = [];
  for (const layer of outermost(document, ids)) {
    const { parent, index } = placeOf(document, layer.id)!;
    const last = result.at(-1);
    const isNext = index > 0 && last?.at(-1) === childrenOf(document, parent)[index - 1];
    if (last && isNext) last.push(layer);
    else result.push([layer]);
  }
  return result;
}

/** A layer with new ids that shares all tiles; the caller owns a reference to each. */
export function copyLayer(store: TileStore, layer: LayerNode): LayerNode {
  for (const tile of tilesOfLayer(layer)) store.retain(tile);
  return withNewIds(layer);
}

function withNewIds(layer: LayerNode): LayerNode {
  const id = crypto.randomUUID();
  return layer.kind === 'group'
    ? { ...layer, id, children: layer.children.map(withNewIds) }
    : { ...layer, id };
}
