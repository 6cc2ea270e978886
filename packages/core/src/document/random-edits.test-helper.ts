import { BLEND_MODES, tileKey, type Tile } from '../raster/index.ts';
import { Chooser } from './chooser.test-helper.ts';
import { emptyDocument, groupLayer, rasterLayer, type KomaDocument, type LayerNode } from './document.ts';
import { tilesIn, type KnownTiles } from './documents.test-helper.ts';
import { childrenOf, placeOf, walkLayers } from './layer-tree.ts';
import type { PlainProperties } from './operation.ts';
import type { Transaction } from './transaction.ts';

/** More layers than that are not made, so that a tile is composited fast. */
const MAX_LAYERS = 9;
const SIDES = [90, 256, 256, 300, 512];
const FRAME = { x: 0, y: 0, width: 9, height: 9 };

/** Edits a document at random, the same way for the same seed. Tests only. */
export class RandomEdits {
  readonly choose: Chooser;
  readonly #known: KnownTiles;
  #ids = 0;

  constructor(seed: number, known: KnownTiles) {
    this.choose = new Chooser(seed);
    this.#known = known;
  }

  /** Does one thing to the document. @returns its name @throws RangeError where it is refused */
  edit(transaction: Transaction): string {
    if (!transaction.current) return this.#open(transaction);
    const layers = [...walkLayers(transaction.document.layers)];
    if (layers.length === 0) return this.#insert(transaction);
    if (layers.length > MAX_LAYERS) return this.#remove(transaction, this.choose.of(layers));
    const layer = this.choose.of(layers);
    switch (this.choose.number(23)) {
      case 0:
      case 1:
        return this.#insert(transaction);
      case 2:
        return this.#duplicate(transaction, layer);
      case 3:
        return this.#remove(transaction, layer);
      case 4:
      case 5:
        transaction.move(layer.id, this.#place(transaction.document));
        return 'move';
      case 6:
      case 7:
      case 8:
        transaction.setLayer(layer.id, this.#look(layer.kind));
        return 'look';
      case 9:
        transaction.setLayer(layer.id, { name: this.#id(), locked: this.choose.chance() });
        return 'rename';
      case 10:
      case 11:
      case 12:
        return this.#paint(transaction, layer);
      case 13:
      case 14:
        return this.#mask(transaction, layer);
      case 15:
        transaction.setSelection(this.choose.chance(0.7) ? this.#coverage() : undefined);
        return 'select';
      case 16:
        return this.#keep(transaction, layer);
      case 17:
        transaction.setDocument({ width: this.choose.of(SIDES), height: this.choose.of(SIDES) });
        return 'resize';
      case 18:
      case 19:
        return this.#clip(transaction, layers);
      case 20:
        if (this.choose.chance(0.8)) return 'nothing';
        return this.#open(transaction);
      default:
        for (let i = this.choose.number(4); i >= 0; i--) this.edit(transaction);
        return 'several';
    }
  }

  #open(transaction: Transaction): string {
    if (transaction.current && this.choose.chance(0.2)) {
      transaction.open(undefined);
      return 'close';
    }
    // Some of its tiles are those of the document before.
    const inherited = tilesIn(transaction.current).filter((tile) =>
      this.#known.nameOf(tile).startsWith('pixels'),
    );
    const shared = new Map(inherited.slice(0, 3).map((tile) => [this.#key(), tile]));
    for (const tile of shared.values()) this.#known.store.retain(tile);
    transaction.open({
      ...emptyDocument('page', this.choose.of(SIDES), this.choose.of(SIDES)),
      id: this.#id(),
      layers: [this.#layer(2), rasterLayer('', { id: this.#id(), tiles: shared })],
    });
    return 'open';
  }

  #insert(transaction: Transaction): string {
    if (this.choose.chance(0.3)) transaction.insertAbove(this.#layer(1));
    else transaction.insert(this.#layer(2), this.#place(transaction.document));
    return 'insert';
  }

  #duplicate(transaction: Transaction, layer: LayerNode): string {
    for (const tile of tilesIn({
      ...transaction.document,
      layers: [layer],
      selection: undefined,
      kept: new Map(),
    }))
      this.#known.store.retain(tile);
    transaction.insertAbove(this.#withNewIds(layer), layer.id);
    return 'duplicate';
  }

  #remove(transaction: Transaction, layer: LayerNode): string {
    transaction.remove(layer.id);
    return 'remove';
  }

  #paint(transaction: Transaction, layer: LayerNode): string {
    // Refused on a group.
    if (this.choose.chance(0.2)) {
      transaction.replaceTiles(layer.id, this.#pixels());
      return 'replace';
    }
    const tiles = this.#changes(this.#pixels());
    for (const [key, tile] of layer.kind === 'raster' ? layer.tiles : []) {
      if (this.choose.chance(0.8)) continue;
      // To where it is, or somewhere else.
      const to = this.choose.chance() ? key : this.#key();
      if (!tiles.has(to)) tiles.set(to, this.#known.store.retain(tile));
    }
    transaction.setTiles(layer.id, 'pixels', tiles);
    return 'paint';
  }

  #mask(transaction: Transaction, layer: LayerNode): string {
    if (layer.mask && this.choose.chance(0.2)) {
      transaction.enableMask(layer.id, !layer.mask.enabled);
      return 'switch mask';
    }
    if (layer.mask && this.choose.chance(0.6)) {
      transaction.setTiles(layer.id, 'mask', this.#changes(this.#coverage()));
      return 'paint mask';
    }
    transaction.setMask(layer.id, layer.mask && this.choose.chance() ? undefined : this.#newMask());
    return 'mask';
  }

  /** Clips a layer to what is below it, or no longer; to a group if there is one. */
  #clip(transaction: Transaction, layers: readonly LayerNode[]): string {
    const { document } = transaction;
    const onGroups = layers.filter(({ id }) => {
      const { parent, index } = placeOf(document, id)!;
      return childrenOf(document, parent)[index - 1]?.kind === 'group';
    });
    const { id, clip } = this.choose.of(onGroups.length > 0 ? onGroups : layers);
    transaction.setLayer(id, { clip: !clip });
    return 'clip';
  }

  #keep(transaction: Transaction, layer: LayerNode): string {
    const picture = { width: 9, height: 9, tiles: this.#pixels() };
    if (layer.kind === 'raster' && this.choose.chance()) {
      transaction.setOriginal(layer.id, { picture, frame: FRAME });
      return 'original';
    }
    transaction.keep(this.choose.of(['input', 'second']), picture);
    if (this.choose.chance()) transaction.keep('input', undefined);
    return 'keep';
  }

  #layer(depth: number): LayerNode {
    const mask = this.choose.chance(0.2) ? this.#newMask() : undefined;
    if (depth === 0 || this.choose.chance())
      return rasterLayer('', {
        ...this.#look('raster'),
        id: this.#id(),
        mask,
        tiles: this.#pixels(),
      } as object);
    const children = Array.from({ length: this.choose.number(3) }, () => this.#layer(depth - 1));
    return groupLayer('', { ...this.#look('group'), id: this.#id(), mask, children });
  }

  /** Some of what the compositor goes by. */
  #look(kind: LayerNode['kind']): PlainProperties {
    const { choose } = this;
    const passes = kind === 'group' && choose.chance(0.7);
    return {
      ...(choose.chance() ? { visible: choose.chance(0.9) } : {}),
      ...(choose.chance() ? { opacity: choose.of([0, 0.3, 0.8, 1, 1, 1]) } : {}),
      ...(choose.chance() ? { clip: choose.chance() } : {}),
      ...(choose.chance() ? { blendMode: passes ? 'pass-through' : choose.of(BLEND_MODES) } : {}),
    };
  }

  /** Any place, and some that there are not. */
  #place(document: KomaDocument): { parent: string | undefined; index: number } {
    const groups = [...walkLayers(document.layers)].filter(({ kind }) => kind === 'group');
    const parent = this.choose.of([undefined, ...groups.map(({ id }) => id)]);
    return { parent, index: this.choose.number(childrenOf(document, parent).length + 3) - 1 };
  }

  #newMask() {
    const { choose } = this;
    const outside = choose.of([0, 255] as const);
    return { tiles: this.#coverage(), outside, enabled: choose.chance(0.8) };
  }

  /** What becomes of tiles: these, and some that are taken away. */
  #changes(tiles: Map<number, Tile>): Map<number, Tile | undefined> {
    const key = this.#key();
    return this.choose.chance(0.3) && !tiles.has(key) ? new Map([...tiles, [key, undefined]]) : tiles;
  }

  #pixels(): Map<number, Tile> {
    return this.#tiles(() => this.#known.pixels(this.choose.number(100)));
  }
  #coverage(): Map<number, Tile> {
    return this.#tiles(() => this.#known.coverage(this.choose.number(100)));
  }
  #tiles(make: () => Tile): Map<number, Tile> {
    const keys = new Set(Array.from({ length: this.choose.number(6) }, () => this.#key()));
    return new Map(Array.from(keys, (key) => [key, make()]));
  }

  /** On the canvas most of the time. */
  #key(): number {
    return tileKey(this.choose.of([0, 0, 0, 1, 1, -1]), this.choose.of([0, 0, 0, 1, 2]));
  }

  #id(): string {
    return `${this.#ids++}`;
  }

  #withNewIds(layer: LayerNode): LayerNode {
    const id = this.#id();
    return layer.kind === 'raster'
      ? { ...layer, id }
      : { ...layer, id, children: layer.children.map((child) => this.#withNewIds(child)) };
  }
}
