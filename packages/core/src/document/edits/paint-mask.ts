import { TILE, TILE_PIXELS, tilesMeeting, tileX, tileY } from '../../raster/index.ts';
import { finish, type Steps } from '../../steps/index.ts';
import type { PlacedMask } from '../../tools/index.ts';
import type { Transaction } from '../transaction.ts';
import { assertPaintable } from './assert-editable.ts';
import { editMaskSteps, editPixelsSteps } from './edit-pixels.ts';
import { fillCoverage } from './fill-coverage.ts';
import { fillMask } from './fill-mask.ts';
import { luma } from './luma.ts';
import { SelectionReader } from './selection-reader.ts';

/**
 * Paints a colour through a mask onto a layer or its mask, as far as is selected.
 * @param colour sRGB, 0-255; on a mask its luma is painted
 * @param opacity 0-1
 * @returns whether anything changed
 * @throws KomaError where the layer cannot be painted on
 */
export function paintMask(
  transaction: Transaction,
  id: string,
  plane: 'pixels' | 'mask',
  mask: PlacedMask,
  colour: readonly [number, number, number],
  opacity: number,
): boolean {
  return finish(paintMaskSteps(transaction, id, plane, mask, colour, opacity));
}

/** {@link paintMask} in steps. */
export function* paintMaskSteps(
  transaction: Transaction,
  id: string,
  plane: 'pixels' | 'mask',
  mask: PlacedMask,
  colour: readonly [number, number, number],
  opacity: number,
): Steps<boolean> {
  const { alphaLocked } = assertPaintable(transaction.document, id, plane);
  const selection = new SelectionReader(transaction.store, transaction.document);
  const coverage = new Uint8Array(TILE_PIXELS);
  const cover = (key: number): Uint8Array | number => {
    const selected = selection.coverage(key);
    if (selected === 0) return 0;
    maskTile(mask, key, coverage);
    multiply(coverage, selected);
    return coverage;
  };
  const keys = tilesMeeting(mask);
  if (plane === 'mask')
    return yield* editMaskSteps(transaction, id, keys, (pixels, key) =>
      fillMask(pixels, cover(key), luma(...colour), opacity),
    );
  return yield* editPixelsSteps(transaction, id, keys, (pixels, key) =>
    fillCoverage(pixels, cover(key), colour, alphaLocked, opacity),
  );
}

function multiply(coverage: Uint8Array, selected: Uint8Array | number): void {
  if (selected === 255) return;
  for (let i = 0; i < coverage.length; i++) {
    const share = typeof selected === 'number' ? selected : selected[i]!;
    coverage[i] = (coverage[i]! * share) / 255 + 0.5;
  }
}

/**
 * The part of a mask that lies in a tile that it meets.
 * @param out coverage of the tile, 256 x 256 bytes; 0 where the mask does not reach
 */
export function maskTile(mask: PlacedMask, key: number, out: Uint8Array): void {
  out.fill(0);
  const [x0, y0] = [tileX(key) * TILE, tileY(key) * TILE];
  const [left, right] = [Math.max(x0, mask.x), Math.min(x0 + TILE, mask.x + mask.width)];
  const bottom = Math.min(y0 + TILE, mask.y + mask.height);
  for (let y = Math.max(y0, mask.y); y < bottom; y++) {
    const from = (y - mask.y) * mask.width + left - mask.x;
    out.set(mask.data.subarray(from, from + right - left), (y - y0) * TILE + left - x0);
  }
}
