import type { TileCompositor } from '../../raster/index.ts';
import { finish, part, type Steps } from '../../steps/index.ts';
import { lassoFillSteps, polygonMask, type Point, type RegionWatcher } from '../../tools/index.ts';
import type { Transaction } from '../transaction.ts';
import { assertPaintable } from './assert-editable.ts';
import { commonestColour } from './commonest-colour.ts';
import { paintRegionSteps, type FillPaint } from './paint-region.ts';
import { passablePlaneSteps } from './passable-plane.ts';
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
  return finish(fillLassoSteps(transaction, points, options, compositor));
}

/** {@link fillLasso} in steps; the layer is changed by the last of them. @param watch is told of what is filled */
export function* fillLassoSteps(
  transaction: Transaction,
  points: readonly Point[],
  options: RegionOptions & FillPaint,
  compositor: TileCompositor,
  watch?: RegionWatcher,
): Steps<boolean> {
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
  const passable = passablePlaneSteps(store, document, compositor, { layers, seed, tolerance });
  const plane = yield* part(passable, 0, 0.15);
  const region = yield* part(lassoFillSteps(lasso, plane, { gap }, watch), 0.15, 0.85);
  return yield* part(paintRegionSteps(transaction, region, options), 0.85, 1);
}
