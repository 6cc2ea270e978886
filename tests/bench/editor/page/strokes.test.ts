import { tileKey } from '@koma/core/raster';
import { expect, test } from 'vitest';
import { eventsOf, penLine, shading, tilesReached } from './strokes.ts';

const at = (x: number, y: number) => ({ x, y, pressure: 1, time: 0 });

test('a pen line keeps its speed', () => {
  const line = penLine(500, 100, 100, 0.5, 2.5);
  expect(line).toHaveLength(500);
  for (let i = 1; i < line.length; i++)
    expect(Math.hypot(line[i]!.x - line[i - 1]!.x, line[i]!.y - line[i - 1]!.y)).toBeCloseTo(2.5, 9);
});

test('the events of a stroke are its places in order, four at a time', () => {
  const line = penLine(10, 0, 0, 0, 1);
  const events = eventsOf(line);
  expect(events.flat()).toEqual(line);
  expect(events.map(({ length }) => length)).toEqual([4, 4, 2]);
});

test('the same seed shades a page the same way', () => {
  expect(shading(5, 300, 400, 1)).toEqual(shading(5, 300, 400, 1));
  expect(shading(5, 300, 400, 1)).not.toEqual(shading(5, 300, 400, 2));
});

test('a brush in the middle of a tile reaches that tile only', () => {
  expect([...tilesReached([at(384, 128)], 100)]).toEqual([tileKey(1, 0)]);
});

test('a brush at a corner reaches the four tiles around it, and near a corner not the one across', () => {
  expect(tilesReached([at(256, 256)], 10).size).toBe(4);
  // 8 px to either side of the corner: 11.3 px away from it.
  const near = tilesReached([at(248, 248)], 10);
  expect(near).toEqual(new Set([tileKey(0, 0), tileKey(1, 0), tileKey(0, 1)]));
});

test('off the canvas there are tiles, too', () => {
  expect([...tilesReached([at(-20, -20)], 5)]).toEqual([tileKey(-1, -1)]);
});
