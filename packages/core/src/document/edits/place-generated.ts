import { KomaError } from '../../errors.ts';
import type { TileStore } from '../../raster/index.ts';
import type { LayerNode, RasterLayer } from '../document.ts';
import type { GeneratorRecipe } from '../generator-recipe.ts';
import { childrenOf, placeOf } from '../layer-tree.ts';
import { tilesOfLayer } from '../operation.ts';
import type { Transaction } from '../transaction.ts';
import { assertUnlocked } from './assert-editable.ts';
import { forgetUnusedInputs } from './forget-unused-inputs.ts';

/** A generated picture drawn anew, and what it takes the place of. */
export interface PlacedGenerated {
  /** A group or layer that a generator made. */
  readonly id: string;
  /** Its new layers from the bottom to the top, each with its `part`; the one layer where `id` is no group. */
  readonly layers: readonly LayerNode[];
  /** How they were made, for the group or layer to remember. */
  readonly recipe: GeneratorRecipe;
  /** Of the names of layers that somebody has painted on, which stay beside the new ones. */
  readonly suffix: string;
}

/**
 * Puts a generated picture that was drawn anew into the place of what it was before. A layer of the same part gets the
 * new pixels and stays what it is otherwise: its name, opacity, visibility, masks and place among the others. New parts
 * come where the generator has them, and those that are not drawn any more go. Nothing that is a person's own is lost:
 * layers that were added stay as they are, and those that were painted on stay, hidden, below their new ones.
 *
 * The layers' tiles change hands, also where this throws.
 * @throws KomaError `LAYER_MISSING`, `LAYER_LOCKED`
 */
export function placeGenerated(transaction: Transaction, placed: PlacedGenerated): void {
  const { id, layers, recipe } = placed;
  const { store } = transaction;
  const pending = new Set(layers);
  try {
    const target = transaction.find(id);
    if (!target?.generated) throw new KomaError('LAYER_MISSING', 'Choose a layer first.');
    assertUnlocked(transaction.document, target);
    const parts = partsIn(transaction, target);
    if (target.kind === 'group') placeAmong(transaction, target.id, layers, parts, pending);
    else placeInto(transaction, target, onlyRaster(layers), pending);
    for (const part of parts.values()) retire(transaction, part, placed.suffix);
    transaction.setLayer(id, { generated: recipe });
    forgetUnusedInputs(transaction);
  } catch (error) {
    for (const layer of pending) releaseAll(store, layer);
    throw error;
  }
}

/** The generated nodes in a group by the part that they are; of copies the lowest, which is the first. */
function partsIn({ document }: Transaction, target: LayerNode): Map<string, LayerNode> {
  const parts = new Map<string, LayerNode>();
  const visit = (layers: readonly LayerNode[]): void => {
    for (const layer of layers) {
      // A character that was put into another one's group is its own.
      if (layer.generated) continue;
      if (layer.part && !parts.has(layer.part.id)) {
        if (!layer.part.painted) assertUnlocked(document, layer);
        parts.set(layer.part.id, layer);
      }
      if (layer.kind === 'group') visit(layer.children);
    }
  };
  if (target.kind === 'group') visit(target.children);
  return parts;
}

/** @param pending layers whose tiles are still the caller's; those that find their place leave it */
function placeAmong(
  transaction: Transaction,
  parent: string,
  layers: readonly LayerNode[],
  parts: Map<string, LayerNode>,
  pending: Set<LayerNode>,
): void {
  let below: string | undefined;
  for (const layer of layers) {
    const old = parts.get(layer.part?.id ?? '');
    const isSame = old !== undefined && !old.part!.painted && old.kind === layer.kind;
    if (isSame) parts.delete(old.part!.id);
    if (isSame && old.kind === 'raster') {
      placeInto(transaction, old, layer as RasterLayer, pending);
      below = siblingOf(transaction, old.id, parent) ?? below;
    } else if (isSame && layer.kind === 'group') {
      pending.delete(layer);
      for (const child of layer.children) pending.add(child);
      placeAmong(transaction, old.id, layer.children, parts, pending);
      below = siblingOf(transaction, old.id, parent) ?? below;
    } else {
      // Directly over what was painted on: whatever is clipped there is clipped to the new layer.
      const beside = old && siblingOf(transaction, old.id, parent);
      pending.delete(layer);
      insert(transaction, layer, parent, beside ?? below);
      below = layer.id;
    }
  }
}

/** The id itself where the node lies directly in the group; somebody may have moved it elsewhere. */
function siblingOf({ document }: Transaction, id: string, parent: string): string | undefined {
  return placeOf(document, id)?.parent === parent ? id : undefined;
}

function insert(transaction: Transaction, layer: LayerNode, parent: string, above: string | undefined): void {
  const siblings = childrenOf(transaction.document, parent);
  const index = above === undefined ? 0 : siblings.findIndex(({ id }) => id === above) + 1;
  transaction.insert(layer, { parent, index });
}

function placeInto(
  transaction: Transaction,
  old: RasterLayer,
  made: RasterLayer,
  pending: Set<LayerNode>,
): void {
  const { id } = old;
  pending.delete(made);
  transaction.replaceTiles(id, made.tiles);
  transaction.setOriginal(id, made.original);
  const { colourMode, frame, blendMode, clip } = made;
  transaction.setLayer(id, { colourMode, frame, blendMode, clip, origin: undefined, recipe: undefined });
}

/** Takes a part away that is not drawn any more, or hides it if somebody has painted on it. */
function retire(transaction: Transaction, { id, name, part }: LayerNode, suffix: string): void {
  if (part!.painted) {
    transaction.setLayer(id, { visible: false, part: undefined, name: `${name}${suffix}` });
    return;
  }
  const layer = transaction.find(id);
  if (!layer) return;
  // A group with anything of a person's own in it stays.
  if (layer.kind === 'raster' || layer.children.length === 0) transaction.remove(id);
  else transaction.setLayer(id, { part: undefined });
}

function onlyRaster(layers: readonly LayerNode[]): RasterLayer {
  const [layer, ...rest] = layers;
  if (layer?.kind !== 'raster' || rest.length > 0) throw new RangeError('one layer of pixels was expected');
  return layer;
}

function releaseAll(store: TileStore, layer: LayerNode): void {
  for (const tile of tilesOfLayer(layer)) store.release(tile);
}
