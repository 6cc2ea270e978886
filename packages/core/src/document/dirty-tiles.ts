import type { KomaDocument, LayerNode } from './document.ts';
import { childrenOf, placeOf, walkLayers, type LayerPlace } from './layer-tree.ts';
import { canvasKeys, type Operation } from './operation.ts';

/** Tiles whose composite may differ; `all` where the canvas itself changed. */
export type DirtyTiles = ReadonlySet<number> | 'all';

const NONE: ReadonlySet<number> = new Set();

/**
 * Which tiles of the composite an operation may change: a superset, never less.
 * @param before, after the document on both sides of it
 */
export function dirtyTiles(
  before: KomaDocument | undefined,
  after: KomaDocument | undefined,
  operation: Operation,
): DirtyTiles {
  switch (operation.type) {
    case 'open':
      return 'all';
    case 'document':
      return operation.before.width !== operation.after.width ||
        operation.before.height !== operation.after.height
        ? 'all'
        : NONE;
    case 'selection':
    case 'kept':
    case 'original':
      return NONE;
    case 'tiles': {
      const keys = new Set(operation.changes.map(({ key }) => key));
      // A mask hides or shows what the layer has there; it cannot change more than that.
      return keys;
    }
    case 'mask':
      return around(after!, placeOf(after!, operation.id)!);
    case 'layer': {
      if (!isLook(operation.after)) return NONE;
      return around(after!, placeOf(after!, operation.id)!, 'clip' in operation.after);
    }
    case 'insert':
      return around(after!, operation.at, reclips(after!, operation.at));
    case 'remove':
      return around(before!, operation.at, reclips(before!, operation.at));
    case 'move': {
      const { from, to } = operation;
      return union(around(before!, from, reclips(before!, from)), around(after!, to, reclips(after!, to)));
    }
  }
}

export function union(a: DirtyTiles, b: DirtyTiles): DirtyTiles {
  if (a === 'all' || b === 'all') return 'all';
  if (a.size === 0) return b;
  if (b.size === 0) return a;
  return new Set([...a, ...b]);
}

/** The dirty tiles as keys of the canvas. */
export function dirtyKeys(document: KomaDocument, dirty: DirtyTiles): Iterable<number> {
  return dirty === 'all' ? canvasKeys(document) : dirty;
}

const LOOKS = new Set(['visible', 'opacity', 'clip', 'blendMode']);

function isLook(change: object): boolean {
  return Object.keys(change).some((key) => LOOKS.has(key));
}

/** Whether other layers below have something clipped to them with the layer at this place than without. */
function reclips(document: KomaDocument, place: LayerPlace): boolean {
  const siblings = childrenOf(document, place.parent);
  return [place.index, place.index + 1].some((index) => siblings[index]?.clip);
}

/**
 * The tiles of a layer and of those that may be clipped to it: whose base it is, was, or comes between.
 * @param withBase adds what is below if that changes by being a base: a group passes through only while
 *   nothing is clipped to it
 */
function around(document: KomaDocument, place: LayerPlace, withBase = false): Set<number> {
  const siblings = childrenOf(document, place.parent);
  const keys = new Set<number>();
  const base = siblings.slice(0, place.index).findLast((layer) => !layer.clip);
  if (withBase && base?.blendMode === 'pass-through') addKeys(base, keys);
  for (let i = place.index; i < siblings.length; i++) {
    if (i > place.index && !siblings[i]!.clip) break;
    addKeys(siblings[i]!, keys);
  }
  return keys;
}

function addKeys(root: LayerNode, keys: Set<number>): void {
  for (const layer of walkLayers([root]))
    if (layer.kind === 'raster') for (const key of layer.tiles.keys()) keys.add(key);
}
