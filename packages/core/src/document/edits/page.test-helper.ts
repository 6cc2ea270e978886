import { createHash } from 'node:crypto';
import { afterEach, expect } from 'vitest';
import { KomaError, type KomaErrorCode } from '../../errors.ts';
import {
  coverageFromPlane,
  createImage,
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

/** One for all tests: it keeps no state between tiles. Tests only. */
export const compositor = new TileCompositor();

export type Rgba = readonly [number, number, number, number];
export const BLACK: Rgba = [0, 0, 0, 255];
export const WHITE: Rgba = [255, 255, 255, 255];
export const RED: Rgba = [255, 0, 0, 255];
export const BLUE: Rgba = [0, 0, 255, 255];
export const CLEAR: Rgba = [0, 0, 0, 0];

const opened: Page[] = [];

// Whatever a test does, no tile may be left once the document is closed.
afterEach(() => {
  for (const page of opened.splice(0)) {
    page.dispose();
    const { count, usedBytes } = page.store;
    expect({ count, usedBytes }, 'tiles left after closing').toEqual({ count: 0, usedBytes: 0 });
  }
});

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
    opened.push(this);
    const maker = new Maker(this.store);
    const document = { ...emptyDocument('page', width, height), layers: layers(maker), ...properties(maker) };
    this.transact('open', (transaction) => transaction.open(document));
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
    expect(this.done, 'steps').toBe(steps + 1);
    const after = this.look();
    expect(after).not.toEqual(before);
    this.undo();
    expect(this.look(), 'undone').toEqual(before);
    this.redo();
    expect(this.look(), 'redone').toEqual(after);
    this.checkOwners();
    return result;
  }

  /** Checks that an edit does nothing at all. */
  expectNoStep(work: (transaction: Transaction) => unknown): void {
    const { done, document } = this;
    this.edit(work);
    expect(this.done, 'steps').toBe(done);
    expect(this.document).toBe(document);
    this.checkOwners();
  }

  /** Checks that an edit is refused, and that nothing is left of it. */
  expectRefused(code: KomaErrorCode | 'RangeError', work: (transaction: Transaction) => unknown): void {
    const [before, steps] = [this.look(), this.done];
    const { count, usedBytes } = this.store;
    expect(codeOf(() => this.edit(work))).toBe(code);
    expect(this.done).toBe(steps);
    expect(this.look()).toEqual(before);
    expect({ count: this.store.count, usedBytes: this.store.usedBytes }).toEqual({ count, usedBytes });
    this.checkOwners();
  }

  /** Checks that every tile has exactly the owners that the document and the history are. */
  checkOwners(): void {
    const operations = this.steps.flatMap((step) => step.operations);
    const { expected, actual } = countOwners(this.store, this.document, operations);
    expect(actual).toEqual(expected);
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

/** A rectangle by four numbers. */
export function rect(x: number, y: number, width: number, height: number): Rect {
  return { x, y, width, height };
}

/** The rectangle of the whole canvas. */
export function canvasOf({ width, height }: { readonly width: number; readonly height: number }): Rect {
  return { x: 0, y: 0, width, height };
}

/** A picture by its colour at every pixel, or of one colour. */
export function image(
  width: number,
  height: number,
  colour: Rgba | ((x: number, y: number) => Rgba),
): RasterImage {
  const result = createImage(width, height);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i += 4)
      result.data.set(typeof colour === 'function' ? colour(x, y) : colour, i);
  return result;
}

/** Noise that repeats for the same seed; `alpha` as given, or noise as well. */
export function noise(width: number, height: number, seed: number, alpha?: number): RasterImage {
  const result = createImage(width, height);
  let state = Math.imul(seed, 2654435761) | 1;
  for (let i = 0; i < result.data.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    result.data[i] = i % 4 === 3 && alpha !== undefined ? alpha : state >>> 24;
  }
  return result;
}

/** Coverage of a rectangle, by the document's pixels. */
export function planeOf(
  { x, y, width, height }: Rect,
  value: (x: number, y: number) => number,
): Uint8Array<ArrayBuffer> {
  const plane = new Uint8Array(width * height);
  for (let row = 0, i = 0; row < height; row++)
    for (let column = 0; column < width; column++, i++) plane[i] = value(x + column, y + row);
  return plane;
}

/** Whether a pixel lies in a rectangle. */
export function inside({ x, y, width, height }: Rect, px: number, py: number): boolean {
  return px >= x && py >= y && px < x + width && py < y + height;
}

export function at({ width, data }: RasterImage, x: number, y: number): Rgba {
  const i = (y * width + x) * 4;
  return [data[i]!, data[i + 1]!, data[i + 2]!, data[i + 3]!];
}

/** The largest difference of two pictures in any channel, colours weighed by alpha, in levels of 255. */
export function difference(a: RasterImage, b: RasterImage): number {
  if (a.width !== b.width || a.height !== b.height) return Infinity;
  let largest = 0;
  for (let i = 0; i < a.data.length; i += 4) {
    const [alpha, other] = [a.data[i + 3]!, b.data[i + 3]!];
    largest = Math.max(largest, Math.abs(alpha - other));
    for (let c = i; c < i + 3; c++)
      largest = Math.max(largest, Math.abs(a.data[c]! * alpha - b.data[c]! * other) / 255);
  }
  return largest;
}

/** Checks that pictures or planes are the same to the byte; fast for large ones. */
export function expectSame(
  actual: Uint8Array | Uint8ClampedArray,
  expected: Uint8Array | Uint8ClampedArray,
): void {
  const [a, b] = [actual, expected].map((bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  if (Buffer.compare(a!, b!) === 0) return;
  const index = actual.findIndex((byte, i) => byte !== expected[i]);
  expect({ length: a!.length, index, byte: a![index] }).toEqual({ length: b!.length, index, byte: b![index] });
  throw new Error('bytes differ');
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
