import { describe, expect, test } from 'vitest';
import { tileKey } from '../raster/index.ts';
import { MemorySpill } from '../raster/tiles/memory-spill.test-helper.ts';
import { rasterLayer } from './document.ts';
import { snapshot } from './documents.test-helper.ts';
import { findRaster } from './layer-tree.ts';
import { KEY, paintedOften, Studio, type StudioOptions } from './studio.test-helper.ts';

describe('a step', () => {
  test('is taken back and done again, with the same tiles dirty', () => {
    const studio = new Studio();
    const before = snapshot(studio.page);
    const dirty = studio.transact('brush', (transaction) =>
      transaction.setTiles('line', 'pixels', new Map([[KEY, studio.known.pixels(0)]])),
    );
    const after = snapshot(studio.page);
    expect(dirty).toEqual(new Set([KEY]));
    expect(studio.undo()).toEqual(dirty);
    expect(snapshot(studio.page)).toEqual(before);
    expect(studio.redo()).toEqual(dirty);
    expect(snapshot(studio.page)).toEqual(after);
  });

  test('of several changes is one', () => {
    const studio = new Studio();
    const before = snapshot(studio.page);
    studio.transact('new layer', (transaction) => {
      const tiles = new Map([[KEY, studio.known.pixels(3)]]);
      transaction.insertAbove(rasterLayer('flats', { id: 'flats' }), 'line');
      transaction.setTiles('flats', 'pixels', tiles);
      transaction.move('flats', { parent: undefined, index: 0 });
      transaction.remove('line');
    });
    expect(studio.done).toBe(2);
    studio.undo();
    expect(snapshot(studio.page)).toEqual(before);
    studio.redo();
    expect(studio.page.layers.map(({ name }) => name)).toEqual(['flats']);
  });

  test('that changed nothing is none, and leaves what can be redone', () => {
    const studio = new Studio();
    studio.dim(0.5);
    studio.undo();
    const dirty = studio.transact('opacity', (transaction) => transaction.setLayer('line', { opacity: 1 }));
    expect(dirty).toEqual(new Set());
    studio.redo();
    expect(studio.opacity).toBe(0.5);
  });

  test('whose work throws leaves everything as it was', () => {
    const studio = new Studio();
    studio.paint(0);
    studio.dim(0.5);
    studio.undo();
    const [page, count, state] = [studio.page, studio.store.count, studio.state];
    const failing = () =>
      studio.transact('fails', (transaction) => {
        transaction.setTiles('line', 'pixels', new Map([[KEY, studio.known.pixels(1)]]));
        transaction.remove('line');
        throw new Error('out of ink');
      });
    expect(failing).toThrow('out of ink');
    expect(snapshot(studio.page)).toEqual(snapshot(page));
    expect([studio.store.count, studio.state, studio.done]).toEqual([count, state, 2]);
    expect(studio.labels).toEqual(['open', 'brush', 'opacity']);
    expect(studio.painted).toBe('pixels 0');
    expect(studio.owners.actual).toEqual(studio.owners.expected);
  });

  test('after undo forgets what could have been redone, and frees its tiles', () => {
    const studio = paintedOften(4, {});
    studio.jump(2);
    studio.paint(3, 'other');
    expect(studio.labels).toEqual(['open', 'brush', 'other']);
    expect(studio.redo()).toEqual(new Set());
    expect(studio.owners.actual).toEqual(studio.owners.expected);
    expect(studio.store.count).toBe(2);
  });
});

