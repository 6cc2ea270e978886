import { beforeEach, describe, expect, test } from 'vitest';
import { tileKey, TileStore } from '../raster/index.ts';
import { emptyDocument, groupLayer, rasterLayer, type KomaDocument } from './document.ts';
import { countOwners, KnownTiles, snapshot } from './documents.test-helper.ts';
import { childrenOf, findLayer, findRaster } from './layer-tree.ts';
import { Transaction } from './transaction.ts';

const KEY = tileKey(0, 0);
const FAR = tileKey(-2, 5);
const frame = { x: 0, y: 0, width: 1, height: 1 };

let store: TileStore;
let known: KnownTiles;
let page: KomaDocument;

beforeEach(() => {
  store = new TileStore();
  known = new KnownTiles(store);
  const line = rasterLayer('line', {
    id: 'line',
    tiles: tiles(0),
    mask: { tiles: new Map([[KEY, known.coverage(0)]]), outside: 255, enabled: true },
    original: { picture: picture(1), frame },
  });
  const flats = rasterLayer('flats', { id: 'flats', tiles: new Map([[FAR, known.pixels(2)]]) });
  const inner = groupLayer('inner', { id: 'inner', children: [flats] });
  const group = groupLayer('group', { id: 'group', children: [inner, line] });
  const paper = rasterLayer('paper', { id: 'paper', tiles: tiles(3) });
  page = {
    ...emptyDocument('page', 500, 300),
    layers: [paper, group],
    selection: new Map([[KEY, known.coverage(1)]]),
    kept: new Map([['input', picture(4)]]),
  };
});

const tiles = (index: number) => new Map([[KEY, known.pixels(index)]]);
const picture = (index: number) => ({ width: 9, height: 9, tiles: tiles(index) });
const newMask = () => ({ tiles: new Map([[FAR, known.coverage(2)]]), outside: 0, enabled: true }) as const;
const newLayer = () => rasterLayer('new', { tiles: tiles(5), mask: newMask() });
const newGroup = () =>
  groupLayer('new', { children: [newLayer(), groupLayer('', { children: [newLayer()] })] });

/** Every way to change a document. */
const changes: Record<string, (transaction: Transaction) => void> = {
  open: (transaction) => transaction.open({ ...emptyDocument('other', 9, 9), layers: [newGroup()] }),
  close: (transaction) => transaction.open(undefined),
  setDocument: (transaction) => transaction.setDocument({ width: 9 }),
  setLayer: (transaction) => transaction.setLayer('line', { opacity: 0.5 }),
  'insert a layer': (transaction) => transaction.insert(newLayer(), { parent: 'inner', index: 0 }),
  'insert a group': (transaction) => transaction.insertAbove(newGroup(), 'line'),
  'remove a layer': (transaction) => transaction.remove('line'),
  'remove a group': (transaction) => transaction.remove('group'),
  move: (transaction) => transaction.move('line', { parent: undefined, index: 0 }),
  'paint over tiles': (transaction) => transaction.setTiles('line', 'pixels', tiles(6)),
  'paint new tiles': (transaction) => transaction.setTiles('flats', 'pixels', tiles(6)),
  'take tiles away': (transaction) => transaction.setTiles('line', 'pixels', new Map([[KEY, undefined]])),
  'paint on a mask': (transaction) =>
    transaction.setTiles(
      'line',
      'mask',
      new Map([
        [KEY, known.coverage(2)],
        [FAR, known.coverage(3)],
      ]),
    ),
  replaceTiles: (transaction) => transaction.replaceTiles('flats', tiles(7)),
  'add a mask': (transaction) => transaction.setMask('group', newMask()),
  'change a mask': (transaction) => transaction.setMask('line', newMask()),
  'remove a mask': (transaction) => transaction.setMask('line', undefined),
  enableMask: (transaction) => transaction.enableMask('line', false),
  'keep the original': (transaction) => transaction.setOriginal('flats', { picture: picture(8), frame }),
  'forget the original': (transaction) => transaction.setOriginal('line', undefined),
  select: (transaction) => transaction.setSelection(new Map([[FAR, known.coverage(2)]])),
  deselect: (transaction) => transaction.setSelection(undefined),
  'keep a picture': (transaction) => transaction.keep('second', picture(8)),
  'replace a kept picture': (transaction) => transaction.keep('input', picture(8)),
  'forget a kept picture': (transaction) => transaction.keep('input', undefined),
  'use a tile twice': (transaction) => {
    const shared = store.retain(findRaster(transaction.document, 'line')!.tiles.get(KEY)!);
    transaction.setTiles('flats', 'pixels', new Map([[KEY, shared]]));
  },
  'many things at once': (transaction) => {
    transaction.setTiles('line', 'pixels', tiles(6));
    transaction.insert(newGroup(), { parent: undefined, index: 1 });
    transaction.setTiles('line', 'pixels', tiles(7));
    transaction.move('inner', { parent: undefined, index: 0 });
    transaction.remove('line');
    transaction.setMask('inner', newMask());
    transaction.open({ ...emptyDocument('other', 9, 9), layers: [newLayer()] });
    transaction.setSelection(new Map([[KEY, known.coverage(0)]]));
  },
};

