import { ancestorsOf, childrenOf, findLayer } from '../layer-tree.ts';
import type { Transaction } from '../transaction.ts';
import { assertUnlocked } from './assert-editable.ts';
import { outermost } from './outermost.ts';

/**
 * Moves layers, keeping their order. Into one of themselves they cannot go and stay where they are.
 * @param parent the group; undefined for the root
 * @param index counts the layers of `parent` that are not moved and will lie below
 * @throws KomaError `LAYER_LOCKED`
 */
export function moveLayers(
  transaction: Transaction,
  ids: readonly string[],
  parent: string | undefined,
  index: number,
): void {
  const { document } = transaction;
  const layers = outermost(document, ids);
  const moved = new Set(layers.map(({ id }) => id));
  if (parent !== undefined) {
    const around = [parent, ...ancestorsOf(document, parent).map(({ id }) => id)];
    if (around.some((id) => moved.has(id))) return;
    const group = findLayer(document, parent);
    if (group) assertUnlocked(document, group);
  }
  for (const layer of layers) assertUnlocked(document, layer);
  const staying = childrenOf(document, parent).filter(({ id }) => !moved.has(id));
  let previous = staying.slice(0, Math.max(0, index)).at(-1)?.id;
  for (const layer of layers) {
    const siblings = childrenOf(transaction.document, parent).filter(({ id }) => id !== layer.id);
    const at = previous === undefined ? 0 : siblings.findIndex(({ id }) => id === previous) + 1;
    transaction.move(layer.id, { parent, index: at });
    previous = layer.id;
  }
}
