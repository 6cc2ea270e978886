import { TILE_PIXELS, type Tile } from '../../raster/index.ts';
import type { Transaction } from '../transaction.ts';
import { assertUnlocked, requireRaster } from './assert-editable.ts';
import { editPixels } from './edit-pixels.ts';
import { makeTiles } from './make-tiles.ts';
import { multiplyAlpha } from './multiply-alpha.ts';

/**
 * Gives a layer or group a mask that shows everything, nothing, or what is selected (everything where
 * nothing is). One that is there is replaced.
 * @throws KomaError `LAYER_LOCKED`
 */
export function addMask(transaction: Transaction, id: string, from: 'reveal' | 'hide' | 'selection'): void {
  assertUnlocked(transaction.document, transaction.layer(id));
  const selection = from === 'selection' ? transaction.document.selection : undefined;
  const tiles = selection ?? new Map<number, Tile>();
  for (const tile of tiles.values()) transaction.store.retain(tile);
  transaction.setMask(id, { tiles, outside: from === 'hide' || selection ? 0 : 255, enabled: true });
}

/** Takes a mask away; what it hid shows again. @throws KomaError `LAYER_LOCKED` */
export function deleteMask(transaction: Transaction, id: string): void {
  assertUnlocked(transaction.document, transaction.layer(id));
  transaction.setMask(id, undefined);
}

/**
 * Multiplies a layer's alpha by its mask, also by one that is turned off, and takes the mask away.
 * @throws KomaError `LAYER_IS_GROUP`, `LAYER_LOCKED`
 */
export function applyMask(transaction: Transaction, id: string): void {
  const layer = requireRaster(transaction.document, id);
  assertUnlocked(transaction.document, layer);
  const { mask } = layer;
  if (!mask) return;
  const scratch = new Uint8Array(TILE_PIXELS);
  editPixels(transaction, id, layer.tiles.keys(), (pixels, key) => {
    const tile = mask.tiles.get(key);
    const coverage = tile ? transaction.store.coverage(tile, scratch) : mask.outside;
    if (coverage === 255) return false;
    multiplyAlpha(pixels, coverage);
    return true;
  });
  transaction.setMask(id, undefined);
}

/** Shows what a mask hid, and hides what it showed. @throws KomaError `LAYER_LOCKED` */
export function invertMask(transaction: Transaction, id: string): void {
  const layer = transaction.layer(id);
  assertUnlocked(transaction.document, layer);
  const { mask } = layer;
  if (!mask) return;
  const { store } = transaction;
  const outside = mask.outside === 0 ? 255 : 0;
  const [scratch, inverted] = [new Uint8Array(TILE_PIXELS), new Uint8Array(TILE_PIXELS)];
  const tiles = makeTiles<Tile>(store, (made) => {
    for (const [key, tile] of mask.tiles) {
      const coverage = store.coverage(tile, scratch);
      if (typeof coverage === 'number') inverted.fill(255 - coverage);
      else for (let i = 0; i < TILE_PIXELS; i++) inverted[i] = 255 - coverage[i]!;
      const after = store.fromCoverage(inverted, outside);
      if (after) made.set(key, after);
    }
  });
  transaction.setMask(id, { ...mask, tiles, outside, recipe: undefined });
}
