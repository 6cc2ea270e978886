import { TILE, TILE_PIXELS, tileX, tileY, type TileStore } from '../../raster/index.ts';
import type { KomaDocument } from '../document.ts';

/** How much of each pixel may be edited: what is selected, or everything where nothing is. */
export class SelectionReader {
  readonly #store: TileStore;
  readonly #selection: KomaDocument['selection'];
  readonly #scratch = new Uint8Array(TILE_PIXELS);

  constructor(store: TileStore, document: Pick<KomaDocument, 'selection'>) {
    this.#store = store;
    this.#selection = document.selection;
  }

  /** Coverage of a tile, 0-255; one number where it is the same everywhere. Valid until the next call. */
  coverage(key: number): Uint8Array | number {
    if (!this.#selection) return 255;
    const tile = this.#selection.get(key);
    return tile ? this.#store.coverage(tile, this.#scratch) : 0;
  }
}

/** Whether any pixel of a tile lies on the canvas. */
export function meetsCanvas({ width, height }: Pick<KomaDocument, 'width' | 'height'>, key: number): boolean {
  const [tx, ty] = [tileX(key), tileY(key)];
  return tx >= 0 && ty >= 0 && tx * TILE < width && ty * TILE < height;
}

/**
 * Coverage of a tile without what lies beyond the canvas.
 * @param coverage as from {@link SelectionReader}; not changed
 */
export function withinCanvas(
  document: Pick<KomaDocument, 'width' | 'height'>,
  key: number,
  coverage: Uint8Array | number,
): Uint8Array | number {
  if (!meetsCanvas(document, key)) return 0;
  const columns = Math.min(TILE, document.width - tileX(key) * TILE);
  const rows = Math.min(TILE, document.height - tileY(key) * TILE);
  if (coverage === 0 || (columns === TILE && rows === TILE)) return coverage;
  const clipped = new Uint8Array(TILE_PIXELS);
  for (let y = 0; y < rows; y++) {
    const row = y * TILE;
    if (typeof coverage === 'number') clipped.fill(coverage, row, row + columns);
    else clipped.set(coverage.subarray(row, row + columns), row);
  }
  return clipped;
}
