import type { TileCompositor } from '../../raster/index.ts';
import { finish, part, type Steps } from '../../steps/index.ts';
import type { Point, RegionWatcher } from '../../tools/index.ts';
import type { Transaction } from '../transaction.ts';
import { assertPaintable } from './assert-editable.ts';
import { paintRegionSteps, type FillPaint } from './paint-region.ts';
import { regionAtSteps, type RegionOptions } from './region-at.ts';
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
  return finish(fillAreaSteps(transaction, at, options, compositor));
}

/** {@link fillArea} in steps; the layer is changed by the last of them. @param watch is told of the region while it grows */
export function* fillAreaSteps(
  transaction: Transaction,
  at: Point,
  options: RegionOptions & FillPaint,
  compositor: TileCompositor,
  watch?: RegionWatcher,
): Steps<boolean> {
  const { document, store } = transaction;
  assertPaintable(document, options.layerId, options.plane);
  const selection = document.selection && new SelectionReader(store, document);
  const finding = regionAtSteps(transaction, at, options, compositor, selection, watch);
  const region = yield* part(finding, 0, 0.75);
  return region !== undefined && (yield* part(paintRegionSteps(transaction, region, options), 0.75, 1));
}
