import type { KomaDocument } from '../document.ts';
import { canvasKeys } from '../operation.ts';
import type { Transaction } from '../transaction.ts';
import { assertPaintable } from './assert-editable.ts';
import { editMask, editPixels } from './edit-pixels.ts';
import { fillCoverage } from './fill-coverage.ts';
import { fillMask } from './fill-mask.ts';
import { luma } from './luma.ts';
import { SelectionReader, withinCanvas } from './selection-reader.ts';

/**
 * Fills what is selected of the canvas, or all of it, with a colour. On a mask its luma is painted.
 * @param colour sRGB, 0-255
 * @returns whether anything changed
 * @throws KomaError where the layer cannot be painted on
 */
export function fillSelection(
  transaction: Transaction,
  id: string,
  plane: 'pixels' | 'mask',
  colour: readonly [number, number, number],
): boolean {
  const { document, store } = transaction;
  const { alphaLocked } = assertPaintable(document, id, plane);
  const selection = new SelectionReader(store, document);
  const coverage = (key: number) => withinCanvas(document, key, selection.coverage(key));
  const keys = selectedKeys(document);
  if (plane === 'mask')
    return editMask(transaction, id, keys, (mask, key) => fillMask(mask, coverage(key), luma(...colour)));
  return editPixels(transaction, id, keys, (pixels, key) =>
    fillCoverage(pixels, coverage(key), colour, alphaLocked),
  );
}

/**
 * Erases what is selected of a layer, or all of it, off the canvas too; alpha that is locked stays. Of a
 * mask it hides what is selected, or the whole canvas.
 * @returns whether anything changed
 * @throws KomaError where the layer cannot be painted on
 */
export function clearSelection(transaction: Transaction, id: string, plane: 'pixels' | 'mask'): boolean {
  const { document, store } = transaction;
  const layer = assertPaintable(document, id, plane);
  if (plane === 'mask' || layer.kind !== 'raster') return fillSelection(transaction, id, plane, [0, 0, 0]);
  const selection = new SelectionReader(store, document);
  return editPixels(transaction, id, layer.tiles.keys(), (pixels, key) =>
    fillCoverage(pixels, selection.coverage(key), undefined, layer.alphaLocked),
  );
}

/** The tiles of the canvas in which anything is selected; all where nothing is. */
export function selectedKeys(document: KomaDocument): readonly number[] {
  const { selection } = document;
  const keys = canvasKeys(document);
  return selection ? keys.filter((key) => selection.has(key)) : keys;
}