describe('the history', () => {
  test('ends at the oldest and the newest state', () => {
    const studio = new Studio();
    studio.undo();
    expect(studio.document).toBeUndefined();
    expect(studio.undo()).toEqual(new Set());
    expect(studio.done).toBe(0);
    expect(studio.redo()).toBe('all');
    expect(studio.redo()).toEqual(new Set());
    expect(studio.done).toBe(1);
  });

  test('can be jumped in, to the nearest state there is', () => {
    const studio = new Studio();
    const states = [undefined, snapshot(studio.page)];
    for (let i = 0; i < 6; i++) {
      if (i % 2) studio.dim(i / 10);
      else studio.paint(i);
      states.push(snapshot(studio.page));
    }
    for (const to of [3, 7, 0, 1, 6, 2, 5]) {
      studio.jump(to);
      expect([studio.done, snapshot(studio.document)]).toEqual([to, states[to]]);
    }
    studio.jump(99);
    expect(studio.done).toBe(7);
    studio.jump(-1);
    expect(studio.done).toBe(0);
    expect(studio.owners.actual).toEqual(studio.owners.expected);
  });

  test('says after a jump what any of the steps dirtied', () => {
    const studio = new Studio();
    for (const tx of [1, 2, 3])
      studio.transact('brush', (transaction) =>
        transaction.setTiles('line', 'pixels', new Map([[tileKey(tx, 0), studio.known.pixels(0)]])),
      );
    expect(studio.jump(2)).toEqual(new Set([tileKey(2, 0), tileKey(3, 0)]));
    expect(studio.jump(4)).toEqual(new Set([tileKey(2, 0), tileKey(3, 0)]));
    expect(studio.jump(4)).toEqual(new Set());
    expect(studio.jump(0)).toBe('all');
  });

  test('shows an older document beside the present one', () => {
    const studio = paintedOften(3, {});
    const present = studio.page;
    const tile = findRaster(studio.documentAt(2)!, 'line')!.tiles.get(KEY)!;
    expect(studio.known.inspect(tile)).toBe('pixels 0');
    expect(findRaster(studio.documentAt(1)!, 'line')!.tiles.size).toBe(0);
    expect(studio.documentAt(0)).toBeUndefined();
    expect(studio.documentAt(-1)).toBeUndefined();
    expect(studio.documentAt(4)).toBe(present);
    expect(studio.page).toBe(present);
  });

  test('keeps a thousand steps', () => {
    const studio = new Studio();
    for (let i = 0; i < 1003; i++) studio.dim((i % 7) / 10 + 0.01);
    expect([studio.steps.length, studio.done]).toEqual([1000, 1000]);
    studio.jump(0);
    expect(studio.opacity).toBeCloseTo(0.21);
  });
});

describe('the number of a state', () => {
  test('is the same after undo and redo, and never that of another', () => {
    const studio = new Studio();
    const opened = studio.state;
    studio.dim(0.5);
    const dimmed = studio.state;
    studio.undo();
    expect(studio.state).toBe(opened);
    studio.redo();
    expect(studio.state).toBe(dimmed);
    studio.undo();
    studio.dim(0.2);
    studio.jump(0);
    const closed = studio.state;
    studio.jump(2);
    expect(new Set([closed, opened, dimmed, studio.state]).size).toBe(4);
  });

  test('stays with the oldest state that is kept', () => {
    const studio = new Studio({ budget: 0 });
    studio.paint(1);
    studio.paint(0);
    const painted = studio.state;
    studio.paint(1);
    expect(studio.steps).toHaveLength(1);
    studio.undo();
    expect([studio.state, studio.painted]).toEqual([painted, 'pixels 0']);
  });

  test('changes when a step is amended, and when everything is forgotten', () => {
    const studio = new Studio();
    studio.dim(0.5);
    const first = studio.state;
    studio.dim(0.4, true);
    const second = studio.state;
    studio.dispose();
    expect(new Set([0, first, second, studio.state]).size).toBe(4);
  });
});

