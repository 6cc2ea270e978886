import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyDocument, groupLayer, rasterLayer, type KomaDocument, type LayerNode } from './document.ts';
import {
  ancestorsOf,
  childrenOf,
  findLayer,
  findRaster,
  isLocked,
  isShown,
  placeOf,
  replaceLayer,
  walkLayers,
  withChildren,
} from './layer-tree.ts';

const line = rasterLayer('line', { id: 'line' });
const flats = rasterLayer('flats', { id: 'flats' });
const figure = groupLayer('figure', { id: 'figure', children: [flats, line] });
const empty = groupLayer('empty', { id: 'empty' });
const panel = groupLayer('panel', { id: 'panel', children: [figure, empty] });
const paper = rasterLayer('paper', { id: 'paper' });
const page: KomaDocument = { ...emptyDocument('page', 10, 10), layers: [paper, panel] };

const idsOf = (layers: Iterable<LayerNode>) => Array.from(layers, ({ id }) => id);

/** Random trees; ids say where a layer is: `0.2` is the third layer of the first. */
const documents: fc.Arbitrary<KomaDocument> = fc
  .letrec<{ shape: readonly unknown[] }>((tie) => ({
    shape: fc.array(fc.oneof({ maxDepth: 3 }, fc.constant('raster'), tie('shape')), { maxLength: 3 }),
  }))
  .shape.map((shape) => ({ ...emptyDocument('', 1, 1), layers: (shape as readonly Shape[]).map(grow('')) }));
type Shape = 'raster' | readonly Shape[];
const grow =
  (prefix: string) =>
  (shape: Shape, index: number): LayerNode => {
    const id = `${prefix}${index}`;
    return shape === 'raster'
      ? rasterLayer(id, { id })
      : groupLayer(id, { id, children: shape.map(grow(`${id}.`)) });
  };

test('layers are walked from the bottom up, groups before what is in them', () => {
  expect(idsOf(walkLayers(page.layers))).toEqual(['paper', 'panel', 'figure', 'flats', 'line', 'empty']);
});

test('a layer is found by its id wherever it is, and none without one', () => {
  expect(findLayer(page, 'line')).toBe(line);
  expect(findLayer(page, 'panel')).toBe(panel);
  expect(findLayer(page, 'other')).toBeUndefined();
  expect(findLayer(page, undefined)).toBeUndefined();
  expect(findRaster(page, 'line')).toBe(line);
  expect(findRaster(page, 'panel')).toBeUndefined();
});

test('the layers of a group are those in it, and of the root those of the page', () => {
  expect(childrenOf(page, 'figure')).toEqual([flats, line]);
  expect(childrenOf(page, undefined)).toEqual([paper, panel]);
  expect(() => childrenOf(page, 'paper')).toThrow(RangeError);
  expect(() => childrenOf(page, 'other')).toThrow(RangeError);
});

test('a place leads back to the layer, and the groups around it are the way there', () => {
  fc.assert(
    fc.property(documents, (document) => {
      for (const layer of walkLayers(document.layers)) {
        const [index, ...above] = layer.id.split('.').toReversed();
        const place = placeOf(document, layer.id)!;
        expect(place).toEqual({
          parent: above.length > 0 ? above.toReversed().join('.') : undefined,
          index: Number(index),
        });
        expect(childrenOf(document, place.parent)[place.index]).toBe(layer);
        const way = layer.id.split('.').map((_, i, all) => all.slice(0, i + 1).join('.'));
        expect([...idsOf(ancestorsOf(document, layer.id)), layer.id]).toEqual(way);
      }
      expect(placeOf(document, 'other')).toBeUndefined();
    }),
  );
});

describe('a layer in groups', () => {
  const withFlag = (id: string, flag: object): KomaDocument => ({
    ...page,
    layers: replaceLayer(page.layers, id, (layer) => ({ ...layer, ...flag }) as LayerNode),
  });

  test('is locked where it or a group around it is', () => {
    expect(isLocked(page, 'line')).toBe(false);
    for (const id of ['line', 'figure', 'panel'])
      expect(isLocked(withFlag(id, { locked: true }), 'line')).toBe(true);
    for (const id of ['flats', 'empty', 'paper'])
      expect(isLocked(withFlag(id, { locked: true }), 'line')).toBe(false);
  });

  test('shows where it and every group around it do', () => {
    expect(isShown(page, 'line')).toBe(true);
    for (const id of ['line', 'figure', 'panel'])
      expect(isShown(withFlag(id, { visible: false }), 'line')).toBe(false);
    for (const id of ['flats', 'empty', 'paper'])
      expect(isShown(withFlag(id, { visible: false }), 'line')).toBe(true);
    expect(isShown(page, 'other')).toBe(false);
  });
});

describe('replacing a layer', () => {
  test('changes it and the groups around it, and shares everything else', () => {
    const layers = replaceLayer(page.layers, 'line', (layer) => ({ ...layer, name: 'ink' }));
    expect(layers[0]).toBe(paper);
    const after = { ...page, layers };
    expect(findLayer(after, 'line')).toEqual({ ...line, name: 'ink' });
    expect(findLayer(after, 'flats')).toBe(flats);
    expect(findLayer(after, 'empty')).toBe(empty);
    expect(idsOf(walkLayers(layers))).toEqual(idsOf(walkLayers(page.layers)));
    expect(line.name).toBe('line');
  });

  test('gives back the same tree where there is no such layer', () => {
    expect(replaceLayer(page.layers, 'other', () => line)).toBe(page.layers);
  });
});

describe('replacing the layers of a group', () => {
  test('works in groups and at the root', () => {
    expect(childrenOf(withChildren(page, 'figure', [line]), 'figure')).toEqual([line]);
    expect(withChildren(page, undefined, [line]).layers).toEqual([line]);
    expect(childrenOf(page, 'figure')).toEqual([flats, line]);
  });

  test('is refused where there is none', () => {
    expect(() => withChildren(page, 'paper', [])).toThrow(RangeError);
  });
});
