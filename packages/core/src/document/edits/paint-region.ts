import { finish, part, type Steps } from '../../steps/index.ts';
import { growSteps, type PlacedMask } from '../../tools/index.ts';
import { findRaster } from '../layer-tree.ts';
import type { Transaction } from '../transaction.ts';
import { paintMaskSteps } from './paint-mask.ts';
import { softenMaskSteps } from './soften-mask.ts';

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
 * Paints a region, grown and softened as it is asked for, as far as is selected.
 * @param region coverage 0 or 255
 * @returns whether anything changed
 */
export function paintRegion(
  transaction: Transaction,
  region: PlacedMask,
  options: FillPaint & { readonly layerId: string },
): boolean {
  return finish(paintRegionSteps(transaction, region, options));
}

/** {@link paintRegion} in steps. */
export function* paintRegionSteps(
  transaction: Transaction,
  region: PlacedMask,
  options: FillPaint & { readonly layerId: string },
): Steps<boolean> {
  const { document } = transaction;
  const { layerId, plane, colour, opacity } = options;
  let mask = options.grow > 0 ? yield* part(growSteps(region, options.grow, document), 0, 0.3) : region;
  const isMono = findRaster(document, layerId)?.colourMode === 'mono';
  if (options.antialias && !isMono) mask = yield* part(softenMaskSteps(mask, document), 0.3, 0.6);
  return yield* part(paintMaskSteps(transaction, layerId, plane, mask, colour, opacity), 0.6, 1);
}
