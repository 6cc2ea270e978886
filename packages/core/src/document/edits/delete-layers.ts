import type { Transaction } from '../transaction.ts';
import { assertAllUnlocked } from './assert-editable.ts';
import { forgetUnusedInputs } from './forget-unused-inputs.ts';
import { outermost } from './outermost.ts';

/**
 * Takes layers away, with all that is in them.
 * @throws KomaError `LAYER_LOCKED` for what is in groups, too; and then none is deleted
 */
export function deleteLayers(transaction: Transaction, ids: readonly string[]): void {
  const layers = outermost(transaction.document, ids);
  for (const layer of layers) assertAllUnlocked(transaction.document, layer);
  for (const { id } of layers) transaction.remove(id);
  forgetUnusedInputs(transaction);
}
