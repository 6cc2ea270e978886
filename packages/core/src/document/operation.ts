import { tilesMeeting, type Tile, type TileMap } from '../raster/index.ts';
import type { SelectionMade } from './cut-recipe.ts';
import type {
  GroupLayer,
  KomaDocument,
  LayerMask,
  LayerNode,
  RasterLayer,
  StoredPicture,
} from './document.ts';
import {
  childrenOf,
  findLayer,
  replaceLayer,
  walkLayers,
  withChildren,
  type LayerPlace,
} from './layer-tree.ts';

/** One tile of a plane before and after; undefined is a missing tile. */
export interface TileChange {
  readonly key: number;
  readonly before: Tile | undefined;
  readonly after: Tile | undefined;
}

/** Both values of something. */
export interface Sides<T> {
  readonly before: T;
  readonly after: T;
}

/** Properties of a layer that hold no tiles. */
export type PlainProperties = Partial<
  Omit<RasterLayer, 'kind' | 'id' | 'tiles' | 'mask' | 'original' | 'blendMode'> &
    Pick<GroupLayer, 'expanded' | 'blendMode'>
>;

/** Properties of the document that hold no tiles. */
export type DocumentProperties = Pick<KomaDocument, 'name' | 'width' | 'height' | 'dpi'>;

/**
 * A change of the document that knows its inverse: both values of what it touches, and nothing else.
 * Transactions are made of these, and so is the history.
 */
export type Operation =
  | { readonly type: 'document'; readonly before: DocumentProperties; readonly after: DocumentProperties }
  | {
      readonly type: 'open';
      readonly before: KomaDocument | undefined;
      readonly after: KomaDocument | undefined;
    }
  | {
      readonly type: 'layer';
      readonly id: string;
      readonly before: PlainProperties;
      readonly after: PlainProperties;
    }
  | { readonly type: 'insert'; readonly layer: LayerNode; readonly at: LayerPlace }
  | { readonly type: 'remove'; readonly layer: LayerNode; readonly at: LayerPlace }
  | { readonly type: 'move'; readonly id: string; readonly from: LayerPlace; readonly to: LayerPlace }
  | {
      readonly type: 'tiles';
      readonly id: string;
      readonly plane: 'pixels' | 'mask';
      readonly changes: readonly TileChange[];
    }
  | {
      readonly type: 'mask';
      readonly id: string;
      readonly before: LayerMask | undefined;
      readonly after: LayerMask | undefined;
    }
  | {
      readonly type: 'original';
      readonly id: string;
      readonly before: RasterLayer['original'];
      readonly after: RasterLayer['original'];
    }
  | {
      readonly type: 'selection';
      readonly before: TileMap | undefined;
      readonly after: TileMap | undefined;
      /** How what is selected was made; absent where nothing is known on either side. */
      readonly made?: Sides<SelectionMade | undefined>;
    }
  | {
      readonly type: 'kept';
      readonly name: string;
      readonly before: StoredPicture | undefined;
      readonly after: StoredPicture | undefined;
    };

/** The operation that takes another back. */
export function invert(operation: Operation): Operation {
  switch (operation.type) {
    case 'insert':
      return { ...operation, type: 'remove' };
    case 'remove':
      return { ...operation, type: 'insert' };
    case 'move':
      return { ...operation, from: operation.to, to: operation.from };
    case 'selection': {
      const { before, after, made } = operation;
      const sides = made && { made: { before: made.after, after: made.before } };
      return { ...operation, before: after, after: before, ...sides };
    }
    case 'tiles': {
      const changes = operation.changes.map(({ key, before, after }) => ({
        key,
        before: after,
        after: before,
      }));
      return { ...operation, changes };
    }
    default:
      return { ...operation, before: operation.after, after: operation.before } as Operation;
  }
}

/**
 * The document after an operation. Owners of tiles are not counted here, see `Editing`.
 * @throws RangeError where the operation names a layer or a group that is not there
 */
