import { tileKey, TileStore } from '../raster/index.ts';
import type { MemorySpill } from '../raster/tiles/memory-spill.test-helper.ts';
import { emptyDocument, rasterLayer, type KomaDocument } from './document.ts';
import { countOwners, KnownTiles } from './documents.test-helper.ts';
import { Editing } from './editing.ts';
import { findRaster } from './layer-tree.ts';

/** The tile that is painted on. Tests only. */
export const KEY = tileKey(0, 0);
/** Bytes of `PIXELS[0]` and `PIXELS[1]`, which no smaller format holds. Tests only. */
export const TILE_BYTES = 2 ** 18;

/** How much a {@link Studio} may hold. Tests only. */
export interface StudioOptions {
  readonly spill?: MemorySpill;
  /** In tiles. */
  readonly budget?: number;
  readonly spillBudget?: number;
}

/** A page with an empty layer, opened as the first step, and short ways to edit it. Tests only. */
export class Studio extends Editing<string> {
  readonly known: KnownTiles;

  constructor({ spill, budget = 1000, spillBudget = 1000 }: StudioOptions = {}) {
    const store = new TileStore(spill ? { spill } : {});
    super(store, budget * TILE_BYTES, spillBudget * TILE_BYTES);
    this.known = new KnownTiles(store);
    this.transact('open', (transaction) =>
      transaction.open({ ...emptyDocument('page', 300, 200), layers: [rasterLayer('line', { id: 'line' })] }),
    );
  }

  get page(): KomaDocument {
    return this.document!;
  }
  get opacity(): number {
    return this.page.layers[0]!.opacity;
  }
  paint(index: number, label = 'brush'): void {
    this.transact(label, (transaction) =>
      transaction.setTiles('line', 'pixels', new Map([[KEY, this.known.pixels(index)]])),
    );
  }
  dim(opacity: number, amend = false, label = 'opacity'): void {
    this.transact(label, (transaction) => transaction.setLayer('line', { opacity }), amend);
  }
  /** What the one tile shows, after looking at its bytes. */
  get painted(): string | undefined {
    const tile = findRaster(this.page, 'line')!.tiles.get(KEY);
    return tile && this.known.inspect(tile);
  }
  get labels(): readonly string[] {
    return this.steps.map(({ label }) => label);
  }
  get owners() {
    return countOwners(
      this.store,
      this.document,
      this.steps.flatMap(({ operations }) => operations),
    );
  }
}

/** Paints noise over and over, so that each of `count` steps has a tile to remember. Tests only. */
export function paintedOften(count: number, options: StudioOptions): Studio {
  const studio = new Studio(options);
  for (let i = 0; i < count; i++) studio.paint(i % 2);
  return studio;
}
/** What {@link Studio.painted} is with `i` of those steps in force. Tests only. */
export const noiseOf = (i: number) => `pixels ${(i + 1) % 2}`;
