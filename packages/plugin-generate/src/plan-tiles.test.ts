import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planTiles } from './plan-tiles.ts';

const length = fc.integer({ min: 1, max: 9000 });

test('whatever is no larger than the overlap lies whole in one of the tiles', () => {
  fc.assert(
    fc.property(
      length,
      length,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (width, height, fx, fy) => {
        const [side, overlap] = [1024, 320];
        const tiles = planTiles(width, height, side, overlap);
        const [w, h] = [Math.min(width, overlap), Math.min(height, overlap)];
        const [x, y] = [Math.floor((width - w) * fx), Math.floor((height - h) * fy)];
        const holds = tiles.some(
          (tile) =>
            tile.x <= x && tile.y <= y && tile.x + tile.width >= x + w && tile.y + tile.height >= y + h,
        );
        expect(holds).toBe(true);
        for (const tile of tiles) {
          expect(tile.width <= side && tile.height <= side).toBe(true);
          expect(
            tile.x >= 0 && tile.y >= 0 && tile.x + tile.width <= width && tile.y + tile.height <= height,
          ).toBe(true);
        }
      },
    ),
  );
});

test('a picture that fits is one tile', () => {
  expect(planTiles(1024, 700, 1024, 320)).toEqual([{ x: 0, y: 0, width: 1024, height: 700 }]);
});
