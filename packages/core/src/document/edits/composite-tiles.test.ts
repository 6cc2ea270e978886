import { expect, it } from 'vitest';
import { readPixels } from '../../raster/index.ts';
import { flattenLayers } from '../flatten.ts';
import { compositeTiles } from './composite-tiles.ts';
import { compositor, difference, noise, Page, rect } from './page.test-helper.ts';

const AROUND = rect(-300, -20, 700, 300);

it('is the composite of the layers, off the canvas too', () => {
  const page = new Page(40, 40, (make) => [
    make.layer('a', noise(200, 30, 1), {}, -260, -10),
    make.group('folder', [
      make.layer('b', noise(90, 90, 2), { blendMode: 'multiply', opacity: 0.7 }, 240, 100),
    ]),
  ]);
  const { layers } = page.page;
  const tiles = compositeTiles(page.store, layers, compositor);
  const expected = flattenLayers(page.store, layers, AROUND, compositor);
  expect(difference(readPixels(page.store, tiles, AROUND), expected)).toBe(0);
  for (const tile of tiles.values()) page.store.release(tile);
});

it('makes no tiles of what does not show', () => {
  const page = new Page(40, 40, (make) => [
    make.layer('hidden', noise(40, 40, 1), { visible: false }),
    make.layer('erased', noise(40, 40, 1, 0)),
  ]);
  expect(compositeTiles(page.store, page.page.layers, compositor).size).toBe(0);
});

it('leaves nothing behind when a tile cannot be read', () => {
  const page = new Page(600, 40, (make) => [make.layer('a', noise(600, 40, 1))]);
  const { count } = page.store;
  let reads = 0;
  const failing = {
    composite: (...parameters: Parameters<typeof compositor.composite>) => {
      if (++reads > 1) throw new RangeError('as it happens');
      return compositor.composite(...parameters);
    },
  };
  expect(() => compositeTiles(page.store, page.page.layers, failing as never)).toThrow(RangeError);
  expect(page.store.count).toBe(count);
});
