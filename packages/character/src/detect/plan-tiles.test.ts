import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planTiles } from './plan-tiles.ts';

const length = fc.integer({ min: 1, max: 9000 });

const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const [SIDE, OVERLAP] = [512, 48];

test('whatever is no larger than the overlap lies whole in the one tile in whose own part it begins', () => {
  fc.assert(
    fc.property(length, length, fraction, fraction, (width, height, fx, fy) => {
      const tiles = planTiles(width, height, SIDE, OVERLAP);
      const [w, h] = [Math.min(width, OVERLAP), Math.min(height, OVERLAP)];
      const [x, y] = [Math.floor((width - w + 1) * fx), Math.floor((height - h + 1) * fy)];
      const owners = tiles.filter(
        ({ own, ...tile }) => x >= tile.x && y >= tile.y && x < tile.x + own.width && y < tile.y + own.height,
      );
      expect(owners).toHaveLength(1);
      const [owner] = owners as [(typeof tiles)[number]];
      expect(x + w <= owner.x + owner.width && y + h <= owner.y + owner.height).toBe(true);
    }),
  );
});

test('tiles lie within the picture and are no larger than asked for', () => {
  fc.assert(
    fc.property(length, length, (width, height) => {
      for (const tile of planTiles(width, height, SIDE, OVERLAP)) {
        expect(tile.width <= SIDE && tile.height <= SIDE && tile.x >= 0 && tile.y >= 0).toBe(true);
        expect(tile.x + tile.width <= width && tile.y + tile.height <= height).toBe(true);
      }
    }),
  );
});

test('a picture that fits is one tile', () => {
  const all = { width: 500, height: 300 };
  expect(planTiles(500, 300, SIDE, OVERLAP)).toEqual([{ x: 0, y: 0, ...all, own: all }]);
});
