import type { Tile, TileStore } from '../../raster/index.ts';
import type { Steps } from '../../steps/index.ts';

/**
 * Collects new tiles by key. Where `make` throws, those that it has put into the map are released, so
 * that an edit which fails half-way leaves nothing behind.
 * @param make puts tiles that it owns into the map
 * @returns the map; its tiles are the caller's
 */
export function makeTiles<T extends Tile | undefined>(
  store: TileStore,
  make: (tiles: Map<number, T>) => void,
): Map<number, T> {
  const tiles = new Map<number, T>();
  try {
    make(tiles);
  } catch (error) {
    for (const tile of tiles.values()) if (tile) store.release(tile);
    throw error;
  }
  return tiles;
}

/** {@link makeTiles} in steps. The tiles are released, too, where the work is left before its end. */
export function* makeTilesSteps<T extends Tile | undefined>(
  store: TileStore,
  make: (tiles: Map<number, T>) => Steps<void>,
): Steps<Map<number, T>> {
  const tiles = new Map<number, T>();
  let isMade = false;
  try {
    yield* make(tiles);
    isMade = true;
    return tiles;
  } finally {
    if (!isMade) for (const tile of tiles.values()) if (tile) store.release(tile);
  }
}
