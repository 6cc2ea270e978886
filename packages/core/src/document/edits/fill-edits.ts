import type { TileCompositor } from '../../raster/index.ts';
import { grow, lassoFill, polygonMask, type PlacedMask, type Point } from '../../tools/index.ts';
import { findRaster } from '../layer-tree.ts';
import type { Transaction } from '../transaction.ts';
import { assertPaintable } from './assert-editable.ts';
import { commonestColour } from './commonest-colour.ts';
import { paintMask } from './paint-mask.ts';
import { passablePlane } from './passable-plane.ts';
import { regionAt, type RegionOptions } from './region-at.ts';
import { sampleColour } from './sample-colour.ts';
import { sampledLayers } from './sampled-layers.ts';
import { SelectionReader } from './selection-reader.ts';
import { softenMask } from './soften-mask.ts';

/** What a fill paints, and how far. */
export interface FillPaint {
  readonly plane: 'pixels' | 'mask';
  /** sRGB, 0-255. */
  readonly colour: readonly [number, number, number];
  /** 0-1. */
  readonly opacity: number;
  /** Pixels by which the fill reaches under the lines, 0-8. */
  readonly grow: number;
  /** Softens the stairs of the edges; never on layers in black and white. */
  readonly antialias: boolean;
}

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
  return region !== undefined && paint(transaction, region, options);
}

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
  return paint(transaction, lassoFill(lasso, plane, { gap }), options);
}

function paint(transaction: Transaction, region: PlacedMask, options: RegionOptions & FillPaint): boolean {
  const { document } = transaction;
  let mask = options.grow > 0 ? grow(region, options.grow, document) : region;
  const isMono = findRaster(document, options.layerId)?.colourMode === 'mono';
  if (options.antialias && !isMono) mask = softenMask(mask, document);
  return paintMask(transaction, options.layerId, options.plane, mask, options.colour, options.opacity);
}
