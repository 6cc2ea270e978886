import { Tile, TILE_PIXELS, type TileMap, type TileStore } from '../raster/index.ts';
import { randomBytes } from '../raster/tiles/random-bytes.test-helper.ts';
import type { KomaDocument, LayerNode, StoredPicture } from './document.ts';
import { entering, leaving, type Operation } from './operation.ts';

const noise = randomBytes(7, TILE_PIXELS * 4);
const pixels = (channel: (c: number, i: number) => number) =>
  Uint8Array.from({ length: TILE_PIXELS * 4 }, (_, i) => channel(i % 4, i >> 2));
const solid = (...rgba: readonly number[]) => pixels((c) => rgba[c]!);

/** Whole tiles of straight RGBA8, in all formats, of which any few rows tell which it is. Tests only. */
export const PIXELS: readonly Uint8Array[] = [
  noise,
  randomBytes(8, TILE_PIXELS * 4),
  noise.map((byte, i) => (i % 4 === 3 ? 255 : byte)),
  pixels((c, i) => (c < 3 ? 20 : noise[i]!)),
  pixels((c, i) => (c < 3 ? noise[i]! : 255)),
  pixels((c, i) => (i % 3 === 0 ? [0, 0, 0, 255][c]! : 0)),
  pixels((c, i) => (i % 5 < 2 ? [255, 255, 255, 255][c]! : [200, 0, 90, 128][c]!)),
  solid(255, 0, 0, 255),
  solid(0, 90, 255, 120),
  solid(30, 200, 40, 255),
];

/** Whole tiles of coverage. Tests only. */
export const COVERAGE: readonly Uint8Array[] = [
  noise.slice(0, TILE_PIXELS),
  noise.slice(TILE_PIXELS, 2 * TILE_PIXELS),
  new Uint8Array(TILE_PIXELS).map((_, i) => (i % 3 === 0 ? 255 : 0)),
  new Uint8Array(TILE_PIXELS).fill(128),
];

/** A tile of no bytes for tests in which pixels do not matter; `value` tells it from others. Tests only. */
export function blankTile(value = 1): Tile {
  return new Tile({ format: 'solid', colour: value, second: value }, undefined);
}

/**
 * Makes tiles of {@link PIXELS} and {@link COVERAGE} and says which of them a tile holds, after looking
 * at its bytes. Tests only.
 */
export class KnownTiles {
  readonly store: TileStore;
  readonly #made = new WeakMap<Tile, { readonly name: string; readonly bytes: Uint8Array }>();
  readonly #scratch = new Uint8Array(TILE_PIXELS * 4);

  constructor(store: TileStore) {
    this.store = store;
  }

  pixels(index: number): Tile {
    const bytes = PIXELS[index % PIXELS.length]!;
    return this.#known(this.store.fromPixels(bytes)!, `pixels ${index % PIXELS.length}`, bytes);
  }

  coverage(index: number): Tile {
    const bytes = COVERAGE[index % COVERAGE.length]!;
    return this.#known(this.store.fromCoverage(bytes)!, `coverage ${index % COVERAGE.length}`, bytes);
  }

  /** Which tile it was made as, without looking. */
  nameOf(tile: Tile): string {
    return this.#made.get(tile)!.name;
  }

  /** The bytes it was made of, without looking. */
  bytesOf(tile: Tile): Uint8Array {
    return this.#made.get(tile)!.bytes;
  }

  /** Which tile it was made as, or that it is damaged. */
  inspect(tile: Tile): string {
    const { name, bytes } = this.#made.get(tile)!;
    const read = name.startsWith('pixels')
      ? this.store.pixels(tile, this.#scratch)
      : this.store.coverage(tile, this.#scratch.subarray(0, TILE_PIXELS));
    const same =
      typeof read === 'number' ? bytes.every((byte) => byte === read) : Buffer.compare(read, bytes) === 0;
    return same ? name : `damaged ${name}`;
  }

  #known(tile: Tile, name: string, bytes: Uint8Array): Tile {
    this.#made.set(tile, { name, bytes });
    return tile;
  }
}

type Describe = (tile: Tile) => unknown;

/**
 * A document as plain values that can be compared: keys in order, absent properties left out, tiles as
 * `describe` names them. Tests only.
 */
export function snapshot(document: KomaDocument | undefined, describe: Describe = (tile) => tile): unknown {
  if (!document) return undefined;
  return plain({
    ...document,
    layers: document.layers.map((layer) => layerSnapshot(layer, describe)),
    selection: document.selection && plane(document.selection, describe),
    kept: [...document.kept].sort(byFirst).map(([name, kept]) => [name, picture(kept, describe)]),
  });
}

/** Every tile of a document as often as it is in it, found without the help of what is tested. Tests only. */
export function tilesIn(document: KomaDocument | undefined): readonly Tile[] {
  const tiles: Tile[] = [];
  snapshot(document, (tile) => tiles.push(tile));
  return tiles;
}

function layerSnapshot(layer: LayerNode, describe: Describe): unknown {
  const mask = layer.mask && { ...layer.mask, tiles: plane(layer.mask.tiles, describe) };
  if (layer.kind === 'group')
    return plain({ ...layer, mask, children: layer.children.map((child) => layerSnapshot(child, describe)) });
  const original = layer.original && {
    ...layer.original,
    picture: picture(layer.original.picture, describe),
  };
  return plain({ ...layer, mask, original, tiles: plane(layer.tiles, describe) });
}

function picture(stored: StoredPicture, describe: Describe): unknown {
  return { ...stored, tiles: plane(stored.tiles, describe) };
}

function plane(tiles: TileMap, describe: Describe): unknown {
  return [...tiles].sort(([a], [b]) => a - b).map(([key, tile]) => [key, describe(tile)]);
}

function plain(object: object): object {
  return Object.fromEntries(
    Object.entries(object)
      .filter(([, value]) => value !== undefined)
      .sort(byFirst),
  );
}

function byFirst([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

/**
 * How many owners each tile should have, and what really is: a reference for every time that it is in
 * the document or on either side of a step's operation. Tests only.
 */
export function countOwners(
  store: TileStore,
  document: KomaDocument | undefined,
  operations: readonly Operation[],
): { readonly expected: unknown; readonly actual: unknown } {
  const owners = new Map<Tile, number>();
  const count = (tiles: Iterable<Tile>) => {
    for (const tile of tiles) owners.set(tile, (owners.get(tile) ?? 0) + 1);
  };
  count(tilesIn(document));
  for (const operation of operations) {
    count(entering(operation));
    count(leaving(operation));
  }
  const actual = Array.from(owners.keys(), ({ references }) => references);
  return {
    expected: { tiles: owners.size, references: [...owners.values()] },
    actual: { tiles: store.count, references: actual },
  };
}
