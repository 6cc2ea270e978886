import { SlabPool, type Slot } from './slab-pool.ts';
import {
  FORMAT_BYTES,
  packCoverage,
  packPixels,
  planCoverage,
  planPixels,
  unpackCoverage,
  unpackPixels,
  type TilePlan,
} from './tile-codec.ts';
import { TILE_PIXELS } from './tile-key.ts';

/**
 * The pixels of one tile: immutable, counted by who refers to it. Layers, masks, selections and steps
 * of the history share tiles; a change makes a new one (copy on write).
 */
export class Tile implements TilePlan {
  readonly format: TilePlan['format'];
  readonly colour: number;
  readonly second: number;
  /** How many owners there are. For {@link TileStore} alone to change. */
  references = 1;
  slot: Slot | undefined;
  /** Where the bytes lie in the spill, while they are not in memory. */
  spilled: number | undefined;

  constructor(plan: TilePlan, slot: Slot | undefined) {
    this.format = plan.format;
    this.colour = plan.colour;
    this.second = plan.second;
    this.slot = slot;
  }

  /** Bytes of its pixels, wherever they lie. */
  get bytes(): number {
    return FORMAT_BYTES[this.format];
  }
}

/** Storage outside of memory for tiles that only the history needs. Synchronous, as OPFS is in workers. */
export interface TileSpill {
  /** @returns where it lies @throws if there is no room */
  write(bytes: Uint8Array): number;
  read(position: number, into: Uint8Array): void;
  free(position: number, length: number): void;
}

/** Which slots there are and how many a slab holds: slabs of 1 to 4 MiB. */
const SLOTS_PER_SLAB: Readonly<Record<number, number>> = {
  [TILE_PIXELS * 4]: 16,
  [TILE_PIXELS]: 32,
  [TILE_PIXELS / 8]: 128,
};

/**
 * Owns the memory of all tiles. Every tile that is made has one owner, who either hands it on or
 * releases it; at zero owners its memory is free. Lives on the thread that made it; other threads may
 * read slots of a shared store.
 */
export class TileStore {
  readonly #pools = new Map<number, SlabPool>();
  readonly #words = new Uint32Array(TILE_PIXELS);
  readonly #coverage = new Uint8Array(TILE_PIXELS);
  readonly #spill: TileSpill | undefined;
  #count = 0;
  #spilledBytes = 0;

  /** @param options.shared puts tiles into memory that other threads can read */
  constructor(options: { readonly shared?: boolean; readonly spill?: TileSpill } = {}) {
    for (const [bytes, slots] of Object.entries(SLOTS_PER_SLAB))
      this.#pools.set(Number(bytes), new SlabPool(Number(bytes), slots, options.shared ?? false));
    this.#spill = options.spill;
  }

  /** Tiles that somebody owns. */
  get count(): number {
    return this.#count;
  }
  /** Bytes of the tiles in memory. */
  get usedBytes(): number {
    return this.#sum((pool) => pool.usedBytes);
  }
  /** Bytes taken from the system, unused slots included. */
  get reservedBytes(): number {
    return this.#sum((pool) => pool.reservedBytes);
  }
  /** Bytes that lie in the spill. */
  get spilledBytes(): number {
    return this.#spilledBytes;
  }

  /**
   * Stores pixels in the smallest format that holds them exactly; they are copied.
   * @param rgba straight-alpha RGBA8 of a whole tile
   * @param keepHidden keeps a tile that is transparent everywhere but has colours under it
   * @returns a tile owned by the caller, or undefined for nothing but transparency
   */
  fromPixels(rgba: Uint8Array | Uint8ClampedArray, keepHidden = false): Tile | undefined {
    const aligned = rgba.byteOffset % 4 === 0;
    const words = aligned ? new Uint32Array(rgba.buffer, rgba.byteOffset, TILE_PIXELS) : this.#words;
    if (!aligned) new Uint8Array(words.buffer).set(rgba);
    const plan = planPixels(words);
    if (keepHidden ? plan.format === 'solid' && plan.colour === 0 : isTransparent(words, plan))
      return undefined;
    const tile = this.#create(plan);
    if (tile.slot) packPixels(words, plan, tile.slot.bytes);
    return tile;
  }

