import { KomaError } from '../../errors.ts';
import type { TileCompositor } from '../../raster/index.ts';
import { rasterLayer, type LayerNode, type RasterLayer } from '../document.ts';
import { childrenOf, placeOf, walkLayers } from '../layer-tree.ts';
import type { Transaction } from '../transaction.ts';
import { assertAllUnlocked } from './assert-editable.ts';
import { clipRunOf, isClippedPlace, withClipRuns } from './clip-run.ts';
import { compositeTiles } from './composite-tiles.ts';
import { fittingModeOfTiles, widestMode } from './fitting-mode.ts';
import { forgetUnusedInputs } from './forget-unused-inputs.ts';
import { outermost } from './outermost.ts';

/**
 * Makes one layer of a layer and the next one below it, or of a group. What is clipped goes along with what
 * it is clipped to, so that the picture stays as it is: exactly where blend modes are normal, since the
 * result has the blend mode and the name of the lowest, whose opacity and mask it has taken in.
 * @returns the new layer's id
 * @throws KomaError `NOTHING_TO_MERGE` also where one of the two is hidden, `LAYER_LOCKED`
 */
export function mergeDown(transaction: Transaction, id: string, compositor: TileCompositor): string {
  const { document } = transaction;
  const layer = transaction.layer(id);
  const { parent, index } = placeOf(document, id)!;
  if (layer.kind === 'group') return mergeChosen(transaction, [layer], compositor);
  const below = childrenOf(document, parent)[index - 1];
  if (!below) throw nothingToMerge('There is no layer below to merge with.');
  if (!isDrawn(transaction, below) || !isDrawn(transaction, layer))
    throw nothingToMerge('A hidden layer cannot be merged. Show it first.');
  return mergeChosen(transaction, [below, layer], compositor);
}

/**
 * Makes one layer of several, in the place of the topmost; as {@link mergeDown}. Hidden layers stay.
 * @returns the new layer's id
 * @throws KomaError `NOTHING_TO_MERGE`, `LAYER_LOCKED`
 */
export function mergeLayers(
  transaction: Transaction,
  ids: readonly string[],
  compositor: TileCompositor,
): string {
  return mergeChosen(transaction, outermost(transaction.document, ids), compositor);
}

/**
 * Makes one layer of all that is visible; hidden layers stay.
 * @returns its id
 * @throws KomaError `NOTHING_TO_MERGE`, `LAYER_LOCKED`
 */
export function mergeVisible(transaction: Transaction, compositor: TileCompositor): string {
  const drawn = transaction.document.layers.filter((layer) => isDrawn(transaction, layer));
  const lowest = drawn[0];
  if (!lowest) throw nothingToMerge('No layer is visible.');
  if (drawn.length === 1 && isPlain(lowest)) return lowest.id;
  // Nothing shows below it, so blend modes need nothing to be applied to later.
  return replaceByMerged(transaction, drawn, drawn, rasterLayer(lowest.name), compositor);
}

/**
 * Makes one layer of all that is visible and takes the rest away.
 * @returns its id
 * @throws KomaError `NOTHING_TO_MERGE`, `LAYER_LOCKED`
 */
export function flattenAll(transaction: Transaction, compositor: TileCompositor): string {
  const hidden = transaction.document.layers.filter((layer) => !isDrawn(transaction, layer));
  for (const layer of hidden) assertAllUnlocked(transaction.document, layer);
  for (const { id } of hidden) transaction.remove(id);
  return mergeVisible(transaction, compositor);
}

function mergeChosen(
  transaction: Transaction,
  chosen: readonly LayerNode[],
  compositor: TileCompositor,
): string {
  const { document } = transaction;
  const layers = withClipRuns(document, chosen).filter((layer) => isDrawn(transaction, layer));
  const lowest = layers[0];
  if (!lowest || (layers.length === 1 && lowest.kind === 'raster'))
    throw nothingToMerge('Choose several visible layers to merge.');
  const nodes = layers.map((layer): LayerNode => {
    // Without their base among them, clipped layers stand alone.
    const clip = clipRunOf(document, layer.id).base !== layer;
    // The lowest layer's blend mode stays, to be applied to what lies below the result.
    return { ...layer, clip, ...(layer === lowest ? { blendMode: 'normal' } : {}) } as LayerNode;
  });
  const { name, colourTag, blendMode } = lowest;
  const merged = rasterLayer(name, {
    colourTag,
    clip: isClippedPlace(document, layers),
    blendMode: blendMode === 'pass-through' ? 'normal' : blendMode,
    ...(lowest.kind === 'raster' ? { role: lowest.role, reference: lowest.reference } : {}),
  });
  return replaceByMerged(transaction, layers, nodes, merged, compositor);
}

/**
 * @param layers to be taken away
 * @param nodes these layers as they are drawn
 * @param empty what they become, without pixels yet
 */
function replaceByMerged(
  transaction: Transaction,
  layers: readonly LayerNode[],
  nodes: readonly LayerNode[],
  empty: RasterLayer,
  compositor: TileCompositor,
): string {
  const { document, store } = transaction;
  for (const layer of layers) assertAllUnlocked(document, layer);
  const gone = new Set(layers);
  const left = layers
    .map((layer) => clipRunOf(document, layer.id))
    .filter(({ base }) => gone.has(base))
    .flatMap(({ clipped }) => clipped.filter((layer) => !gone.has(layer)));
  const modes = Array.from(walkLayers(layers), (layer) =>
    layer.kind === 'raster' ? layer.colourMode : 'mono',
  );
  const tiles = compositeTiles(store, nodes, compositor);
  const colourMode = fittingModeOfTiles(store, tiles, widestMode(modes));
  transaction.insertAbove({ ...empty, colourMode, tiles }, layers.at(-1)!.id);
  for (const { id } of layers) transaction.remove(id);
  for (const { id } of [...new Set(left)].toReversed()) liftAbove(transaction, id, empty.id);
  forgetUnusedInputs(transaction);
  return empty.id;
}

/** Puts a hidden layer that was clipped to what has been merged above the result, unless it is there already. */
function liftAbove(transaction: Transaction, id: string, mergedId: string): void {
  const [from, merged] = [placeOf(transaction.document, id)!, placeOf(transaction.document, mergedId)!];
  const isBelow = from.parent === merged.parent && from.index < merged.index;
  if (from.parent === merged.parent && !isBelow) return;
  transaction.move(id, { parent: merged.parent, index: merged.index + (isBelow ? 0 : 1) });
}

/** Visible, and clipped to nothing that is hidden; whatever the groups around are. */
function isDrawn({ document }: Transaction, layer: LayerNode): boolean {
  return layer.visible && clipRunOf(document, layer.id).base.visible;
}

/** Whether it is one layer already, to which nothing is left to be applied. */
function isPlain(layer: LayerNode): boolean {
  return layer.kind === 'raster' && layer.opacity === 1 && layer.blendMode === 'normal' && !layer.mask;
}

function nothingToMerge(message: string): KomaError {
  return new KomaError('NOTHING_TO_MERGE', message);
}