const owners = (transaction: Transaction) => countOwners(store, transaction.current, transaction.operations);

describe.each(Object.entries(changes))('%s', (_, change) => {
  test('gives every tile as many owners as use it', () => {
    const before = snapshot(page);
    const transaction = new Transaction(page, store);
    change(transaction);
    expect(transaction.operations.length).toBeGreaterThan(0);
    expect(snapshot(transaction.current)).not.toEqual(before);
    const { actual, expected } = owners(transaction);
    expect(actual).toEqual(expected);
    expect(snapshot(page)).toEqual(before);
  });

  test('leaves nothing behind when it is rolled back', () => {
    const before = snapshot(page, (tile) => known.inspect(tile));
    const transaction = new Transaction(page, store);
    change(transaction);
    transaction.rollBack();
    expect(snapshot(transaction.current, (tile) => known.inspect(tile))).toEqual(before);
    expect(transaction.operations).toEqual([]);
    expect(transaction.dirty).toEqual(new Set());
    const { actual, expected } = countOwners(store, page, []);
    expect(actual).toEqual(expected);
  });
});

describe('a change that is refused', () => {
  const other = { parent: 'other', index: 0 };
  const refused: Record<string, (transaction: Transaction) => void> = {
    'inserting into no group': (transaction) => transaction.insert(newGroup(), other),
    'inserting into a layer': (transaction) => transaction.insert(newLayer(), { parent: 'paper', index: 0 }),
    'inserting a layer that is there': (transaction) =>
      transaction.insertAbove(rasterLayer('', { id: 'flats', tiles: tiles(5) })),
    'inserting two layers with one id': (transaction) =>
      transaction.insertAbove(groupLayer('', { id: 'twin', children: [rasterLayer('', { id: 'twin' })] })),
    'removing no layer': (transaction) => transaction.remove('other'),
    'moving no layer': (transaction) => transaction.move('other', { parent: undefined, index: 0 }),
    'moving to no group': (transaction) => transaction.move('line', other),
    'moving into a layer': (transaction) => transaction.move('line', { parent: 'paper', index: 0 }),
    'moving a group into itself': (transaction) => transaction.move('group', { parent: 'group', index: 0 }),
    'moving a group into a group in it': (transaction) =>
      transaction.move('group', { parent: 'inner', index: 0 }),
    'changing no layer': (transaction) => transaction.setLayer('other', { name: '' }),
    'painting on no layer': (transaction) => transaction.setTiles('other', 'pixels', tiles(5)),
    'painting on a group': (transaction) => transaction.setTiles('group', 'pixels', tiles(5)),
    'painting on no mask': (transaction) => transaction.setTiles('flats', 'mask', newMask().tiles),
    'replacing the tiles of no layer': (transaction) => transaction.replaceTiles('other', tiles(5)),
    'replacing the tiles of a group': (transaction) => transaction.replaceTiles('group', tiles(5)),
    'masking no layer': (transaction) => transaction.setMask('other', newMask()),
    'an original of a group': (transaction) =>
      transaction.setOriginal('group', { picture: picture(5), frame }),
    'an original of no layer': (transaction) =>
      transaction.setOriginal('other', { picture: picture(5), frame }),
  };

  test.each(Object.entries(refused))('throws, changes nothing and keeps no tile: %s', (_, change) => {
    const transaction = new Transaction(page, store);
    expect(() => change(transaction)).toThrow(RangeError);
    expect(transaction.document).toBe(page);
    expect(transaction.operations).toEqual([]);
    const { actual, expected } = countOwners(store, page, []);
    expect(actual).toEqual(expected);
  });

  test('says so where a group would be put into itself', () => {
    const transaction = new Transaction(page, store);
    for (const parent of ['group', 'inner'])
      expect(() => transaction.move('group', { parent, index: 0 })).toThrow(
        'a group cannot be put into itself',
      );
  });

  const closed: Record<string, (transaction: Transaction) => void> = {
    rename: (transaction) => transaction.setDocument({ name: '' }),
    insert: (transaction) => transaction.insertAbove(newLayer(), 'line'),
    paint: (transaction) => transaction.setTiles('line', 'pixels', tiles(5)),
    'replace the tiles': (transaction) => transaction.replaceTiles('line', tiles(5)),
    mask: (transaction) => transaction.setMask('line', newMask()),
    select: (transaction) => transaction.setSelection(newMask().tiles),
    'keep a picture': (transaction) => transaction.keep('input', picture(5)),
  };

  test.each(Object.entries(closed))('is any while nothing is open: %s', (_, change) => {
    const count = store.count;
    const transaction = new Transaction(undefined, store);
    expect(() => change(transaction)).toThrow('nothing is open');
    expect(() => transaction.document).toThrow('nothing is open');
    expect([transaction.current, store.count]).toEqual([undefined, count]);
  });
});

