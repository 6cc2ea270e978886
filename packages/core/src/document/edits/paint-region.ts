import { grow, type PlacedMask } from '../../tools/index.ts';
import { findRaster } from '../layer-tree.ts';
import type { Transaction } from '../transaction.ts';
import { paintMask } from './paint-mask.ts';
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
 * Paints a region, grown and softened as it is asked for, as far as is selected.
 * @param region coverage 0 or 255
 * @returns whether anything changed
 */
export function paintRegion(
  transaction: Transaction,
  region: PlacedMask,
  options: FillPaint & { readonly layerId: string },
): boolean {
  const { document } = transaction;
  let mask = options.grow > 0 ? grow(region, options.grow, document) : region;
  const isMono = findRaster(document, options.layerId)?.colourMode === 'mono';
  if (options.antialias && !isMono) mask = softenMask(mask, document);
  return paintMask(transaction, options.layerId, options.plane, mask, options.colour, options.opacity);
}
