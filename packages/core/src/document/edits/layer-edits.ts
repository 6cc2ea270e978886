import type { TileStore } from '../../raster/index.ts';
import { groupLayer, rasterLayer, type LayerNode, type RasterLayer } from '../document.ts';
import { ancestorsOf, childrenOf, findLayer, placeOf } from '../layer-tree.ts';
import { tilesOfLayer } from '../operation.ts';
import type { Transaction } from '../transaction.ts';
import { assertAllUnlocked, assertUnlocked } from './assert-editable.ts';
import { isClippedPlace, withClipRuns } from './clip-run.ts';
import { forgetUnusedInputs } from './forget-unused-inputs.ts';
import { insertNear, unlockedTarget } from './insert-near.ts';
import { outermost } from './outermost.ts';

/** Adds an empty layer above another, or on top; into a group that is open and chosen. @returns its id */
export function addLayer(
  transaction: Transaction,
  name: string,
  above: string | undefined,
  properties: Partial<Omit<RasterLayer, 'kind' | 'id' | 'tiles'>> = {},
): string {
  const layer = rasterLayer(name, properties);
  insertNear(transaction, layer, above);
  return layer.id;
}

/**
 * Puts layers into a new group in the place of the topmost; without any, adds an empty one. What is clipped
 * stays with what it is clipped to, see {@link withClipRuns}.
 * @returns its id
 * @throws KomaError `LAYER_LOCKED`
 */
export function groupLayers(
  transaction: Transaction,
  ids: readonly string[],
  name: string,
  above?: string,
): string {
  const { document } = transaction;
  const layers = withClipRuns(document, outermost(document, ids));
  for (const layer of layers) assertUnlocked(document, layer);
  const group = groupLayer(name, { clip: isClippedPlace(document, layers) });
  const top = layers.at(-1);
  if (!top) insertNear(transaction, group, above);
  else transaction.insertAbove(group, top.id);
  for (const [index, layer] of layers.entries()) transaction.move(layer.id, { parent: group.id, index });
  return group.id;
}

/**
 * Takes a group apart; its layers stay where it was, clipped to what it was clipped to, and hidden if it
 * was. Its opacity, mask and blend mode are gone.
 * @returns their ids
 * @throws KomaError `LAYER_LOCKED`
 */
export function ungroup(transaction: Transaction, id: string): readonly string[] {
  const group = transaction.layer(id);
  if (group.kind !== 'group') return [id];
  assertUnlocked(transaction.document, group);
  const place = placeOf(transaction.document, id)!;
  let standsAlone = true;
  for (const [index, child] of group.children.entries()) {
    standsAlone &&= child.clip;
    transaction.setLayer(child.id, {
      clip: group.clip || (child.clip && !standsAlone),
      visible: group.visible && child.visible,
    });
    transaction.move(child.id, { parent: place.parent, index: place.index + index });
  }
  transaction.remove(id);
  return group.children.map((child) => child.id);
}

/** @throws KomaError `LAYER_LOCKED` for what is in groups, too; and then none is deleted */
export function deleteLayers(transaction: Transaction, ids: readonly string[]): void {
  const layers = outermost(transaction.document, ids);
  for (const layer of layers) assertAllUnlocked(transaction.document, layer);
  for (const { id } of layers) transaction.remove(id);
  forgetUnusedInputs(transaction);
}

/**
 * Moves layers, keeping their order. Into one of themselves they cannot go and stay where they are.
 * @param parent the group; undefined for the root
 * @param index counts the layers of `parent` that are not moved and will lie below
 * @throws KomaError `LAYER_LOCKED`
 */
export function moveLayers(
  transaction: Transaction,
  ids: readonly string[],
  parent: string | undefined,
  index: number,
): void {
  const { document } = transaction;
  const layers = outermost(document, ids);
  const moved = new Set(layers.map(({ id }) => id));
  if (parent !== undefined) {
    const around = [parent, ...ancestorsOf(document, parent).map(({ id }) => id)];
    if (around.some((id) => moved.has(id))) return;
    const group = findLayer(document, parent);
    if (group) assertUnlocked(document, group);
  }
  for (const layer of layers) assertUnlocked(document, layer);
  const staying = childrenOf(document, parent).filter(({ id }) => !moved.has(id));
  let previous = staying.slice(0, Math.max(0, index)).at(-1)?.id;
  for (const layer of layers) {
    const siblings = childrenOf(transaction.document, parent).filter(({ id }) => id !== layer.id);
    const at = previous === undefined ? 0 : siblings.findIndex(({ id }) => id === previous) + 1;
    transaction.move(layer.id, { parent, index: at });
    previous = layer.id;
  }
}

/**
 * Copies layers directly above themselves; neighbours together, so that copies are clipped to copies. The
 * copies share all tiles.
 * @param suffix of their names
 * @returns the copies' ids, from the bottom up
 */
export function duplicateLayers(
  transaction: Transaction,
  ids: readonly string[],
  suffix: string,
): readonly string[] {
  const { document, store } = transaction;
  const made: string[] = [];
  for (const neighbours of blocks(transaction, ids)) {
    let above = unlockedTarget(document, neighbours.at(-1)!.id)!.id;
    for (const layer of neighbours) {
      const copy = copyLayer(store, layer);
      transaction.insertAbove({ ...copy, name: `${copy.name}${suffix}` }, above);
      made.push((above = copy.id));
    }
  }
  return made;
}

/** Chosen layers in lists of those that lie directly above each other. */
function blocks({ document }: Transaction, ids: readonly string[]): LayerNode[][] {
  const result: LayerNode[][] = [];
  for (const layer of outermost(document, ids)) {
    const { parent, index } = placeOf(document, layer.id)!;
    const last = result.at(-1);
    const isNext = index > 0 && last?.at(-1) === childrenOf(document, parent)[index - 1];
    if (last && isNext) last.push(layer);
    else result.push([layer]);
  }
  return result;
}

/** A layer with new ids that shares all tiles; the caller owns a reference to each. */
export function copyLayer(store: TileStore, layer: LayerNode): LayerNode {
  for (const tile of tilesOfLayer(layer)) store.retain(tile);
  return withNewIds(layer);
}

function withNewIds(layer: LayerNode): LayerNode {
  const id = crypto.randomUUID();
  return layer.kind === 'group'
    ? { ...layer, id, children: layer.children.map(withNewIds) }
    : { ...layer, id };
}
