import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planTiles } from './plan-tiles.ts';

describe('planTiles', () => {
  it('covers every pixel exactly once, with every tile starting inside the picture', () => {
    const sizes = fc.integer({ min: 1, max: 90 });
    fc.assert(
      fc.property(
        sizes,
        sizes,
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom(1, 2, 4),
        (width, height, maxTile, multiple) => {
          const grid = planTiles({ width, height, maxTile, multiple, overlap: 3 });
          const covered = new Uint8Array(width * height);
          for (const tile of grid.tiles) {
            expect(tile.x).toBeLessThan(width);
            expect(tile.y).toBeLessThan(height);
            expect([
              tile.x % multiple,
              tile.y % multiple,
              tile.width % multiple,
              tile.height % multiple,
            ]).toEqual([0, 0, 0, 0]);
            expect(tile.width).toBeLessThanOrEqual(Math.max(maxTile, multiple));
            for (let y = tile.y; y < Math.min(height, tile.y + tile.height); y++)
              for (let x = tile.x; x < Math.min(width, tile.x + tile.width); x++) covered[y * width + x]!++;
          }
          expect(covered.every((count) => count === 1)).toBe(true);
        },
      ),
    );
  });
  it('balances tiles instead of leaving a sliver', () => {
    const grid = planTiles({ width: 130, height: 64, maxTile: 128 });
    expect([grid.columns, grid.tileWidth, grid.rows]).toEqual([2, 65, 1]);
  });
  it('needs no overlap along an axis with one tile', () => {
    const grid = planTiles({ width: 200, height: 64, maxTile: 128, overlap: 4 });
    expect([grid.overlapX, grid.overlapY]).toEqual([4, 0]);
  });
});
