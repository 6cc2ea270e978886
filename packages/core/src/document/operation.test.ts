import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tileKey, type Tile } from '../raster/index.ts';
import { Chooser } from './chooser.test-helper.ts';
import { emptyDocument, groupLayer, rasterLayer, type KomaDocument, type LayerNode } from './document.ts';
import { blankTile, snapshot, tilesIn } from './documents.test-helper.ts';
import { childrenOf, findLayer, placeOf, walkLayers } from './layer-tree.ts';
import {
  apply,
  canvasKeys,
  entering,
  invert,
  leaving,
  tilesOfDocument,
  tilesOfLayer,
  type Operation,
} from './operation.ts';

/** Makes random documents and what they consist of. */
class Maker extends Chooser {
  tiles(): Map<number, Tile> {
    const places = Array.from({ length: this.number(4) }, () => tileKey(this.number(3) - 1, this.number(2)));
    return new Map(places.map((key) => [key, blankTile()]));
  }
  mask() {
    return { tiles: this.tiles(), outside: this.of([0, 255] as const), enabled: this.chance() };
  }
  picture() {
    return { width: 9, height: 9, tiles: this.tiles() };
  }
  original() {
    return { picture: this.picture(), frame: { x: 0, y: 0, width: 1, height: 1 } };
  }
  layer(depth = 0): LayerNode {
    const mask = this.chance() ? this.mask() : undefined;
    if (depth === 0 || this.chance())
      return rasterLayer('', {
        tiles: this.tiles(),
        mask,
        ...(this.chance() ? { original: this.original() } : {}),
      });
    return groupLayer('', {
      mask,
      children: Array.from({ length: this.number(4) }, () => this.layer(depth - 1)),
    });
  }
  document(): KomaDocument {
    const masked = rasterLayer('', { tiles: this.tiles(), mask: this.mask() });
    const random = Array.from({ length: this.number(3) }, () => this.layer(3));
    return {
      ...emptyDocument('page', 500, 300),
      layers: [...random, masked, groupLayer('', { children: [this.layer(1)] })],
      ...(this.chance() ? { selection: this.tiles() } : {}),
      kept: new Map(this.chance() ? [['input', this.picture()]] : []),
    };
  }
}

/** An operation of each type that fits a document, its values as they are there. */
const makers: Record<Operation['type'], (document: KomaDocument, choose: Maker) => Operation> = {
  document: ({ name, width, height, dpi }) => {
    const before = { name, width, height, dpi };
    return { type: 'document', before, after: { name: 'other', width: 40, height: 50, dpi: 600 } };
  },
  open: (document, choose) => ({
    type: 'open',
    before: document,
    after: choose.chance() ? choose.document() : undefined,
  }),
  layer: (document, choose) => {
    const { id, opacity, clip } = choose.of(walkLayers(document.layers));
    return { type: 'layer', id, before: { opacity, clip }, after: { opacity: 0.25, clip: !clip } };
  },
  insert: (document, choose) => ({ type: 'insert', layer: choose.layer(2), at: placeIn(document, choose) }),
  remove: (document, choose) => {
    const layer = choose.of(walkLayers(document.layers));
    return { type: 'remove', layer, at: placeOf(document, layer.id)! };
  },
  move: (document, choose) => {
    const layer = choose.of(walkLayers(document.layers));
    const from = placeOf(document, layer.id)!;
    const without = apply(document, { type: 'remove', layer, at: from })!;
    return { type: 'move', id: layer.id, from, to: placeIn(without, choose) };
  },
  tiles: (document, choose) => {
    const plane = choose.of(['pixels', 'mask'] as const);
    const layers = [...walkLayers(document.layers)];
    const fitting = layers.filter((layer) => (plane === 'mask' ? layer.mask : layer.kind === 'raster'));
    const layer = choose.of(fitting);
    const old = plane === 'mask' ? layer.mask!.tiles : layer.kind === 'raster' ? layer.tiles : new Map();
    const keys = new Set([...old.keys(), ...choose.tiles().keys()]);
    const changes = [...keys].map((key) => ({
      key,
      before: old.get(key),
      after: choose.chance() ? blankTile() : undefined,
    }));
    return { type: 'tiles', id: layer.id, plane, changes };
  },
  mask: (document, choose) => {
    const { id, mask } = choose.of(walkLayers(document.layers));
    return { type: 'mask', id, before: mask, after: choose.chance() ? choose.mask() : undefined };
  },
  original: (document, choose) => {
    const layers = [...walkLayers(document.layers)].filter((layer) => layer.kind === 'raster');
    const { id, original } = choose.of(layers);
    return { type: 'original', id, before: original, after: choose.chance() ? choose.original() : undefined };
  },
  selection: ({ selection }, choose) => ({
    type: 'selection',
    before: selection,
    after: choose.chance() ? choose.tiles() : undefined,
  }),
  kept: ({ kept }, choose) => {
    const name = choose.of(['input', 'other']);
    return {
      type: 'kept',
      name,
      before: kept.get(name),
      after: choose.chance() ? choose.picture() : undefined,
    };
  },
};
const types = Object.keys(makers) as Operation['type'][];

function placeIn(document: KomaDocument, choose: Maker) {
  const groups = [...walkLayers(document.layers)].filter(({ kind }) => kind === 'group');
  const parent = choose.of([undefined, ...groups.map(({ id }) => id)]);
  return { parent, index: choose.number(childrenOf(document, parent).length + 1) };
}

