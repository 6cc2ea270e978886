import {
  pixelsFromImage,
  resizeImage,
  type BlendMode,
  type RasterImage,
  type Rect,
} from '../../raster/index.ts';
import { rasterLayer, type LayerRole, type RasterLayer } from '../document.ts';
import type { Recipe, RecipeInput, RecipePlacement } from '../recipe.ts';
import type { Transaction } from '../transaction.ts';
import { assertUnlocked, requireRaster } from './assert-editable.ts';
import { forgetGenerated } from './edit-pixels.ts';
import { fittingMode } from './fitting-mode.ts';
import { forgetUnusedInputs } from './forget-unused-inputs.ts';
import { insertNear } from './insert-near.ts';
import { layerFrame, shareLayerPicture, storePicture } from './layer-picture.ts';
import { resizeDocument } from './resize-document.ts';

/** What an operation gave, and where it shall go. */
export interface PlacedResult {
  /** The layer that it was made from, or that it replaces. */
  readonly layerId: string;
  readonly image: RasterImage;
  /** How it was made, for the layer to remember. */
  readonly recipe: Recipe;
  /** Where it goes; a layer that is made again goes into its own place whatever its recipe says. */
  readonly placement: RecipePlacement;
  /** For the name of a new layer. */
  readonly title: string;
  /** Of a new layer; `normal` and `none` where absent. */
  readonly properties?: { readonly blendMode: BlendMode; readonly role: LayerRole } | undefined;
}

/**
 * Puts an operation's result into the document:
 * - `resize-document`: the layer gets the new pixels and the canvas grows by the same factor; other layers
 *   are scaled with it;
 * - `new-layer`: a layer above the source, in the source's place, with all its pixels;
 * - `replace-layer`: the source's pixels are replaced in place.
 *
 * Where the source's own pixels go, the document keeps them, so that the recipe can be run again. A layer's
 * colour mode widens to what the result needs.
 * @returns the layer's id
 * @throws KomaError `LAYER_MISSING`, `LAYER_IS_GROUP`, `LAYER_LOCKED`
 */
export function placeResult(transaction: Transaction, result: PlacedResult): string {
  const source = requireRaster(transaction.document, result.layerId);
  return result.placement === 'new-layer'
    ? placeAbove(transaction, source, result)
    : placeInto(transaction, source, result);
}

function placeAbove(transaction: Transaction, source: RasterLayer, result: PlacedResult): string {
  const { document, store } = transaction;
  const { image, recipe } = result;
  const frame = layerFrame(document, source);
  const shown = fit(image, frame);
  const layer = rasterLayer(`${source.name} · ${result.title}`, {
    opacity: source.opacity,
    clip: source.clip,
    tiles: pixelsFromImage(store, shown, frame.x, frame.y),
    recipe,
    frame,
    ...result.properties,
    ...(shown === image ? {} : { original: { picture: storePicture(store, image), frame } }),
  });
  insertNear(transaction, layer, source.id);
  return layer.id;
}

function placeInto(transaction: Transaction, source: RasterLayer, result: PlacedResult): string {
  const { document, store } = transaction;
  const { image } = result;
  assertUnlocked(document, source);
  const recipe = keepInputs(transaction, source, result.recipe);
  let frame = layerFrame(document, source);
  if (result.placement === 'resize-document') {
    const [sx, sy] = [image.width / frame.width, image.height / frame.height];
    const width = Math.max(1, Math.round(document.width * sx));
    const height = Math.max(1, Math.round(document.height * sy));
    resizeDocument(transaction, width, height, source.id);
    // Every pixel of the result as it is, whatever rounding did to the canvas.
    const [x, y] = [Math.round(frame.x * sx) + 0, Math.round(frame.y * sy) + 0];
    frame = { x, y, width: image.width, height: image.height };
  }
  const shown = fit(image, frame);
  const colourMode = fittingMode(shown.data, source.colourMode);
  transaction.replaceTiles(source.id, pixelsFromImage(store, shown, frame.x, frame.y));
  const original = shown === image ? undefined : { picture: storePicture(store, image), frame };
  transaction.setOriginal(source.id, original);
  transaction.setLayer(source.id, { origin: undefined, frame, recipe, colourMode });
  forgetGenerated(transaction, source);
  forgetUnusedInputs(transaction);
  return source.id;
}

/** As `koma rerun` fits it. */
function fit(image: RasterImage, frame: Rect): RasterImage {
  return resizeImage(image, frame.width, frame.height);
}

/** The recipe with the source's present picture kept, where that is an input and is about to go. */
function keepInputs(transaction: Transaction, source: RasterLayer, recipe: Recipe): Recipe {
  const { store, document } = transaction;
  const isSource = (input: RecipeInput): boolean => 'layerId' in input && input.layerId === source.id;
  const inputs = Object.entries(recipe.inputs);
  if (!inputs.some(([, input]) => isSource(input))) return recipe;
  const kept = crypto.randomUUID();
  transaction.keep(kept, shareLayerPicture(store, document, source));
  const entries = inputs.map(([name, input]) => [name, isSource(input) ? { kept } : input]);
  return { ...recipe, inputs: Object.fromEntries(entries) as Recipe['inputs'] };
}