  /**
   * Stores coverage, of a mask or a selection; it is copied.
   * @param outside the value that a missing tile stands for
   * @returns a tile owned by the caller, or undefined where all is `outside`
   */
  fromCoverage(coverage: Uint8Array, outside = 0): Tile | undefined {
    const plan = planCoverage(coverage);
    if (plan.format === 'solid' && plan.colour === outside) return undefined;
    const tile = this.#create(plan);
    if (tile.slot) packCoverage(coverage, plan, tile.slot.bytes);
    return tile;
  }

  /** Another owner. @throws Error if the last one has released it already */
  retain(tile: Tile): Tile {
    if (tile.references <= 0) throw new Error('a tile was retained that nobody owns');
    tile.references++;
    return tile;
  }

  /** One owner less; the last one frees the memory. */
  release(tile: Tile): void {
    if (tile.references <= 0) throw new Error('a tile was released that nobody owned');
    if (--tile.references > 0) return;
    this.#count--;
    if (tile.slot) this.#pool(tile).free(tile.slot);
    else if (tile.spilled !== undefined) this.#unspill(tile);
    tile.slot = tile.spilled = undefined;
  }

  /**
   * The pixels of a tile as RGBA8: a view where they are stored so, else written to `scratch`.
   * @param scratch 256 KiB at an address divisible by 4
   * @returns valid until the tile is released or spilled, or `scratch` used again; not to be written to
   */
  pixels(tile: Tile, scratch: Uint8Array): Uint8Array {
    this.#load(tile);
    if (tile.format === 'rgba') return tile.slot!.bytes;
    const words = new Uint32Array(scratch.buffer, scratch.byteOffset, TILE_PIXELS);
    unpackPixels(tile, tile.slot?.bytes ?? NOTHING, words);
    return scratch.length === TILE_PIXELS * 4 ? scratch : scratch.subarray(0, TILE_PIXELS * 4);
  }

  /** The coverage of a tile, as {@link pixels}; one number where it is the same everywhere. */
  coverage(tile: Tile, scratch: Uint8Array = this.#coverage): Uint8Array | number {
    this.#load(tile);
    if (tile.format === 'solid') return tile.colour;
    if (tile.format === 'coverage') return tile.slot!.bytes;
    unpackCoverage(tile, tile.slot?.bytes ?? NOTHING, scratch);
    return scratch;
  }

  /** Moves a tile's bytes out of memory; they come back when they are read. @returns whether it did */
  spill(tile: Tile): boolean {
    if (!this.#spill || !tile.slot) return false;
    tile.spilled = this.#spill.write(tile.slot.bytes);
    this.#spilledBytes += tile.bytes;
    this.#pool(tile).free(tile.slot);
    tile.slot = undefined;
    return true;
  }

  #load(tile: Tile): void {
    if (tile.references <= 0) throw new Error('a tile was read that nobody owns');
    if (tile.spilled === undefined) return;
    const slot = this.#pool(tile).allocate();
    try {
      this.#spill!.read(tile.spilled, slot.bytes);
    } catch (error) {
      this.#pool(tile).free(slot);
      throw error;
    }
    this.#unspill(tile);
    tile.slot = slot;
  }

  #unspill(tile: Tile): void {
    this.#spill!.free(tile.spilled!, tile.bytes);
    this.#spilledBytes -= tile.bytes;
    tile.spilled = undefined;
  }

  #create(plan: TilePlan): Tile {
    this.#count++;
    const bytes = FORMAT_BYTES[plan.format];
    return new Tile(plan, bytes ? this.#pools.get(bytes)!.allocate() : undefined);
  }

  #pool(tile: Tile): SlabPool {
    return this.#pools.get(tile.bytes)!;
  }

  #sum(of: (pool: SlabPool) => number): number {
    let sum = 0;
    for (const pool of this.#pools.values()) sum += of(pool);
    return sum;
  }
}

const NOTHING = new Uint8Array(0);

function isTransparent(words: Uint32Array, plan: TilePlan): boolean {
  if (plan.format === 'solid') return plan.colour >>> 24 === 0;
  if (plan.format === 'bit') return plan.colour >>> 24 === 0 && plan.second >>> 24 === 0;
  if (plan.format === 'grey') return false;
  for (let i = 0; i < TILE_PIXELS; i++) if (words[i]! >>> 24) return false;
  return true;
}
