import { describe, expect, test } from 'vitest';
import { tileKey } from '../raster/index.ts';
import { MemorySpill } from '../raster/tiles/memory-spill.test-helper.ts';
import { snapshot } from './documents.test-helper.ts';
import { findRaster } from './layer-tree.ts';
import { KEY, noiseOf, paintedOften, Studio, TILE_BYTES, type StudioOptions } from './studio.test-helper.ts';

describe('beyond the budget', () => {
  test('the oldest steps are forgotten where nothing can be spilled', () => {
    const studio = paintedOften(10, { budget: 3 });
    expect(studio.steps).toHaveLength(3);
    expect(studio.historyBytes).toBe(3 * TILE_BYTES);
    expect(studio.store.count).toBe(4);
    for (let i = 9; i >= 7; i--) {
      studio.undo();
      expect(studio.painted).toBe(noiseOf(i));
    }
    expect([studio.done, studio.undo()]).toEqual([0, new Set()]);
    expect(studio.owners.actual).toEqual(studio.owners.expected);
  });

  test('the last step can be undone, whatever it weighs', () => {
    const studio = new Studio({ budget: 0 });
    const paintAll = (index: number) => {
      const tiles = Array.from(
        { length: 9 },
        (_, tx) => [tileKey(tx, 0), studio.known.pixels(index)] as const,
      );
      studio.transact('fill', (transaction) => transaction.setTiles('line', 'pixels', new Map(tiles)));
    };
    paintAll(0);
    const before = snapshot(studio.page, (tile) => studio.known.inspect(tile));
    paintAll(1);
    expect(studio.historyBytes).toBe(9 * TILE_BYTES);
    // Nothing would be gained by forgetting the steps before.
    expect(studio.labels).toEqual(['open', 'fill', 'fill']);
    studio.undo();
    expect(snapshot(studio.page, (tile) => studio.known.inspect(tile))).toEqual(before);
    studio.redo();
    expect(studio.painted).toBe('pixels 1');
    paintAll(0);
    expect(studio.labels).toEqual(['fill']);
  });

  test('tiles of the present do not count', () => {
    const studio = new Studio({ budget: 0 });
    studio.paint(0);
    for (let i = 0; i < 20; i++) studio.dim(i / 40);
    expect([studio.historyBytes, studio.steps.length]).toEqual([0, 22]);
  });

  test('tiles that somebody else holds are neither counted nor spilled', () => {
    const spill = new MemorySpill();
    const studio = new Studio({ budget: 0, spill });
    studio.paint(0);
    const clipboard = studio.store.retain(findRaster(studio.page, 'line')!.tiles.get(KEY)!);
    studio.paint(1);
    studio.paint(2);
    studio.paint(3);
    expect(studio.known.inspect(clipboard)).toBe('pixels 0');
    expect(clipboard.slot).toBeDefined();
    expect([spill.writes, studio.steps.length]).toEqual([2, 5]);
    studio.dispose();
    expect([studio.store.count, studio.known.inspect(clipboard)]).toEqual([1, 'pixels 0']);
  });

  test('tiles are spilled, the oldest first, and undo brings back the exact pixels', () => {
    const spill = new MemorySpill();
    const studio = paintedOften(10, { budget: 3, spill });
    expect(studio.steps).toHaveLength(11);
    expect(studio.historyBytes).toBe(3 * TILE_BYTES);
    expect([studio.store.spilledBytes, spill.bytes]).toEqual([6 * TILE_BYTES, 6 * TILE_BYTES]);
    studio.undo();
    studio.undo();
    expect(spill.pieces.size).toBe(6);
    for (let i = 7; i >= 1; i--) {
      studio.undo();
      expect(studio.painted).toBe(noiseOf(i));
    }
    studio.undo();
    expect(studio.painted).toBeUndefined();
    for (let i = 1; i <= 10; i++) {
      studio.redo();
      expect(studio.painted).toBe(noiseOf(i));
    }
    expect(studio.owners.actual).toEqual(studio.owners.expected);
  });

  test('even the last step is spilled before an older one is forgotten', () => {
    const studio = paintedOften(4, { budget: 0, spill: new MemorySpill() });
    expect([studio.historyBytes, studio.steps.length]).toEqual([0, 5]);
    for (let i = 3; i >= 1; i--) {
      studio.undo();
      expect(studio.painted).toBe(noiseOf(i));
    }
  });

  test('what undo brought back is spilled again, and the steps next to the present are not', () => {
    const studio = paintedOften(12, { budget: 3, spill: new MemorySpill() });
    for (let i = 11; i >= 1; i--) {
      studio.undo();
      expect(studio.painted).toBe(noiseOf(i));
      expect(studio.historyBytes).toBeLessThanOrEqual(3 * TILE_BYTES);
    }
    const next = findRaster(studio.page, 'line')!.tiles.get(KEY)!;
    studio.redo();
    expect(next.slot).toBeDefined();
    studio.jump(0);
    expect(studio.historyBytes).toBeLessThanOrEqual(3 * TILE_BYTES);
    studio.jump(13);
    expect(studio.painted).toBe(noiseOf(12));
  });

  test('the oldest steps are forgotten when the disk is full from the start', () => {
    const studio = paintedOften(10, { budget: 3, spill: new MemorySpill(0) });
    expect(studio.steps).toHaveLength(3);
    expect([studio.store.spilledBytes, studio.store.count]).toEqual([0, 4]);
    studio.jump(0);
    expect(studio.painted).toBe(noiseOf(7));
  });

  test.each<readonly [string, StudioOptions]>([
    ['the disk', { budget: 3, spill: new MemorySpill(2 * TILE_BYTES) }],
    ['the share of the disk', { budget: 3, spill: new MemorySpill(), spillBudget: 2 }],
  ])('only as many steps are forgotten as have to be when %s is full', (_, options) => {
    const studio = paintedOften(10, options);
    // Three tiles in memory, two on the disk.
    expect(studio.steps).toHaveLength(5);
    expect([studio.historyBytes, studio.store.spilledBytes]).toEqual([3 * TILE_BYTES, 2 * TILE_BYTES]);
    for (let i = 9; i >= 5; i--) {
      studio.undo();
      expect(studio.painted).toBe(noiseOf(i));
    }
    expect(studio.done).toBe(0);
    expect(studio.owners.actual).toEqual(studio.owners.expected);
  });
});
