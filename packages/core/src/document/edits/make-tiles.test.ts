import { describe, expect, it } from 'vitest';
import { TILE_PIXELS, TileStore, type Tile } from '../../raster/index.ts';
import { makeTiles } from './make-tiles.ts';

const noisy = Uint8Array.from({ length: TILE_PIXELS * 4 }, (_, i) => (i * 7) % 251);

describe('makeTiles', () => {
  it('hands over the tiles that were made', () => {
    const store = new TileStore();
    const tiles = makeTiles<Tile>(store, (made) => made.set(5, store.fromPixels(noisy)!));
    expect([...tiles.keys()]).toEqual([5]);
    expect(store.count).toBe(1);
  });

  it('releases them where making another fails, and passes the error on', () => {
    const store = new TileStore();
    const failure = new Error('the disk is gone');
    const make = () =>
      makeTiles<Tile | undefined>(store, (made) => {
        made.set(1, store.fromPixels(noisy));
        made.set(2, undefined);
        throw failure;
      });
    expect(make).toThrow(failure);
    expect([store.count, store.usedBytes]).toEqual([0, 0]);
  });
});