describe('a change to what is there already', () => {
  const line = () => findRaster(page, 'line')!;
  const retained = <T extends { readonly tiles: KomaDocument['selection'] & object }>(plane: T): T => {
    for (const tile of plane.tiles.values()) store.retain(tile);
    return plane;
  };
  const idle: Record<string, (transaction: Transaction) => void> = {
    setDocument: (transaction) => transaction.setDocument({ name: page.name, width: page.width }),
    setLayer: (transaction) => transaction.setLayer('line', { opacity: 1, recipe: undefined }),
    move: (transaction) => transaction.move('line', { parent: 'group', index: 1 }),
    'move beyond the end': (transaction) => transaction.move('line', { parent: 'group', index: 99 }),
    setTiles: (transaction) => transaction.setTiles('line', 'pixels', retained(line()).tiles),
    'no tile where none is': (transaction) =>
      transaction.setTiles('line', 'pixels', new Map([[FAR, undefined]])),
    replaceTiles: (transaction) => transaction.replaceTiles('line', retained(line()).tiles),
    setMask: (transaction) => transaction.setMask('line', retained(line().mask!)),
    'no mask where none is': (transaction) => transaction.setMask('group', undefined),
    enableMask: (transaction) => transaction.enableMask('line', true),
    'enableMask without one': (transaction) => transaction.enableMask('group', false),
    setOriginal: (transaction) => {
      retained(line().original!.picture);
      transaction.setOriginal('line', line().original);
    },
    setSelection: (transaction) => transaction.setSelection(retained({ tiles: page.selection! }).tiles),
    keep: (transaction) => transaction.keep('input', retained(page.kept.get('input')!)),
  };

  test.each(Object.entries(idle))('does nothing, and releases what was handed over: %s', (_, change) => {
    const transaction = new Transaction(page, store);
    change(transaction);
    expect(transaction.document).toBe(page);
    expect(transaction.operations).toEqual([]);
    const { actual, expected } = countOwners(store, page, []);
    expect(actual).toEqual(expected);
  });

  test('takes only the tiles that are others', () => {
    const transaction = new Transaction(page, store);
    const same = store.retain(line().tiles.get(KEY)!);
    const fresh = known.pixels(6);
    transaction.setTiles(
      'line',
      'pixels',
      new Map([
        [KEY, same],
        [FAR, fresh],
      ]),
    );
    expect(transaction.operations).toEqual([
      {
        type: 'tiles',
        id: 'line',
        plane: 'pixels',
        changes: [{ key: FAR, before: undefined, after: fresh }],
      },
    ]);
    expect(transaction.dirty).toEqual(new Set([FAR]));
    const { actual, expected } = owners(transaction);
    expect(actual).toEqual(expected);
  });

  test('takes only the properties that differ', () => {
    const transaction = new Transaction(page, store);
    transaction.setLayer('line', { opacity: 1, name: 'ink' });
    expect(transaction.operations).toEqual([
      { type: 'layer', id: 'line', before: { name: 'line' }, after: { name: 'ink' } },
    ]);
  });
});

