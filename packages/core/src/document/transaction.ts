import type { Tile, TileMap, TileStore } from '../raster/index.ts';
import type { SelectionMade } from './cut-recipe.ts';
import type { KomaDocument, LayerMask, LayerNode, RasterLayer, StoredPicture } from './document.ts';
import { union, dirtyTiles, type DirtyTiles } from './dirty-tiles.ts';
import { childrenOf, findLayer, placeOf, walkLayers, type LayerPlace } from './layer-tree.ts';
import {
  apply,
  entering,
  invert,
  leaving,
  tilesOfLayer,
  type DocumentProperties,
  type Operation,
  type PlainProperties,
  type TileChange,
} from './operation.ts';

/** Maps or arrays of tiles that come with a reference each. */
type Handed = { values(): Iterable<Tile | undefined> };

/**
 * The only way to change a document: a list of operations, each applied at once, kept together as one
 * step or taken back as a whole.
 *
 * Tiles that are handed to it change hands: one reference each that the caller owned belongs to the
 * document then, or is released where the document does not take it: because it is there already, or
 * because the call throws. Who wants to use a tile of the document a second time retains it first.
 */
export class Transaction {
  #document: KomaDocument | undefined;
  readonly #store: TileStore;
  readonly #operations: Operation[] = [];
  #dirty: DirtyTiles = new Set<number>();

  constructor(document: KomaDocument | undefined, store: TileStore) {
    this.#document = document;
    this.#store = store;
  }

