import { expect, test } from 'vitest';
import { TILE_PIXELS } from '../tiles/index.ts';
import { noise } from './nodes.test-helper.ts';
import { TileMemory } from './tile-memory.ts';

test('the memory of a tile has room for the result and for all that is put', () => {
  const memory = new TileMemory();
  memory.clear();
  const planes = [noise(TILE_PIXELS * 4, 1), noise(TILE_PIXELS, 2), noise(TILE_PIXELS * 4, 3)];
  const rows = { from: 0, to: 256 };
  const addresses = planes.map((plane) => memory.put(plane, plane.length > TILE_PIXELS ? 4 : 1, rows));
  memory.bytes().fill(0, memory.result, memory.result + TILE_PIXELS * 4);
  planes.forEach((plane, i) => {
    const copy = memory.bytes().subarray(addresses[i]!, addresses[i]! + plane.length);
    expect(Buffer.compare(copy, plane)).toBe(0);
    expect(addresses[i]! % 64).toBe(0);
  });
});

test('the memory of a tile is used again for the next tile', () => {
  const memory = new TileMemory();
  memory.clear();
  const first = memory.allocate(1_000_000);
  const size = memory.bytes().length;
  memory.clear();
  expect(memory.allocate(1_000_000)).toBe(first);
  expect(memory.bytes().length).toBe(size);
});

test('only the rows that are wanted are copied', () => {
  const memory = new TileMemory();
  memory.clear();
  const address = memory.put(new Uint8Array(TILE_PIXELS).fill(5), 1, { from: 2, to: 4 });
  const rows = [0, 1, 2, 3, 4].map((y) => memory.bytes()[address + y * 256 + 255]);
  expect(rows).toEqual([0, 0, 5, 5, 0]);
});
