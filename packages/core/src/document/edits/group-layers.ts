import { groupLayer } from '../document.ts';
import { placeOf } from '../layer-tree.ts';
import type { Transaction } from '../transaction.ts';
import { assertUnlocked } from './assert-editable.ts';
import { isClippedPlace, withClipRuns } from './clip-run.ts';
import { insertNear } from './insert-near.ts';
import { outermost } from './outermost.ts';

/**
 * Puts layers into a new group in the place of the topmost; without any, adds an empty one. What is clipped
 * stays with what it is clipped to, see {@link withClipRuns}.
 * @returns its id
 * @throws KomaError `LAYER_LOCKED`
 */
export function groupLayers(
  transaction: Transaction,
  ids: readonly string[],
  name: string,
  above?: string,
): string {
  const { document } = transaction;
  const layers = withClipRuns(document, outermost(document, ids));
  for (const layer of layers) assertUnlocked(document, layer);
  const group = groupLayer(name, { clip: isClippedPlace(document, layers) });
  const top = layers.at(-1);
  if (!top) insertNear(transaction, group, above);
  else transaction.insertAbove(group, top.id);
  for (const [index, layer] of layers.entries()) transaction.move(layer.id, { parent: group.id, index });
  return group.id;
}

/**
 * Takes a group apart; its layers stay where it was, clipped to what it was clipped to, and hidden if it
 * was. Its opacity, mask and blend mode are gone.
 * @returns their ids
 * @throws KomaError `LAYER_LOCKED`
 */
export function ungroup(transaction: Transaction, id: string): readonly string[] {
  const group = transaction.layer(id);
  if (group.kind !== 'group') return [id];
  assertUnlocked(transaction.document, group);
  const place = placeOf(transaction.document, id)!;
  let standsAlone = true;
  for (const [index, child] of group.children.entries()) {
    standsAlone &&= child.clip;
    transaction.setLayer(child.id, {
      clip: group.clip || (child.clip && !standsAlone),
      visible: group.visible && child.visible,
    });
    transaction.move(child.id, { parent: place.parent, index: place.index + index });
  }
  transaction.remove(id);
  return group.children.map((child) => child.id);
}
