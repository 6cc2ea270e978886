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
            expect(tile.width * tile.height).toBeLessThanOrEqual(Math.max(maxTile, multiple) ** 2);
            for (let y = tile.y; y < Math.min(height, tile.y + tile.height); y++)
              for (let x = tile.x; x < Math.min(width, tile.x + tile.width); x++) covered[y * width + x]!++;
          }
          expect(covered.every((count) => count === 1)).toBe(true);
        },
      ),
    );
  });
  it('balances tiles instead of leaving a sliver', () => {
    const grid = planTiles({ width: 130, height: 128, maxTile: 128, context: 7 });
    expect([grid.columns, grid.tileWidth, grid.rows]).toEqual([2, 65, 1]);
  });
  it('takes a tall picture in one tile where the area allows it', () => {
    const grid = planTiles({ width: 400, height: 560, maxTile: 512, context: 18, multiple: 4, overlap: 4 });
    expect([grid.columns, grid.rows, grid.overlapX, grid.overlapY]).toEqual([1, 1, 0, 0]);
  });
  it('prefers squares, which have the least context', () => {
    const grid = planTiles({ width: 512, height: 512, maxTile: 128, context: 7 });
    expect([grid.columns, grid.rows, grid.tileWidth, grid.tileHeight]).toEqual([4, 4, 128, 128]);
  });
  it('finds the least work of all numbers of columns', () => {
    const size = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(
        size,
        size,
        fc.integer({ min: 2, max: 30 }),
        fc.integer({ min: 0, max: 9 }),
        (width, height, maxTile, context) => {
          let least = Infinity;
          for (let columns = 1; columns <= width; columns++) {
            const w = Math.ceil(width / columns);
            let rows = 1;
            while (rows < height && w * Math.ceil(height / rows) > maxTile ** 2) rows++;
            const h = Math.ceil(height / rows);
            if (w * h <= maxTile ** 2)
              least = Math.min(least, columns * rows * (w + 2 * context) * (h + 2 * context));
          }
          const grid = planTiles({ width, height, maxTile, context });
          const found = grid.tiles.length * (grid.tileWidth + 2 * context) * (grid.tileHeight + 2 * context);
          expect(found).toBeLessThanOrEqual(least);
        },
      ),
    );
  });
  it('needs no overlap along an axis with one tile', () => {
    const grid = planTiles({ width: 200, height: 128, maxTile: 128, context: 9, overlap: 4 });
    expect([grid.overlapX, grid.overlapY]).toEqual([4, 0]);
  });
});
