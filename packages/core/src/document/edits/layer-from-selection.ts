import { KomaError } from '../../errors.ts';
import { TILE_PIXELS, type Tile, type TileMap, type TileStore } from '../../raster/index.ts';
import { rasterLayer, type KomaDocument, type RasterLayer } from '../document.ts';
import type { Transaction } from '../transaction.ts';
import { assertPaintable, requireRaster } from './assert-editable.ts';
import { clipRunOf } from './clip-run.ts';
import { constrainPixels } from './constrain-pixels.ts';
import { editPixels } from './edit-pixels.ts';
import { fillCoverage } from './fill-coverage.ts';
import { insertNear } from './insert-near.ts';
import { makeTiles } from './make-tiles.ts';
import { multiplyAlpha } from './multiply-alpha.ts';
import { SelectionReader } from './selection-reader.ts';

/**
 * Copies what is selected of a layer, or all of it, to a new layer above, which looks as the layer does:
 * the same blend mode, opacity, mask and clipping. What is cut from a layer to which others are clipped
 * goes above those.
 * @param cut erases it there
 * @returns the new layer's id
 * @throws KomaError `NOTHING_SELECTED` where the layer has no pixels there; where it cannot be painted on
 */
export function layerFromSelection(transaction: Transaction, id: string, name: string, cut: boolean): string {
  const { document, store } = transaction;
  const source = requireRaster(document, id);
  if (cut) assertPaintable(document, id);
  const tiles = selectedTiles(store, document, source);
  if (tiles.size === 0) throw new KomaError('NOTHING_SELECTED', 'Nothing is selected. Select an area first.');
  const { blendMode, opacity, colourMode, clip, mask } = source;
  for (const tile of mask?.tiles.values() ?? []) store.retain(tile);
  const layer = rasterLayer(name, { tiles, blendMode, opacity, colourMode, clip, mask });
  const run = clipRunOf(document, id);
  insertNear(transaction, layer, cut && run.base === source ? (run.clipped.at(-1)?.id ?? id) : id);
  if (cut) {
    const selection = new SelectionReader(store, document);
    editPixels(transaction, id, source.tiles.keys(), (pixels, key) =>
      fillCoverage(pixels, selection.coverage(key), undefined, false),
    );
  }
  return layer.id;
}

/** The pixels of a layer with their alpha multiplied by the selection; tiles owned by the caller. */
function selectedTiles(store: TileStore, document: KomaDocument, source: RasterLayer): TileMap {
  const selection = new SelectionReader(store, document);
  const [pixels, scratch] = [new Uint8Array(TILE_PIXELS * 4), new Uint8Array(TILE_PIXELS * 4)];
  return makeTiles<Tile>(store, (tiles) => {
    for (const [key, tile] of source.tiles) {
      const coverage = selection.coverage(key);
      if (coverage === 0) continue;
      if (coverage === 255) {
        tiles.set(key, store.retain(tile));
        continue;
      }
      pixels.set(store.pixels(tile, scratch));
      multiplyAlpha(pixels, coverage);
      constrainPixels(pixels, source.colourMode);
      const copy = store.fromPixels(pixels);
      if (copy) tiles.set(key, copy);
    }
  });
}