describe('amending', () => {
  test('makes one step of a drag', () => {
    const studio = new Studio();
    for (const opacity of [0.9, 0.6, 0.3]) studio.dim(opacity, true);
    expect(studio.labels).toEqual(['open', 'opacity']);
    studio.undo();
    expect(studio.opacity).toBe(1);
    studio.redo();
    expect(studio.opacity).toBe(0.3);
  });

  test('makes one step of a drag of several layers, and of the document', () => {
    const studio = new Studio();
    studio.transact('add', (transaction) => transaction.insertAbove(rasterLayer('', { id: 'flats' })));
    const before = snapshot(studio.page);
    for (const value of [0.9, 0.6, 0.3])
      studio.transact(
        'drag',
        (transaction) => {
          transaction.setLayer('line', { opacity: value, name: `${value}` });
          transaction.setLayer('flats', { opacity: 1 - value });
          transaction.setDocument({ dpi: value * 100 });
        },
        true,
      );
    const after = snapshot(studio.page);
    expect(studio.labels).toEqual(['open', 'add', 'drag']);
    studio.undo();
    expect(snapshot(studio.page)).toEqual(before);
    studio.redo();
    expect(snapshot(studio.page)).toEqual(after);
  });

  test.each<readonly [string, (studio: Studio) => void]>([
    ['another label', (studio) => studio.dim(0.2, true, 'other')],
    ['no wish to', (studio) => studio.dim(0.2)],
    [
      'another property',
      (studio) =>
        studio.transact('opacity', (transaction) => transaction.setLayer('line', { name: '' }), true),
    ],
    [
      'one property more',
      (studio) =>
        studio.transact(
          'opacity',
          (transaction) => transaction.setLayer('line', { opacity: 0.2, name: '' }),
          true,
        ),
    ],
    [
      'another layer',
      (studio) =>
        studio.transact('opacity', (transaction) => transaction.setLayer('flats', { opacity: 0 }), true),
    ],
    [
      'another kind of change',
      (studio) => studio.transact('opacity', (transaction) => transaction.remove('line'), true),
    ],
    [
      'one change more',
      (studio) =>
        studio.transact(
          'opacity',
          (transaction) => {
            transaction.setLayer('line', { opacity: 0.2 });
            transaction.setLayer('flats', { opacity: 0.2 });
          },
          true,
        ),
    ],
  ])('starts a new step for %s', (_, change) => {
    const studio = new Studio();
    studio.transact('add', (transaction) => transaction.insertAbove(rasterLayer('', { id: 'flats' })));
    studio.dim(0.5, true);
    const before = snapshot(studio.page);
    change(studio);
    expect(studio.steps).toHaveLength(4);
    studio.undo();
    expect(snapshot(studio.page)).toEqual(before);
  });

  test('never joins steps that can be redone, nor one that was undone', () => {
    const studio = new Studio();
    studio.dim(0.8, true);
    studio.dim(0.6);
    studio.undo();
    studio.dim(0.4, true);
    expect(studio.labels).toEqual(['open', 'opacity', 'opacity']);
    studio.undo();
    expect(studio.opacity).toBe(0.8);
  });

  test('never joins strokes', () => {
    const studio = new Studio();
    for (const index of [0, 1])
      studio.transact(
        'brush',
        (transaction) => transaction.setTiles('line', 'pixels', new Map([[KEY, studio.known.pixels(index)]])),
        true,
      );
    expect(studio.steps).toHaveLength(3);
    expect(studio.owners.actual).toEqual(studio.owners.expected);
  });
});

describe('disposing', () => {
  test.each<readonly [string, StudioOptions]>([
    ['in memory', {}],
    ['forgotten', { budget: 2 }],
    ['spilled', { budget: 2, spill: new MemorySpill() }],
  ])('releases everything, %s or not', (_, options) => {
    for (const done of [0, 1, 4, 99]) {
      const studio = paintedOften(6, options);
      studio.jump(done);
      studio.dispose();
      expect([studio.store.count, studio.store.usedBytes, studio.store.spilledBytes]).toEqual([0, 0, 0]);
      expect([studio.document, studio.done, studio.steps.length]).toEqual([undefined, 0, 0]);
      expect(options.spill?.bytes ?? 0).toBe(0);
    }
  });
});