  /** The document as it is by now. @throws RangeError while nothing is open */
  get document(): KomaDocument {
    if (!this.#document) throw new RangeError('nothing is open');
    return this.#document;
  }
  get store(): TileStore {
    return this.#store;
  }
  get operations(): readonly Operation[] {
    return this.#operations;
  }
  get dirty(): DirtyTiles {
    return this.#dirty;
  }
  /** The document, or undefined where none is open. */
  get current(): KomaDocument | undefined {
    return this.#document;
  }

  /** A layer of the document. @throws RangeError where there is none */
  layer(id: string): LayerNode {
    const layer = findLayer(this.document, id);
    if (!layer) throw new RangeError('there is no such layer');
    return layer;
  }

  /** A layer of the document, if there is one. */
  find(id: string): LayerNode | undefined {
    return findLayer(this.document, id);
  }

  /** Puts another document in the place of this one; undo brings this one back. */
  open(document: KomaDocument | undefined): void {
    this.#do({ type: 'open', before: this.#document, after: document });
  }

  /** Changes properties of the document; does nothing where they are the same already. */
  setDocument(change: Partial<DocumentProperties>): void {
    const { name, width, height, dpi } = this.document;
    const before = { name, width, height, dpi };
    const after = { ...before, ...change };
    const keys = Object.keys(before) as (keyof DocumentProperties)[];
    if (keys.some((key) => before[key] !== after[key])) this.#do({ type: 'document', before, after });
  }

  /** Changes properties of a layer that hold no tiles; those that stay the same are left out. */
  setLayer(id: string, change: PlainProperties): void {
    const layer = this.layer(id) as unknown as Readonly<Record<string, unknown>>;
    const keys = Object.keys(change) as (keyof PlainProperties)[];
    const changed = keys.filter((key) => layer[key] !== change[key]);
    if (changed.length === 0) return;
    const pick = (from: object) =>
      Object.fromEntries(changed.map((key) => [key, (from as Record<string, unknown>)[key]]));
    this.#do({ type: 'layer', id, before: pick(layer), after: pick(change) });
  }

  /** Puts a layer, with all that is in it, directly above another, or on top of a group or the root. */
  insertAbove(layer: LayerNode, above?: string, parent?: string): void {
    const place = above === undefined || !this.#document ? undefined : placeOf(this.#document, above);
    this.insert(layer, place ? { ...place, index: place.index + 1 } : { parent, index: Infinity });
  }

  /**
   * Puts a layer, with all that is in it, at a place.
   * @param at an index beyond either end means that end
   * @throws RangeError if there is no such group, or a layer with the same id
   */
  insert(layer: LayerNode, at: LayerPlace): void {
    const index = this.#taking([...tilesOfLayer(layer)], () => {
      const ids = new Set(Array.from(walkLayers(this.document.layers), ({ id }) => id));
      for (const { id } of walkLayers([layer])) {
        if (ids.has(id)) throw new RangeError('there is a layer with this id already');
        ids.add(id);
      }
      return Math.max(0, Math.min(childrenOf(this.document, at.parent).length, at.index));
    });
    this.#do({ type: 'insert', layer, at: { parent: at.parent, index } });
  }

  remove(id: string): void {
    const [layer, at] = [this.layer(id), placeOf(this.document, id)!];
    this.#do({ type: 'remove', layer, at });
  }

  /**
   * Moves a layer.
   * @param to `index` counts the layers that will be below it, itself not among them
   * @throws RangeError if it would be put into itself
   */
  move(id: string, to: LayerPlace): void {
    const from = placeOf(this.document, id);
    if (!from) throw new RangeError('there is no such layer');
    for (let parent = to.parent; parent !== undefined; parent = placeOf(this.document, parent)?.parent)
      if (parent === id) throw new RangeError('a group cannot be put into itself');
    const size = childrenOf(this.document, to.parent).length - (to.parent === from.parent ? 1 : 0);
    const index = Math.max(0, Math.min(size, to.index));
    if (from.parent === to.parent && from.index === index) return;
    this.#do({ type: 'move', id, from, to: { parent: to.parent, index } });
  }

  /**
   * Puts tiles into a layer's pixels or its mask.
   * @param tiles what each key becomes; undefined for a missing tile
   */
  setTiles(id: string, plane: 'pixels' | 'mask', tiles: ReadonlyMap<number, Tile | undefined>): void {
    const old = this.#taking(tiles, () => {
      const layer = this.layer(id);
      if (plane === 'mask' && !layer.mask) throw new RangeError('the layer has no mask');
      return plane === 'mask' ? layer.mask!.tiles : pixelsOf(layer).tiles;
    });
    const changes: TileChange[] = [];
    for (const [key, after] of tiles) {
      const before = old.get(key);
      if (before !== after) changes.push({ key, before, after });
      else if (after) this.#store.release(after);
    }
    if (changes.length > 0) this.#do({ type: 'tiles', id, plane, changes });
  }

  /** Makes a layer's pixels these; the tiles that are not among them are taken away. */
  replaceTiles(id: string, tiles: TileMap): void {
    const old = this.#taking(tiles, () => pixelsOf(this.layer(id)).tiles);
    const next = new Map<number, Tile | undefined>();
    for (const key of old.keys()) next.set(key, undefined);
    for (const [key, tile] of tiles) next.set(key, tile);
    this.setTiles(id, 'pixels', next);
  }

  /** Gives a layer a mask, another one, or none. */
  setMask(id: string, mask: LayerMask | undefined): void {
    const before = this.#taking(mask?.tiles, () => this.layer(id).mask);
    if (before === mask) this.#release(mask?.tiles);
    else this.#do({ type: 'mask', id, before, after: mask });
  }

  /** Turns a mask on or off, keeping it. */
  enableMask(id: string, enabled: boolean): void {
    const { mask } = this.layer(id);
    if (!mask || mask.enabled === enabled) return;
    for (const tile of mask.tiles.values()) this.#store.retain(tile);
    this.setMask(id, { ...mask, enabled });
  }

  /** Keeps a scaled layer's full picture beside it, or forgets it. */
  setOriginal(id: string, original: RasterLayer['original']): void {
    const before = this.#taking(original?.picture.tiles, () => pixelsOf(this.layer(id)).original);
    if (before === original) this.#release(original?.picture.tiles);
    else this.#do({ type: 'original', id, before, after: original });
  }

  /**
   * Selects this coverage; undefined or no tiles at all for nothing.
   * @param made how an operation made it
   */
  setSelection(selection: TileMap | undefined, made?: SelectionMade): void {
    const after = selection && selection.size > 0 ? selection : undefined;
    const before = this.#taking(after, () => this.document.selection);
    if (before === after) this.#release(after);
    else {
      const sides = { before: this.document.selectionMade, after: after && made };
      const known = sides.before || sides.after ? { made: sides } : {};
      this.#do({ type: 'selection', before, after, ...known });
    }
  }

  /** Keeps a picture for a recipe, or forgets it. */
  keep(name: string, picture: StoredPicture | undefined): void {
    const before = this.#taking(picture?.tiles, () => this.document.kept.get(name));
    if (before === picture) this.#release(picture?.tiles);
    else this.#do({ type: 'kept', name, before, after: picture });
  }

  /** Takes everything back, newest first. The references that were handed over are gone. */
  rollBack(): void {
    for (const operation of this.#operations.toReversed()) {
      const inverse = invert(operation);
      for (const tile of leaving(inverse)) this.#store.release(tile);
      this.#document = apply(this.#document, inverse);
      // The tiles that had left are the document's again; the transaction held them, not more.
      for (const tile of entering(operation)) this.#store.release(tile);
    }
    this.#operations.length = 0;
    this.#dirty = new Set();
  }

  /** Looks up what tiles are handed over for; where that throws, they are released. */
  #taking<T>(handed: Handed | undefined, lookUp: () => T): T {
    try {
      return lookUp();
    } catch (error) {
      this.#release(handed);
      throw error;
    }
  }

  #release(tiles: Handed | undefined): void {
    for (const tile of tiles?.values() ?? []) if (tile) this.#store.release(tile);
  }

  #do(operation: Operation): void {
    const before = this.#document;
    const after = apply(before, operation);
    this.#dirty = union(this.#dirty, dirtyTiles(before, after, operation));
    this.#document = after;
    // The step owns each tile on either side once. What leaves was the document's and becomes the
    // step's; what enters was the caller's and becomes the document's, so the step needs its own.
    for (const tile of entering(operation)) this.#store.retain(tile);
    this.#operations.push(operation);
  }
}

function pixelsOf(layer: LayerNode): RasterLayer {
  if (layer.kind !== 'raster') throw new RangeError('a group has no pixels');
  return layer;
}
