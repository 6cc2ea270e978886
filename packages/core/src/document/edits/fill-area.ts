import type { TileCompositor } from '../../raster/index.ts';
import type { Point } from '../../tools/index.ts';
import type { Transaction } from '../transaction.ts';
import { assertPaintable } from './assert-editable.ts';
import { paintRegion, type FillPaint } from './paint-region.ts';
import { regionAt, type RegionOptions } from './region-at.ts';
import { SelectionReader } from './selection-reader.ts';

/**
 * Fills the region around a point with a colour. The edge of the selection bounds it as lines do.
 * @returns false where nothing changed
 * @throws KomaError where the layer cannot be painted on
 */
export function fillArea(
  transaction: Transaction,
  at: Point,
  options: RegionOptions & FillPaint,
  compositor: TileCompositor,
): boolean {
  const { document, store } = transaction;
  assertPaintable(document, options.layerId, options.plane);
  const selection = document.selection && new SelectionReader(store, document);
  const region = regionAt(transaction, at, options, compositor, selection);
  return region !== undefined && paintRegion(transaction, region, options);
}
