import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { KomaError, type KomaErrorCode } from '../../errors.ts';
import {
  coverageFromPlane,
  pixelsFromImage,
  readPixels,
  TileCompositor,
  TileStore,
  type RasterImage,
  type Rect,
  type Tile,
} from '../../raster/index.ts';
import {
  emptyDocument,
  groupLayer,
  rasterLayer,
  type GroupLayer,
  type KomaDocument,
  type LayerMask,
  type LayerNode,
  type RasterLayer,
} from '../document.ts';
import { countOwners, snapshot } from '../documents.test-helper.ts';
import { Editing } from '../editing.ts';
import { flattenDocument } from '../flatten.ts';
import { findRaster, walkLayers } from '../layer-tree.ts';
import type { Transaction } from '../transaction.ts';
import { at, canvasOf, planeOf, type Rgba } from './pictures.test-helper.ts';

export * from './pictures.test-helper.ts';

/** One for all tests: it keeps no state between tiles. Tests only. */
export const compositor = new TileCompositor();

/** A document being edited, that is checked for leaks after the test. Tests only. */
export class Page extends Editing<string> {
  /** @param layers makes what is on it, from the bottom to the top */
  constructor(
    width: number,
    height: number,
    layers: (make: Maker) => readonly LayerNode[] = () => [],
    properties: (make: Maker) => Partial<KomaDocument> = () => ({}),
  ) {
    super(new TileStore());
    // Not `afterEach`: this file is loaded once for all files of tests, and its hooks would serve the first alone.
    onTestFinished(() => this.#close());
    const maker = new Maker(this.store);
    const document = { ...emptyDocument('page', width, height), layers: layers(maker), ...properties(maker) };
    this.transact('open', (transaction) => transaction.open(document));
  }

  /** Whatever a test does, no tile may be left once the document is closed. */
  #close(): void {
    this.dispose();
    const { count, usedBytes } = this.store;
    assert.deepEqual({ count, usedBytes }, { count: 0, usedBytes: 0 }, 'tiles are left after closing');
  }

  get page(): KomaDocument {
    return this.document!;
  }

  raster(id: string): RasterLayer {
    return findRaster(this.page, id)!;
  }

  /** A layer by its name. */
  named(name: string): LayerNode | undefined {
    return [...walkLayers(this.page.layers)].find((layer) => layer.name === name);
  }

  /** Names of the layers: clipped ones after `^`, hidden ones in brackets, groups with what is in them. */
  get tree(): string {
    return describeTree(this.page.layers);
  }

  flat(): RasterImage {
    return flattenDocument(this.store, this.page, compositor);
  }

  /** The pixels of a layer in a rectangle. */
  pixels(id: string, rect: Rect = canvasOf(this.page)): RasterImage {
    return readPixels(this.store, this.raster(id).tiles, rect);
  }

  pixel(id: string, x: number, y: number): Rgba {
    return at(this.pixels(id, { x, y, width: 1, height: 1 }), 0, 0);
  }

  /** Everything about the document with the bytes of all tiles, to be compared. */
  look(): unknown {
    return snapshot(this.document, fingerprint);
  }

  /** As {@link Editing.transact}, returning what the work returns. */
  edit<T>(work: (transaction: Transaction) => T): T {
    let result!: T;
    this.transact('edit', (transaction) => {
      result = work(transaction);
    });
    return result;
  }

  /** Edits, and checks that this is one step, which undo and redo take back and do again to the byte. */
  editOnce<T>(work: (transaction: Transaction) => T): T {
    const [before, steps] = [this.look(), this.done];
    const result = this.edit(work);
    assert.equal(this.done, steps + 1, 'it is not one step');
    const after = this.look();
    assert.notDeepEqual(after, before);
    this.undo();
    assert.deepEqual(this.look(), before, 'undone it is not as before');
    this.redo();
    assert.deepEqual(this.look(), after, 'redone it is not as after');
    this.checkOwners();
    return result;
  }

  /** Checks that an edit does nothing at all. */
  expectNoStep(work: (transaction: Transaction) => unknown): void {
    const { done, document } = this;
    this.edit(work);
    assert.equal(this.done, done, 'it is a step');
    assert.equal(this.document, document);
    this.checkOwners();
  }

  /** Checks that an edit is refused, and that nothing is left of it. */
  expectRefused(code: KomaErrorCode | 'RangeError', work: (transaction: Transaction) => unknown): void {
    const [before, steps] = [this.look(), this.done];
    const { count, usedBytes } = this.store;
    assert.equal(
      codeOf(() => this.edit(work)),
      code,
    );
    assert.equal(this.done, steps);
    assert.deepEqual(this.look(), before);
    assert.deepEqual({ count: this.store.count, usedBytes: this.store.usedBytes }, { count, usedBytes });
    this.checkOwners();
  }

  /** Checks that every tile has exactly the owners that the document and the history are. */
  checkOwners(): void {
    const operations = this.steps.flatMap((step) => step.operations);
    const { expected, actual } = countOwners(this.store, this.document, operations);
    assert.deepEqual(actual, expected);
  }
}

/** Makes layers, masks and selections, whose ids are their names. Tests only. */
export class Maker {
  readonly store: TileStore;

  constructor(store: TileStore) {
    this.store = store;
  }

  /** A layer with a picture at a place. */
  layer(name: string, image?: RasterImage, properties: Partial<RasterLayer> = {}, x = 0, y = 0): RasterLayer {
    const tiles = image ? pixelsFromImage(this.store, image, x, y) : new Map<number, Tile>();
    return rasterLayer(name, { id: name, tiles, ...properties });
  }

  group(name: string, children: readonly LayerNode[], properties: Partial<GroupLayer> = {}): GroupLayer {
    return groupLayer(name, { id: name, children, ...properties });
  }

  /** Coverage of a rectangle as tiles. */
  coverage(rect: Rect, value: (x: number, y: number) => number, outside = 0): Map<number, Tile> {
    return coverageFromPlane(this.store, planeOf(rect, value), rect, outside);
  }

  mask(rect: Rect, value: (x: number, y: number) => number, outside: 0 | 255 = 0): LayerMask {
    return { tiles: this.coverage(rect, value, outside), outside, enabled: true };
  }
}

/** The code of the error that work throws; undefined where it throws none. */
export function codeOf(work: () => unknown): string | undefined {
  try {
    work();
  } catch (error) {
    if (error instanceof KomaError) return error.code;
    if (error instanceof RangeError) return 'RangeError';
    throw error;
  }
  return undefined;
}

function describeTree(layers: readonly LayerNode[]): string {
  return layers
    .map((layer) => {
      const name = layer.kind === 'group' ? `${layer.name}[${describeTree(layer.children)}]` : layer.name;
      return `${layer.clip ? '^' : ''}${layer.visible ? name : `(${name})`}`;
    })
    .join(' ');
}

function fingerprint(tile: Tile): string {
  const { format, colour, second } = tile;
  const bytes = tile.slot ? createHash('sha1').update(tile.slot.bytes).digest('base64') : '';
  return `${format} ${colour} ${second} ${bytes}`;
}
