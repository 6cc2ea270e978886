import type { TileCompositor } from '../../raster/index.ts';
import { fillEverywhere, floodFill, gapFill, type PlacedMask, type Point } from '../../tools/index.ts';
import type { Transaction } from '../transaction.ts';
import { passablePlane } from './passable-plane.ts';
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
  const { document, store } = transaction;
  const { tolerance, contiguous, gap } = options;
  const layers = sampledLayers(document, options.layerId, options.sample);
  const [x, y] = [Math.floor(at.x), Math.floor(at.y)];
  const seed = sampleColour(store, document, layers, compositor, x, y);
  if (!seed) return undefined;
  const plane = passablePlane(store, document, compositor, { layers, seed, tolerance, selection: within });
  if (contiguous) return gap > 0 ? gapFill(plane, x, y, gap) : floodFill(plane, x, y);
  return fillEverywhere(plane);
}
