import type { TileCompositor } from '../../raster/index.ts';
import { lassoFill, polygonMask, type Point } from '../../tools/index.ts';
import type { Transaction } from '../transaction.ts';
import { assertPaintable } from './assert-editable.ts';
import { commonestColour } from './commonest-colour.ts';
import { paintRegion, type FillPaint } from './paint-region.ts';
import { passablePlane } from './passable-plane.ts';
import type { RegionOptions } from './region-at.ts';
import { sampleColour } from './sample-colour.ts';
import { sampledLayers } from './sampled-layers.ts';

/**
 * Fills the closed areas inside a lasso, as far as is selected. What bounds them is whatever differs from
 * the colour that is commonest along the lasso: the paper, as a rule.
 * @returns false where nothing changed
 * @throws KomaError where the layer cannot be painted on
 */
export function fillLasso(
  transaction: Transaction,
  points: readonly Point[],
  options: RegionOptions & FillPaint,
  compositor: TileCompositor,
): boolean {
  const { document, store } = transaction;
  assertPaintable(document, options.layerId, options.plane);
  const lasso = polygonMask(
    points.flatMap(({ x, y }) => [x, y]),
    document,
  );
  if (lasso.width === 0) return false;
  const layers = sampledLayers(document, options.layerId, options.sample);
  const seed = commonestColour(points, (x, y) => sampleColour(store, document, layers, compositor, x, y));
  if (!seed) return false;
  const { tolerance, gap } = options;
  const plane = passablePlane(store, document, compositor, { layers, seed, tolerance });
  return paintRegion(transaction, lassoFill(lasso, plane, { gap }), options);
}