describe('the place of a layer', () => {
  const names = (transaction: Transaction, parent?: string) =>
    childrenOf(transaction.document, parent).map(({ name }) => name);

  test('is directly above another, or on top', () => {
    const transaction = new Transaction(page, store);
    transaction.insertAbove(rasterLayer('above paper'), 'paper');
    transaction.insertAbove(rasterLayer('above flats'), 'flats');
    transaction.insertAbove(rasterLayer('top'));
    transaction.insertAbove(rasterLayer('top of group'), undefined, 'group');
    transaction.insertAbove(rasterLayer('above none'), 'other', 'inner');
    expect(names(transaction)).toEqual(['paper', 'above paper', 'group', 'top']);
    expect(names(transaction, 'group')).toEqual(['inner', 'line', 'top of group']);
    expect(names(transaction, 'inner')).toEqual(['flats', 'above flats', 'above none']);
  });

  test('beyond either end is that end, and its tiles are dirty', () => {
    for (const [index, expected] of [
      [-3, 0],
      [99, 2],
    ] as const) {
      const transaction = new Transaction(page, store);
      transaction.insert(newLayer(), { parent: undefined, index });
      expect(names(transaction).indexOf('new')).toBe(expected);
      expect(transaction.dirty).toEqual(new Set([KEY]));
      transaction.move('paper', { parent: undefined, index });
      expect(names(transaction).indexOf('paper')).toBe(expected);
    }
  });

  test('counts those below without the layer itself', () => {
    const transaction = new Transaction(page, store);
    transaction.move('paper', { parent: 'group', index: 1 });
    expect(names(transaction, 'group')).toEqual(['inner', 'paper', 'line']);
    transaction.move('inner', { parent: 'group', index: 1 });
    expect(names(transaction, 'group')).toEqual(['paper', 'inner', 'line']);
    transaction.move('flats', { parent: undefined, index: 0 });
    expect(names(transaction)).toEqual(['flats', 'group']);
    expect(names(transaction, 'inner')).toEqual([]);
  });
});

test('a selection of no tiles is none', () => {
  const transaction = new Transaction(page, store);
  transaction.setSelection(new Map());
  expect(transaction.document.selection).toBeUndefined();
});

test('a layer is found as it is by now', () => {
  const transaction = new Transaction(page, store);
  transaction.setLayer('line', { name: 'ink' });
  expect(transaction.layer('line').name).toBe('ink');
  expect(transaction.find('line')).toBe(findLayer(transaction.document, 'line'));
  expect(transaction.find('other')).toBeUndefined();
  expect(() => transaction.layer('other')).toThrow(RangeError);
  expect(transaction.store).toBe(store);
});
