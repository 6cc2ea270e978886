import { expect, test } from 'vitest';
import { nearestFirst, rangeOf, tileRange } from './tile-range.ts';

const page = { width: 1000, height: 600 };

test('a range holds every tile that the part touches, and no tile off the document', () => {
  const part = { left: -50, top: 255.5, right: 256.5, bottom: 9000 };
  expect(tileRange(page, 0, part)).toEqual({ left: 0, top: 0, right: 2, bottom: 3 });
});

test('a part that ends at a tile border does not touch the next tile', () => {
  const part = { left: 256, top: 0, right: 512, bottom: 256 };
  expect(tileRange(page, 0, part)).toEqual({ left: 1, top: 0, right: 2, bottom: 1 });
});

test('a level has as many tiles as its halved size needs', () => {
  const all = { left: 0, top: 0, right: 1e6, bottom: 1e6 };
  expect(tileRange(page, 1, all)).toEqual({ left: 0, top: 0, right: 2, bottom: 2 });
  expect(tileRange(page, 2, all)).toEqual({ left: 0, top: 0, right: 1, bottom: 1 });
});

test('beside the document there is no tile', () => {
  const part = { left: 3000, top: 0, right: 4000, bottom: 100 };
  expect(nearestFirst(tileRange(page, 0, part))).toEqual([]);
});

test('tiles come in the order of their distance from the middle, each once', () => {
  const range = { left: 2, top: 1, right: 7, bottom: 4 };
  const tiles = nearestFirst(range);
  expect(tiles[0]).toEqual([4, 2]);
  expect(new Set(tiles.map(String)).size).toBe(15);
  const distances = tiles.map(([x, y]) => (x - 4) ** 2 + (y - 2) ** 2);
  expect(distances).toEqual([...distances].sort((a, b) => a - b));
});

test('the range of some tiles holds all of them and no more rows or columns', () => {
  const tiles = [
    [3, 7],
    [5, 2],
  ] as const;
  expect(rangeOf(tiles)).toEqual({ left: 3, top: 2, right: 6, bottom: 8 });
  expect(rangeOf(tiles, 1)).toEqual({ left: 1, top: 1, right: 3, bottom: 4 });
});
