import type { TileCompositor } from '../../raster/index.ts';
import { finish, part, type Steps } from '../../steps/index.ts';
import {
  fillEverywhereSteps,
  floodFillSteps,
  gapFillSteps,
  type PlacedMask,
  type Point,
  type RegionWatcher,
} from '../../tools/index.ts';
import type { Transaction } from '../transaction.ts';
import { passablePlaneSteps } from './passable-plane.ts';
import { sampleColour } from './sample-colour.ts';
import { sampledLayers, type SampleSource } from './sampled-layers.ts';
import type { SelectionReader } from './selection-reader.ts';

/** Which pixels belong together around a point. */
export interface RegionOptions {
  readonly layerId: string;
  readonly sample: SampleSource;
  /** 0-255, see `colourDistance`. */
  readonly tolerance: number;
  readonly contiguous: boolean;
  /** Pixels of gaps in the lines that are closed, 0-30; only for contiguous regions. */
  readonly gap: number;
}

/**
 * The region around a point of the canvas, as the bucket and the wand see it.
 * @param within keeps the region inside a selection, as lines would; by default the selection has no say
 * @returns coverage 0 or 255; empty where the point itself is not selected, undefined off the canvas
 */
export function regionAt(
  transaction: Transaction,
  at: Point,
  options: RegionOptions,
  compositor: TileCompositor,
  within?: SelectionReader,
): PlacedMask | undefined {
  return finish(regionAtSteps(transaction, at, options, compositor, within));
}

/** {@link regionAt} in steps. @param watch is told of the region while it grows */
export function* regionAtSteps(
  transaction: Transaction,
  at: Point,
  options: RegionOptions,
  compositor: TileCompositor,
  within?: SelectionReader,
  watch?: RegionWatcher,
): Steps<PlacedMask | undefined> {
  const { document, store } = transaction;
  const { tolerance, contiguous, gap } = options;
  const layers = sampledLayers(document, options.layerId, options.sample);
  const [x, y] = [Math.floor(at.x), Math.floor(at.y)];
  const seed = sampleColour(store, document, layers, compositor, x, y);
  if (!seed) return undefined;
  const passable = { layers, seed, tolerance, selection: within };
  const plane = yield* part(passablePlaneSteps(store, document, compositor, passable), 0, 0.3);
  if (!contiguous) return yield* part(fillEverywhereSteps(plane), 0.3, 1);
  const region = gap > 0 ? gapFillSteps(plane, x, y, gap, watch) : floodFillSteps(plane, x, y, watch);
  return yield* part(region, 0.3, 1);
}
