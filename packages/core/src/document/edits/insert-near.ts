import type { KomaDocument, LayerNode } from '../document.ts';
import { ancestorsOf, childrenOf, findLayer, placeOf } from '../layer-tree.ts';
import type { Transaction } from '../transaction.ts';

/**
 * Puts a layer above another; on top of the group if that is an open one; on top of all without one.
 * Locked groups take nothing: it goes above the outermost of them. Between a layer and what is clipped to
 * it, it is clipped as well, so that the others keep what they are clipped to.
 *
 * The layer's tiles change hands, also where this throws.
 */
export function insertNear(transaction: Transaction, layer: LayerNode, near: string | undefined): void {
  const { current } = transaction;
  const target = current && near !== undefined ? unlockedTarget(current, near) : undefined;
  if (!current || !target) transaction.insertAbove(layer);
  else if (target.kind === 'group' && target.expanded && !target.locked)
    transaction.insertAbove(layer, undefined, target.id);
  else {
    const { parent, index } = placeOf(current, target.id)!;
    const clip = layer.clip || childrenOf(current, parent)[index + 1]?.clip === true;
    transaction.insertAbove({ ...layer, clip }, target.id);
  }
}

/** The layer above which others can go: this one, or the outermost locked group around it. */
export function unlockedTarget(document: KomaDocument, id: string): LayerNode | undefined {
  const layer = findLayer(document, id);
  return layer && (ancestorsOf(document, id).find(({ locked }) => locked) ?? layer);
}
