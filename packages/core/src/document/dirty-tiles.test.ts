import { describe, expect, test } from 'vitest';
import { tileKey } from '../raster/index.ts';
import { dirtyKeys, dirtyTiles, union } from './dirty-tiles.ts';
import {
  emptyDocument,
  groupLayer,
  rasterLayer,
  type KomaDocument,
  type LayerNode,
  type RasterLayer,
} from './document.ts';
import { blankTile } from './documents.test-helper.ts';
import { findLayer, placeOf } from './layer-tree.ts';
import { apply, type Operation, type PlainProperties } from './operation.ts';

/** A layer with one tile, at column `tx`, by which it is known where a set of tiles came from. */
function at(tx: number, properties: Partial<RasterLayer> = {}): RasterLayer {
  return rasterLayer(`${tx}`, {
    id: `${tx}`,
    tiles: new Map([[tileKey(tx, 0), blankTile()]]),
    ...properties,
  });
}
const clipped = (tx: number) => at(tx, { clip: true });
const group = (id: string, ...children: readonly LayerNode[]) => groupLayer(id, { id, children });
const isolated = (id: string, ...children: readonly LayerNode[]) =>
  groupLayer(id, { id, children, blendMode: 'normal' });
const page = (...layers: readonly LayerNode[]): KomaDocument => ({
  ...emptyDocument('page', 300, 200),
  layers,
});

/** The columns of the tiles that an operation dirties. */
function columns(document: KomaDocument, operation: Operation): unknown {
  const dirty = dirtyTiles(document, apply(document, operation), operation);
  return dirty === 'all' ? dirty : [...dirty].map((key) => key - tileKey(0, 0)).sort((a, b) => a - b);
}

const set = (document: KomaDocument, id: string, after: PlainProperties) =>
  columns(document, { type: 'layer', id, before: {}, after });
const insert = (document: KomaDocument, layer: LayerNode, index: number, parent?: string) =>
  columns(document, { type: 'insert', layer, at: { parent, index } });
const remove = (document: KomaDocument, id: string) =>
  columns(document, { type: 'remove', layer: findLayer(document, id)!, at: placeOf(document, id)! });
const move = (document: KomaDocument, id: string, index: number, parent?: string) =>
  columns(document, { type: 'move', id, from: placeOf(document, id)!, to: { parent, index } });

describe('the whole canvas is dirty', () => {
  test('when another document is opened or this one closed', () => {
    const document = page(at(1));
    expect(columns(document, { type: 'open', before: document, after: page() })).toBe('all');
    expect(columns(document, { type: 'open', before: document, after: undefined })).toBe('all');
  });

  test('when its size changes, not when its name or resolution does', () => {
    const before = { name: 'page', width: 300, height: 200, dpi: 350 };
    const to = (after: object) =>
      columns(page(), { type: 'document', before, after: { ...before, ...after } });
    expect(to({ width: 301 })).toBe('all');
    expect(to({ height: 199 })).toBe('all');
    expect(to({ name: 'other', dpi: 600 })).toEqual([]);
  });
});

describe('nothing is dirty', () => {
  test.each<PlainProperties>([
    { name: 'other' },
    { locked: true, alphaLocked: true },
    { colourTag: 'red', expanded: false },
    { role: 'line-art', reference: true, colourMode: 'mono' },
  ])('when a layer gets %o', (change) => {
    expect(set(page(at(1), clipped(2)), '1', change)).toEqual([]);
  });

  test('when the selection or what is kept beside the layers changes', () => {
    const picture = { width: 1, height: 1, tiles: new Map([[tileKey(9, 0), blankTile()]]) };
    const frame = { x: 0, y: 0, width: 1, height: 1 };
    const document = page(at(1));
    const operations: readonly Operation[] = [
      { type: 'selection', before: undefined, after: picture.tiles },
      { type: 'kept', name: 'input', before: undefined, after: picture },
      { type: 'original', id: '1', before: undefined, after: { picture, frame } },
    ];
    for (const operation of operations) expect(columns(document, operation)).toEqual([]);
  });
});

describe('a change of tiles', () => {
  test.each(['pixels', 'mask'] as const)('dirties those of the %s that were painted', (plane) => {
    const mask = { tiles: new Map(), outside: 255, enabled: true } as const;
    const changes = [5, 6].map((tx) => ({ key: tileKey(tx, 0), before: undefined, after: blankTile() }));
    const document = page(at(1, { mask }), clipped(2));
    expect(columns(document, { type: 'tiles', id: '1', plane, changes })).toEqual([5, 6]);
  });
});

