import { emptyDocument, groupLayer, isShown, rasterLayer, type KomaDocument } from '@koma/core/document';
import { createImage, pixelsFromImage, TileStore } from '@koma/core/raster';
import { expect, it } from 'vitest';
import { tileKeysOf, withoutLayer } from './without-layer.ts';

const document: KomaDocument = {
  ...emptyDocument('page', 10, 10),
  layers: [
    rasterLayer('paper', { id: 'paper' }),
    groupLayer('hero', { id: 'hero', children: [rasterLayer('line', { id: 'line' })] }),
  ],
};

it('hides a layer wherever it is and shares the rest', () => {
  const seen = withoutLayer(document, 'line');
  expect(isShown(seen, 'line')).toBe(false);
  expect(isShown(seen, 'hero')).toBe(true);
  expect(seen.layers[0]).toBe(document.layers[0]);
  expect(isShown(document, 'line')).toBe(true);
});

it('leaves a document alone in which the layer is not', () => {
  expect(withoutLayer(document, 'gone')).toBe(document);
});

it('knows the tiles of everything in a group', () => {
  const store = new TileStore();
  const solid = createImage(300, 10);
  solid.data.fill(255);
  const tiles = pixelsFromImage(store, solid);
  const group = groupLayer('g', { children: [rasterLayer('a', { tiles }), rasterLayer('b')] });
  expect([...tileKeysOf([group])].toSorted()).toEqual([...tiles.keys()].toSorted());
});