function forAny(
  type: Operation['type'],
  check: (document: KomaDocument, operation: Operation) => void,
): void {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const choose = new Maker(seed);
      const document = choose.document();
      check(document, makers[type](document, choose));
    }),
    { numRuns: 60 },
  );
}

/** How often each is there. */
function counts(tiles: Iterable<Tile>, into = new Map<Tile, number>(), by = 1): Map<Tile, number> {
  for (const tile of tiles) {
    const count = (into.get(tile) ?? 0) + by;
    if (count === 0) into.delete(tile);
    else into.set(tile, count);
  }
  return into;
}

describe.each(types)('an operation of type "%s"', (type) => {
  test('is taken back by its inverse', () => {
    forAny(type, (document, operation) => {
      const before = snapshot(document);
      const after = apply(document, operation);
      expect(snapshot(apply(after, invert(operation)))).toEqual(before);
      expect(snapshot(document)).toEqual(before);
      expect(snapshot(apply(document, invert(invert(operation))))).toEqual(snapshot(after));
    });
  });

  test('names every tile that comes and goes, as often as it does', () => {
    forAny(type, (document, operation) => {
      const expected = counts(tilesIn(document));
      counts(leaving(operation), expected, -1);
      counts(entering(operation), expected);
      expect(counts(tilesIn(apply(document, operation)))).toEqual(expected);
    });
  });
});

describe('applying', () => {
  const line = rasterLayer('line', { id: 'line' });
  const flats = rasterLayer('flats', { id: 'flats' });
  const group = groupLayer('group', { id: 'group', children: [line] });
  const page: KomaDocument = { ...emptyDocument('page', 500, 300), layers: [flats, group] };

  test('puts a layer where it is told to', () => {
    const sky = rasterLayer('sky');
    const after = apply(page, { type: 'insert', layer: sky, at: { parent: undefined, index: 1 } })!;
    expect(after.layers).toEqual([flats, sky, group]);
    const inside = apply(page, { type: 'insert', layer: sky, at: { parent: 'group', index: 0 } })!;
    expect(childrenOf(inside, 'group')).toEqual([sky, line]);
  });

  test('moves a layer into a group, and counts places without it', () => {
    const from = { parent: undefined, index: 0 };
    const into = apply(page, { type: 'move', id: 'flats', from, to: { parent: 'group', index: 1 } })!;
    expect(childrenOf(into, 'group')).toEqual([line, flats]);
    expect(into.layers).toHaveLength(1);
    const up = apply(page, { type: 'move', id: 'flats', from, to: { parent: undefined, index: 1 } })!;
    expect(up.layers).toEqual([group, flats]);
  });

  test('changes the tiles that are named and shares the others', () => {
    const [old, other, fresh] = [blankTile(1), blankTile(2), blankTile(3)];
    const layer = rasterLayer('', {
      id: 'painted',
      tiles: new Map([
        [1, old],
        [2, other],
      ]),
    });
    const changes = [
      { key: 1, before: old, after: undefined },
      { key: 3, before: undefined, after: fresh },
    ];
    const document = { ...page, layers: [layer] };
    const after = apply(document, { type: 'tiles', id: 'painted', plane: 'pixels', changes })!;
    expect(findLayer(after, 'painted')).toEqual({
      ...layer,
      tiles: new Map([
        [2, other],
        [3, fresh],
      ]),
    });
    expect([...layer.tiles.keys()]).toEqual([1, 2]);
  });

  const refused: readonly Operation[] = [
    { type: 'layer', id: 'other', before: {}, after: { name: '' } },
    { type: 'insert', layer: line, at: { parent: 'other', index: 0 } },
    { type: 'insert', layer: line, at: { parent: 'flats', index: 0 } },
    { type: 'remove', layer: rasterLayer('other'), at: { parent: undefined, index: 0 } },
    { type: 'move', id: 'other', from: { parent: undefined, index: 0 }, to: { parent: 'group', index: 0 } },
    { type: 'move', id: 'flats', from: { parent: undefined, index: 0 }, to: { parent: 'other', index: 0 } },
    { type: 'tiles', id: 'other', plane: 'pixels', changes: [] },
    { type: 'tiles', id: 'group', plane: 'pixels', changes: [] },
    { type: 'tiles', id: 'flats', plane: 'mask', changes: [] },
    { type: 'mask', id: 'other', before: undefined, after: undefined },
  ];
  test.each(refused)('refuses what names something that is not there: %o', (operation) => {
    expect(() => apply(page, operation)).toThrow(RangeError);
  });

  test('refuses everything but opening while nothing is open', () => {
    expect(apply(undefined, { type: 'open', before: undefined, after: page })).toBe(page);
    expect(() => apply(undefined, { type: 'selection', before: undefined, after: undefined })).toThrow(
      RangeError,
    );
  });
});

test('the tiles of a layer and of a document are all there are, as often as they are used', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const document = new Maker(seed).document();
      expect(counts(tilesOfDocument(document))).toEqual(counts(tilesIn(document)));
      const layers = document.layers.flatMap((layer) => [...tilesOfLayer(layer)]);
      expect(counts(layers)).toEqual(counts(tilesIn({ ...document, selection: undefined, kept: new Map() })));
    }),
    { numRuns: 60 },
  );
});

test('the tiles of the canvas cover it', () => {
  expect(canvasKeys({ width: 257, height: 256 })).toEqual([tileKey(0, 0), tileKey(1, 0)]);
});
