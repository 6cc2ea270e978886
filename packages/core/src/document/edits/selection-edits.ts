import { KomaError } from '../../errors.ts';
import {
  coverageFromPlane,
  pixelBounds,
  readCoverage,
  readPixels,
  tileBounds,
  TILE_PIXELS,
  type Rect,
  type Tile,
  type TileMap,
  type TileStore,
} from '../../raster/index.ts';
import { finish, part, type Steps } from '../../steps/index.ts';
import {
  combineMasks,
  EMPTY_MASK,
  featherSteps,
  growSteps,
  reframeMask,
  shrinkSteps,
  trimMask,
  type CombineMode,
  type PlacedMask,
} from '../../tools/index.ts';
import type { SelectionMade } from '../cut-recipe.ts';
import type { KomaDocument } from '../document.ts';
import { canvasKeys } from '../operation.ts';
import type { Transaction } from '../transaction.ts';
import { requireRaster } from './assert-editable.ts';
import { makeTiles } from './make-tiles.ts';
import { onCanvas } from './on-canvas.ts';
import { SelectionReader, withinCanvas } from './selection-reader.ts';

/** What is selected, cut to the canvas and not tighter than tiles; empty where nothing is. */
export function selectionMask(store: TileStore, document: KomaDocument): PlacedMask {
  const bounds = document.selection && tileBounds(document.selection);
  if (!bounds) return EMPTY_MASK;
  return coverageMask(store, document.selection!, onCanvas(bounds, document), 0);
}

/**
 * Changes what is selected by another mask; nothing left means that nothing is selected.
 * @param made how an operation made the mask, for it to be made otherwise as long as it alone is selected
 */
export function changeSelection(
  transaction: Transaction,
  mask: PlacedMask,
  mode: CombineMode,
  made?: SelectionMade,
): void {
  const { store, document } = transaction;
  const current = mode === 'replace' ? EMPTY_MASK : selectionMask(store, document);
  const isAlone = mode === 'replace' || (mode === 'add' && document.selection === undefined);
  setSelectionMask(transaction, combineMasks(current, mask, mode), isAlone ? made : undefined);
}

/** Selects a mask; an empty one selects nothing. @param made how an operation made it */
export function setSelectionMask(transaction: Transaction, mask: PlacedMask, made?: SelectionMade): void {
  const { store } = transaction;
  transaction.setSelection(mask.width === 0 ? undefined : coverageFromPlane(store, mask.data, mask), made);
}

/** Selects the whole canvas. */
export function selectAll(transaction: Transaction): void {
  selectTiles(transaction, () => 255);
}

/** Selects what was not selected; everything, where nothing was. */
export function invertSelection(transaction: Transaction): void {
  const { store, document } = transaction;
  if (!document.selection) return selectAll(transaction);
  const selection = new SelectionReader(store, document);
  const inverted = new Uint8Array(TILE_PIXELS);
  selectTiles(transaction, (key) => {
    const coverage = selection.coverage(key);
    if (typeof coverage === 'number') return 255 - coverage;
    for (let i = 0; i < TILE_PIXELS; i++) inverted[i] = 255 - coverage[i]!;
    return inverted;
  });
}

/**
 * Makes the selection larger, smaller or softer; does nothing where nothing is selected.
 * @param pixels radius, see the kernels of the same names
 */
export function modifySelection(
  transaction: Transaction,
  how: 'grow' | 'shrink' | 'feather',
  pixels: number,
): void {
  finish(modifySelectionSteps(transaction, how, pixels));
}

/** {@link modifySelection} in steps; the selection is changed by the last of them. */
export function* modifySelectionSteps(
  transaction: Transaction,
  how: 'grow' | 'shrink' | 'feather',
  pixels: number,
): Steps<void> {
  const { store, document } = transaction;
  if (!document.selection) return;
  const change = { grow: growSteps, shrink: shrinkSteps, feather: featherSteps }[how];
  const changing = change(selectionMask(store, document), pixels, document);
  setSelectionMask(transaction, yield* part(changing, 0.05, 0.95));
}

/**
 * Moves the selection, not the pixels under it; what leaves the canvas is no longer selected.
 * @param dx, dy whole pixels
 */
export function moveSelection(transaction: Transaction, dx: number, dy: number): void {
  const { store, document } = transaction;
  const mask = trimMask(selectionMask(store, document));
  if (mask.width === 0 || (dx === 0 && dy === 0)) return;
  const moved = { ...mask, x: mask.x + dx, y: mask.y + dy };
  setSelectionMask(transaction, reframeMask(moved, onCanvas(moved, document)));
}

/**
 * Selects where a layer has alpha, or where a layer's or group's mask shows.
 * @throws KomaError `LAYER_MISSING`, `LAYER_IS_GROUP`, `MASK_MISSING`
 */
export function selectLayer(
  transaction: Transaction,
  id: string,
  plane: 'pixels' | 'mask',
  mode: CombineMode,
): void {
  const { store, document } = transaction;
  const shown = plane === 'mask' ? shownByMask(transaction, id) : alphaOf(store, document, id);
  changeSelection(transaction, trimMask(shown), mode);
}

/** Selects tile by tile: a page as one plane would take its size in bytes several times over. */
function selectTiles(transaction: Transaction, coverage: (key: number) => Uint8Array | number): void {
  const { store, document } = transaction;
  const plane = new Uint8Array(TILE_PIXELS);
  const tiles = makeTiles<Tile>(store, (made) => {
    for (const key of canvasKeys(document)) {
      const inside = withinCanvas(document, key, coverage(key));
      const tile = store.fromCoverage(typeof inside === 'number' ? plane.fill(inside) : inside);
      if (tile) made.set(key, tile);
    }
  });
  transaction.setSelection(tiles);
}

function shownByMask(transaction: Transaction, id: string): PlacedMask {
  const { store, document } = transaction;
  const { mask, name } = transaction.layer(id);
  if (!mask) throw new KomaError('MASK_MISSING', `"${name}" has no mask. Add one first.`, { name });
  const canvas = { x: 0, y: 0, width: document.width, height: document.height };
  return coverageMask(store, mask.tiles, canvas, mask.outside);
}

function coverageMask(store: TileStore, tiles: TileMap, rect: Rect, outside: number): PlacedMask {
  return rect.width === 0 ? EMPTY_MASK : { ...rect, data: readCoverage(store, tiles, rect, outside) };
}

/** Rows that are read at a time: a page of pixels is four times a page of coverage. */
const BAND = 256;

function alphaOf(store: TileStore, document: KomaDocument, id: string): PlacedMask {
  const { tiles } = requireRaster(document, id);
  const bounds = pixelBounds(store, tiles);
  if (!bounds) return EMPTY_MASK;
  const rect = onCanvas(bounds, document);
  const data = new Uint8Array(rect.width * rect.height);
  for (let y = 0, o = 0; y < rect.height; y += BAND) {
    const height = Math.min(BAND, rect.height - y);
    const pixels = readPixels(store, tiles, { x: rect.x, y: rect.y + y, width: rect.width, height }).data;
    for (let p = 3; p < pixels.length; p += 4) data[o++] = pixels[p]!;
  }
  return { ...rect, data };
}
