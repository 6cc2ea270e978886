import {
  coverageFromPlane,
  pixelBounds,
  pixelsFromImage,
  readPixels,
  resample,
  type RasterImage,
  type Rect,
  type Tile,
  type TileMap,
  type TileStore,
} from '../../raster/index.ts';
import type { KomaDocument, RasterLayer, StoredPicture } from '../document.ts';
import { walkLayers } from '../layer-tree.ts';
import type { Transaction } from '../transaction.ts';
import { constrainPixels } from './constrain-pixels.ts';
import { readPicture, shareLayerPicture, storePicture } from './layer-picture.ts';
import { scaleCoverage, type CanvasScale } from './scale-coverage.ts';
import { scaleRect } from './scale-rect.ts';
import { scaleMade, scaleRecipe } from './scale-strokes.ts';

/**
 * Gives the canvas another size and scales every layer, mask and the selection with it, locked layers too.
 * Layers keep their pictures in full beside what is shown, so that scaling again starts from those; kept pictures stay
 * as they are for the same reason, and are brought to the canvas's size by who cuts something out of them. Strokes follow.
 * @param width, height whole pixels, >= 1
 * @param except a layer whose pixels the caller fills itself
 */
export function resizeDocument(
  transaction: Transaction,
  width: number,
  height: number,
  except?: string,
): void {
  const { document, store } = transaction;
  if (width === document.width && height === document.height) return;
  const scale = {
    width: document.width,
    height: document.height,
    sx: width / document.width,
    sy: height / document.height,
  };
  for (const layer of walkLayers(document.layers)) {
    if (layer.kind === 'raster' && layer.id !== except) scaleLayer(transaction, layer, document, scale);
    const { generated, mask } = layer;
    if (generated) {
      const place = scaleRect(generated.place, scale.sx, scale.sy);
      transaction.setLayer(layer.id, { generated: { ...generated, place } });
    }
    if (layer.kind === 'raster' && layer.recipe)
      transaction.setLayer(layer.id, { recipe: scaleRecipe(layer.recipe, scale.sx, scale.sy) });
    if (mask) {
      const recipe = mask.recipe && { recipe: scaleRecipe(mask.recipe, scale.sx, scale.sy) };
      const tiles = scaleTiles(store, mask.tiles, scale, mask.outside);
      transaction.setMask(layer.id, { ...mask, ...recipe, tiles });
    }
  }
  const { selection, selectionMade } = document;
  if (selection) {
    const made = selectionMade && scaleMade(selectionMade, scale.sx, scale.sy);
    transaction.setSelection(scaleTiles(store, selection, scale, 0), made);
  }
  transaction.setDocument({ width, height });
}

function scaleTiles(
  store: TileStore,
  tiles: TileMap,
  scale: CanvasScale,
  outside: number,
): Map<number, Tile> {
  const scaled = scaleCoverage(store, tiles, scale, outside);
  return scaled ? coverageFromPlane(store, scaled.data, scaled, outside) : new Map();
}

function scaleLayer(
  transaction: Transaction,
  layer: RasterLayer,
  document: KomaDocument,
  { sx, sy }: CanvasScale,
): void {
  const { store } = transaction;
  const from = layer.original?.frame ?? layer.frame ?? pixelBounds(store, layer.tiles);
  if (!from) return;
  const frame = scaleRect(from, sx, sy);
  const image = layer.original
    ? readPicture(store, layer.original.picture)
    : readPixels(store, layer.tiles, from);
  transaction.replaceTiles(layer.id, pixelsFromImage(store, shownIn(image, frame, layer), frame.x, frame.y));
  transaction.setOriginal(layer.id, { picture: fullPicture(store, document, layer, image), frame });
  transaction.setLayer(layer.id, { frame });
}

/** Read from the layer as it was: the caller owns the tiles. */
function fullPicture(
  store: TileStore,
  document: KomaDocument,
  layer: RasterLayer,
  image: RasterImage,
): StoredPicture {
  if (layer.original ?? layer.frame) return shareLayerPicture(store, document, layer);
  return storePicture(store, image);
}

function shownIn(image: RasterImage, frame: Rect, { colourMode }: RasterLayer): RasterImage {
  const shown = resample(image, frame.width, frame.height, { filter: 'bicubic' });
  constrainPixels(shown.data, colourMode);
  return shown;
}