describe('a look of a layer', () => {
  test.each<PlainProperties>([{ visible: false }, { opacity: 0.5 }, { blendMode: 'multiply' }])(
    'is dirty with %o where it has tiles, and where those clipped to it have',
    (change) => {
      const document = page(at(1), at(2), clipped(3), clipped(4), at(5), clipped(6));
      expect(set(document, '2', change)).toEqual([2, 3, 4]);
      expect(set(document, '5', change)).toEqual([5, 6]);
      expect(set(document, '1', change)).toEqual([1]);
    },
  );

  test('of a group is dirty where anything in it has tiles', () => {
    expect(set(page(at(1), group('g', at(2), group('h', at(3)))), 'g', { opacity: 0 })).toEqual([2, 3]);
  });

  test('is dirty when its mask comes, goes or is switched off', () => {
    const after = { tiles: new Map(), outside: 0, enabled: true } as const;
    const document = page(at(1), clipped(2), at(3));
    expect(columns(document, { type: 'mask', id: '1', before: undefined, after })).toEqual([1, 2]);
  });
});

describe('clipping', () => {
  test('gives what was clipped above another base', () => {
    expect(set(page(at(1), at(2), clipped(3)), '2', { clip: true })).toEqual([2, 3]);
    expect(set(page(at(1), clipped(2), clipped(3)), '2', { clip: false })).toEqual([2, 3]);
  });

  test('ends the passing through of the group below', () => {
    expect(set(page(group('g', at(1)), at(2)), '2', { clip: true })).toEqual([1, 2]);
    expect(set(page(group('g', at(1)), clipped(2)), '2', { clip: false })).toEqual([1, 2]);
    expect(set(page(isolated('g', at(1)), clipped(2)), '2', { clip: false })).toEqual([2]);
  });
});

describe('the place of a layer', () => {
  test('is dirty where it is inserted and removed', () => {
    expect(insert(page(at(1)), at(2), 1)).toEqual([2]);
    expect(remove(page(at(1), at(2)), '2')).toEqual([2]);
    expect(insert(page(group('g', at(1))), group('h', at(2), at(3)), 0, 'g')).toEqual([2, 3]);
  });

  test('between a base and what is clipped to it is dirty where the latter is', () => {
    expect(insert(page(at(1), clipped(2), clipped(3), at(4)), at(9), 1)).toEqual([2, 3, 9]);
    expect(remove(page(at(1), at(9), clipped(2), clipped(3), at(4)), '9')).toEqual([2, 3, 9]);
  });

  test('of what is or may be clipped to a group that passes through is dirty where that is', () => {
    expect(insert(page(group('g', at(1))), clipped(2), 1)).toEqual([1, 2]);
    expect(remove(page(group('g', at(1)), clipped(2)), '2')).toEqual([1, 2]);
    expect(insert(page(group('g', at(1)), clipped(2)), at(3), 1)).toEqual([1, 2, 3]);
    expect(insert(page(group('g', at(1))), at(2), 1)).toEqual([2]);
  });

  test('is dirty on both sides of a move', () => {
    const document = page(group('g', at(1)), at(2), clipped(3), at(4), clipped(5));
    expect(move(document, '2', 2)).toEqual([1, 2, 3]);
    expect(move(document, '2', 3)).toEqual([1, 2, 3, 5]);
    expect(move(document, '2', 1, 'g')).toEqual([1, 2, 3]);
    expect(move(document, '3', 1, 'g')).toEqual([3]);
    expect(move(document, '3', 1)).toEqual([1, 3]);
  });
});

describe('sets of tiles', () => {
  const [a, b] = [new Set([1, 2]), new Set([2, 3])];

  test('are joined, and everything stays everything', () => {
    expect(union(a, b)).toEqual(new Set([1, 2, 3]));
    expect(union(a, new Set())).toBe(a);
    expect(union(new Set(), b)).toBe(b);
    expect(union(a, 'all')).toBe('all');
    expect(union('all', b)).toBe('all');
    expect([a.size, b.size]).toEqual([2, 2]);
  });

  test('become keys of the canvas', () => {
    const keys = [tileKey(0, 0), tileKey(1, 0)];
    expect([...dirtyKeys(page(), 'all')]).toEqual(keys);
    expect([...dirtyKeys(page(), a)]).toEqual([1, 2]);
  });
});
