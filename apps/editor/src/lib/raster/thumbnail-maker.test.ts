import { addMask, Editing, emptyDocument, fillSelection, rasterLayer } from '@koma/core/document';
import { TileStore } from '@koma/core/raster';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Thumbnail } from './protocol.ts';
import { ThumbnailMaker } from './thumbnail-maker.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A document of two layers, and the thumbnails sent so far. */
function studio() {
  const editing = new Editing<string>(new TileStore());
  const layers = [rasterLayer('a', { id: 'a' }), rasterLayer('b', { id: 'b' })];
  editing.transact('open', (t) => t.open({ ...emptyDocument('page', 60, 40), layers }));
  const sent: (readonly Thumbnail[])[] = [];
  const maker = new ThumbnailMaker(editing.store, (thumbnails) => sent.push(thumbnails));
  const names = () => sent.splice(0).map((list) => list.map(({ layerId, plane }) => `${layerId} ${plane}`));
  const paint = (id: string, plane: 'pixels' | 'mask' = 'pixels') =>
    editing.transact('paint', (t) => void fillSelection(t, id, plane, [9, 9, 9]));
  return { editing, maker, names, paint };
}

describe('thumbnails', () => {
  it('are made of all layers at first, when there is time', () => {
    const { editing, maker, names } = studio();
    maker.update(editing.document);
    expect(names()).toEqual([]);
    vi.runAllTimers();
    expect(names()).toEqual([['a pixels', 'b pixels']]);
  });

  it('are made again of what has changed, once for several changes', () => {
    const { editing, maker, names, paint } = studio();
    maker.update(editing.document);
    vi.runAllTimers();
    names();
    for (const id of ['b', 'a', 'b']) {
      paint(id);
      maker.update(editing.document);
    }
    editing.transact('hide', (t) => t.setLayer('a', { visible: false }));
    maker.update(editing.document);
    vi.runAllTimers();
    expect(names()).toEqual([['a pixels', 'b pixels']]);
    maker.update(editing.document);
    vi.runAllTimers();
    expect(names()).toEqual([]);
  });

  it('are made of masks, and not when a mask is only turned off', () => {
    const { editing, maker, names, paint } = studio();
    maker.update(editing.document);
    vi.runAllTimers();
    names();
    editing.transact('mask', (t) => addMask(t, 'a', 'reveal'));
    maker.update(editing.document);
    vi.runAllTimers();
    expect(names()).toEqual([['a mask']]);
    paint('a', 'mask');
    maker.update(editing.document);
    vi.runAllTimers();
    expect(names()).toEqual([['a mask']]);
    editing.transact('off', (t) => t.enableMask('a', false));
    maker.update(editing.document);
    vi.runAllTimers();
    expect(names()).toEqual([]);
  });

  it('are all made again where the canvas changes', () => {
    const { editing, maker, names } = studio();
    maker.update(editing.document);
    vi.runAllTimers();
    names();
    editing.transact('resize', (t) => t.setDocument({ width: 90 }));
    maker.update(editing.document);
    vi.runAllTimers();
    expect(names()).toEqual([['a pixels', 'b pixels']]);
  });

  it('are none of a document that is closed before', () => {
    const { editing, maker, names } = studio();
    maker.update(editing.document);
    maker.update(undefined);
    vi.runAllTimers();
    expect(names()).toEqual([]);
  });
});
