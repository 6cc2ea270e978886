import { TILE_PIXELS, type Tile } from '../../raster/index.ts';
import { finish, type Steps } from '../../steps/index.ts';
import type { RasterLayer } from '../document.ts';
import type { Transaction } from '../transaction.ts';
import { requireRaster } from './assert-editable.ts';
import { constrainPixels } from './constrain-pixels.ts';
import { forgetUnusedInputs } from './forget-unused-inputs.ts';
import { makeTilesSteps } from './make-tiles.ts';
import { sameBytes } from './same-bytes.ts';

/**
 * Changes the pixels of a layer tile by tile, to what its colour mode allows. Tiles that come out as they
 * were stay shared with the history; a layer of which any changed forgets where it came from.
 * @param keys the tiles to go through; missing ones come as transparency
 * @param change writes to `pixels`, straight-alpha RGBA8; returns false to leave the tile alone
 * @returns whether anything changed
 */
export function editPixels(
  transaction: Transaction,
  id: string,
  keys: Iterable<number>,
  change: (pixels: Uint8Array, key: number) => boolean | void,
): boolean {
  return finish(editPixelsSteps(transaction, id, keys, change));
}

/** {@link editPixels} in steps; the layer is changed by the last of them. */
export function* editPixelsSteps(
  transaction: Transaction,
  id: string,
  keys: Iterable<number>,
  change: (pixels: Uint8Array, key: number) => boolean | void,
): Steps<boolean> {
  const layer = requireRaster(transaction.document, id);
  const { store } = transaction;
  const [pixels, scratch] = [new Uint8Array(TILE_PIXELS * 4), new Uint8Array(TILE_PIXELS * 4)];
  const tiles = yield* makeTilesSteps<Tile | undefined>(store, function* (made) {
    const all = new Set(keys);
    let done = 0;
    for (const key of all) {
      yield done++ / all.size;
      const tile = layer.tiles.get(key);
      const before = tile && store.pixels(tile, scratch);
      if (before) pixels.set(before);
      else pixels.fill(0);
      if (change(pixels, key) === false) continue;
      constrainPixels(pixels, layer.colourMode);
      if (before && sameBytes(before, pixels)) continue;
      const after = store.fromPixels(pixels);
      if (after || tile) made.set(key, after);
    }
  });
  if (tiles.size === 0) return false;
  transaction.setTiles(id, 'pixels', tiles);
  forgetSource(transaction, layer);
  return true;
}

/**
 * Changes the mask of a layer tile by tile; as {@link editPixels}, with coverage. A layer without a mask is
 * left alone.
 */
export function editMask(
  transaction: Transaction,
  id: string,
  keys: Iterable<number>,
  change: (coverage: Uint8Array, key: number) => boolean | void,
): boolean {
  return finish(editMaskSteps(transaction, id, keys, change));
}

/** {@link editMask} in steps; the mask is changed by the last of them. */
export function* editMaskSteps(
  transaction: Transaction,
  id: string,
  keys: Iterable<number>,
  change: (coverage: Uint8Array, key: number) => boolean | void,
): Steps<boolean> {
  const { store } = transaction;
  const { mask } = transaction.layer(id);
  if (!mask) return false;
  const [coverage, scratch] = [new Uint8Array(TILE_PIXELS), new Uint8Array(TILE_PIXELS)];
  const before = new Uint8Array(TILE_PIXELS);
  const tiles = yield* makeTilesSteps<Tile | undefined>(store, function* (made) {
    const all = new Set(keys);
    let done = 0;
    for (const key of all) {
      yield done++ / all.size;
      const tile = mask.tiles.get(key);
      const value = tile ? store.coverage(tile, scratch) : mask.outside;
      if (typeof value === 'number') before.fill(value);
      else before.set(value);
      coverage.set(before);
      if (change(coverage, key) === false || sameBytes(before, coverage)) continue;
      made.set(key, store.fromCoverage(coverage, mask.outside));
    }
  });
  if (tiles.size === 0) return false;
  transaction.setTiles(id, 'mask', tiles);
  forgetMaskSource(transaction, id);
  return true;
}

/** Once painted on, a mask is no longer what an operation made. */
export function forgetMaskSource(transaction: Transaction, id: string): void {
  const { mask } = transaction.layer(id);
  if (!mask?.recipe) return;
  for (const tile of mask.tiles.values()) transaction.store.retain(tile);
  transaction.setMask(id, { ...mask, recipe: undefined });
  forgetUnusedInputs(transaction);
}

/** Once painted on, a layer is no longer what a file held or an operation made. */
export function forgetSource(transaction: Transaction, layer: RasterLayer): void {
  transaction.setLayer(layer.id, { origin: undefined, recipe: undefined, frame: undefined });
  forgetGenerated(transaction, layer);
  if (layer.original) transaction.setOriginal(layer.id, undefined);
  if (layer.recipe) forgetUnusedInputs(transaction);
}

/** Once its pixels are somebody's own, a generator does not replace them. */
export function forgetGenerated(transaction: Transaction, { id, generated, part }: RasterLayer): void {
  if (generated) transaction.setLayer(id, { generated: undefined });
  if (part && !part.painted) transaction.setLayer(id, { part: { ...part, painted: true } });
}