export function apply(document: KomaDocument | undefined, operation: Operation): KomaDocument | undefined {
  if (operation.type === 'open') return operation.after;
  if (!document) throw new RangeError('nothing is open');
  switch (operation.type) {
    case 'document':
      return { ...document, ...operation.after };
    case 'layer':
      return update(document, operation.id, (layer) => ({ ...layer, ...operation.after }) as LayerNode);
    case 'insert': {
      const children = [...childrenOf(document, operation.at.parent)];
      children.splice(operation.at.index, 0, operation.layer);
      return withChildren(document, operation.at.parent, children);
    }
    case 'remove': {
      const siblings = childrenOf(document, operation.at.parent);
      const children = siblings.filter(({ id }) => id !== operation.layer.id);
      if (children.length === siblings.length) throw new RangeError('there is no such layer');
      return withChildren(document, operation.at.parent, children);
    }
    case 'move': {
      const layer = findLayer(document, operation.id);
      if (!layer) throw new RangeError('there is no such layer');
      const rest = childrenOf(document, operation.from.parent).filter((other) => other !== layer);
      const without = withChildren(document, operation.from.parent, rest);
      const children = [...childrenOf(without, operation.to.parent)];
      children.splice(operation.to.index, 0, layer);
      return withChildren(without, operation.to.parent, children);
    }
    case 'tiles':
      return update(document, operation.id, (layer) => {
        if (operation.plane === 'mask') {
          if (!layer.mask) throw new RangeError('the layer has no mask');
          return { ...layer, mask: { ...layer.mask, tiles: changed(layer.mask.tiles, operation.changes) } };
        }
        if (layer.kind !== 'raster') throw new RangeError('a group has no pixels');
        return { ...layer, tiles: changed(layer.tiles, operation.changes) };
      });
    case 'mask':
      return update(document, operation.id, (layer) => ({ ...layer, mask: operation.after }));
    case 'original':
      return update(
        document,
        operation.id,
        (layer) => ({ ...layer, original: operation.after }) as LayerNode,
      );
    case 'selection':
      return { ...document, selection: operation.after, selectionMade: operation.made?.after };
    case 'kept': {
      const kept = new Map(document.kept);
      if (operation.after) kept.set(operation.name, operation.after);
      else kept.delete(operation.name);
      return { ...document, kept };
    }
  }
}

/** The tiles that come into the document by an operation, as often as they do. */
export function* entering(operation: Operation): Generator<Tile> {
  switch (operation.type) {
    case 'open':
      if (operation.after) yield* tilesOfDocument(operation.after);
      return;
    case 'insert':
      return yield* tilesOfLayer(operation.layer);
    case 'tiles':
      for (const { after } of operation.changes) if (after) yield after;
      return;
    case 'mask':
      if (operation.after) yield* operation.after.tiles.values();
      return;
    case 'original':
      if (operation.after) yield* operation.after.picture.tiles.values();
      return;
    case 'selection':
      if (operation.after) yield* operation.after.values();
      return;
    case 'kept':
      if (operation.after) yield* operation.after.tiles.values();
  }
}

/** The tiles that leave the document by an operation. */
export function leaving(operation: Operation): Generator<Tile> {
  return entering(invert(operation));
}

/** Every tile of a layer and of what is in it, masks and originals included. */
export function* tilesOfLayer(root: LayerNode): Generator<Tile> {
  for (const layer of walkLayers([root])) {
    if (layer.mask) yield* layer.mask.tiles.values();
    if (layer.kind !== 'raster') continue;
    yield* layer.tiles.values();
    if (layer.original) yield* layer.original.picture.tiles.values();
  }
}

/** Every tile of a document. */
export function* tilesOfDocument(document: KomaDocument): Generator<Tile> {
  for (const layer of document.layers) yield* tilesOfLayer(layer);
  if (document.selection) yield* document.selection.values();
  for (const picture of document.kept.values()) yield* picture.tiles.values();
}

/** Keys of all tiles of the canvas. */
export function canvasKeys(document: Pick<KomaDocument, 'width' | 'height'>): number[] {
  return tilesMeeting({ x: 0, y: 0, width: document.width, height: document.height });
}

function update(document: KomaDocument, id: string, change: (layer: LayerNode) => LayerNode): KomaDocument {
  const layers = replaceLayer(document.layers, id, change);
  if (layers === document.layers) throw new RangeError('there is no such layer');
  return { ...document, layers };
}

function changed(tiles: TileMap, changes: readonly TileChange[]): TileMap {
  const next = new Map(tiles);
  for (const { key, after } of changes) {
    if (after) next.set(key, after);
    else next.delete(key);
  }
  return next;
}
