import { rasterLayer, type RasterLayer } from '../document.ts';
import type { Transaction } from '../transaction.ts';
import { insertNear } from './insert-near.ts';

/** Adds an empty layer above another, or on top; into a group that is open and chosen. @returns its id */
export function addLayer(
  transaction: Transaction,
  name: string,
  above: string | undefined,
  properties: Partial<Omit<RasterLayer, 'kind' | 'id' | 'tiles'>> = {},
): string {
  const layer = rasterLayer(name, properties);
  insertNear(transaction, layer, above);
  return layer.id;
}
