import { describe, expect, it } from 'vitest';
import type { RasterLayer } from '../document.ts';
import { duplicateLayers } from './duplicate-layers.ts';
import { studio } from './figure.test-helper.ts';
import { canvasOf, difference, image, Page, RED } from './page.test-helper.ts';

describe('duplicateLayers', () => {
  it('shares all tiles: of pixels, masks and what is in groups', () => {
    const page = studio();
    const { usedBytes, count } = page.store;
    page.editOnce((t) => duplicateLayers(t, ['skin', 'figure'], ' copy'));
    expect({ usedBytes: page.store.usedBytes, count: page.store.count }).toEqual({ usedBytes, count });
    const copy = page.named('skin copy') as RasterLayer;
    expect(copy.tiles).toEqual(page.raster('skin').tiles);
    expect(copy.mask).toEqual(page.raster('skin').mask);
    expect(copy.id).not.toBe('skin');
  });

  it('shares them until one is painted on, which leaves the other as it was', () => {
    const page = studio();
    const before = page.pixels('ink');
    const [copy] = page.edit((t) => duplicateLayers(t, ['ink'], ' 2'));
    page.edit((t) =>
      t.setTiles(
        copy!,
        'pixels',
        new Map([...page.raster('ink').tiles.keys()].map((key) => [key, undefined])),
      ),
    );
    expect(difference(page.pixels('ink'), before)).toBe(0);
    expect(difference(page.pixels(copy!), image(40, 30, [0, 0, 0, 0]))).toBe(0);
  });

  it('puts copies above what they are copies of, neighbours together', () => {
    const page = studio();
    const ids = page.editOnce((t) => duplicateLayers(t, ['ink', 'skin', 'blush', 'soft'], '2'));
    expect(page.tree).toBe(
      'paper skin ^blush skin2 ^blush2 ^freckles figure[flats shade[soft soft2]] ink ink2',
    );
    expect(ids.map((id) => page.raster(id).name)).toEqual(['skin2', 'blush2', 'soft2', 'ink2']);
  });

  it('gives what is in copied groups ids of its own, and leaves the names', () => {
    const page = studio();
    page.editOnce((t) => duplicateLayers(t, ['figure'], ' 2'));
    expect(page.tree).toMatch(/figure\[flats shade\[soft\]\] figure 2\[flats shade\[soft\]\] ink$/);
  });

  it('puts copies from locked groups above these', () => {
    const page = new Page(9, 9, (make) => [
      make.group('G', [make.layer('a', image(9, 9, RED)), make.layer('b')], { locked: true }),
    ]);
    page.editOnce((t) => duplicateLayers(t, ['a', 'b'], '2'));
    expect(page.tree).toBe('G[a b] a2 b2');
    expect(page.pixels(page.named('a2')!.id, canvasOf(page.page)).data[0]).toBe(255);
  });
});
