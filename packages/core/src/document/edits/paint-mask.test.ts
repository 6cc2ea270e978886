import { describe, expect, it } from 'vitest';
import { readCoverage, TILE_PIXELS, tileKey } from '../../raster/index.ts';
import type { PlacedMask } from '../../tools/index.ts';
import { maskTile, paintMask } from './paint-mask.ts';
import { BLACK, CLEAR, expectSame, inside, Page, planeOf, rect } from './page.test-helper.ts';

const AREA = rect(250, 2, 20, 10);
const placed = (area: typeof AREA, value: (x: number, y: number) => number): PlacedMask => ({
  ...area,
  data: planeOf(area, value),
});

describe('paintMask', () => {
  it('paints where mask and selection meet, by their product and the opacity', () => {
    const studio = new Page(
      300,
      20,
      (make) => [make.layer('new')],
      (make) => ({ selection: make.coverage(rect(255, 0, 30, 20), (x) => (x < 260 ? 100 : 255)) }),
    );
    studio.editOnce((t) =>
      paintMask(
        t,
        'new',
        'pixels',
        placed(AREA, () => 200),
        [9, 8, 7],
        0.5,
      ),
    );
    expect(studio.pixel('new', 254, 5)).toEqual(CLEAR);
    expect(studio.pixel('new', 255, 5)).toEqual([9, 8, 7, Math.round(Math.round((200 * 100) / 255) / 2)]);
    expect(studio.pixel('new', 265, 5)).toEqual([9, 8, 7, 100]);
    expect(studio.pixel('new', 270, 5)).toEqual(CLEAR);
    expect(studio.pixel('new', 265, 12)).toEqual(CLEAR);
  });

  it('paints the luma on a mask', () => {
    const studio = new Page(300, 20, (make) => [
      make.layer('art', undefined, { mask: make.mask(rect(0, 0, 300, 20), () => 100) }),
    ]);
    studio.editOnce((t) =>
      paintMask(
        t,
        'art',
        'mask',
        placed(AREA, () => 255),
        [0, 255, 0],
        0.5,
      ),
    );
    const plane = readCoverage(studio.store, studio.raster('art').mask!.tiles, rect(0, 0, 300, 20));
    expectSame(
      plane,
      planeOf(rect(0, 0, 300, 20), (x, y) => (inside(AREA, x, y) ? 125 : 100)),
    );
  });

  it('paints black and white on layers of these', () => {
    const studio = new Page(300, 20, (make) => [make.layer('new', undefined, { colourMode: 'mono' })]);
    const mask = placed(AREA, (x) => (x < 260 ? 127 : 128));
    studio.editOnce((t) => paintMask(t, 'new', 'pixels', mask, [40, 40, 40], 1));
    expect([studio.pixel('new', 259, 5), studio.pixel('new', 260, 5)]).toEqual([CLEAR, BLACK]);
  });

  it('is no step where nothing is to be painted', () => {
    const studio = new Page(
      300,
      20,
      (make) => [make.layer('new')],
      (make) => ({ selection: make.coverage(rect(0, 0, 9, 9), () => 255) }),
    );
    const nothing = { x: 0, y: 0, width: 0, height: 0, data: new Uint8Array(0) };
    for (const mask of [placed(AREA, () => 255), nothing])
      studio.expectNoStep((t) => expect(paintMask(t, 'new', 'pixels', mask, [1, 2, 3], 1)).toBe(false));
  });

  it('refuses layers that are locked', () => {
    const studio = new Page(300, 20, (make) => [make.layer('safe', undefined, { locked: true })]);
    studio.expectRefused('LAYER_LOCKED', (t) =>
      paintMask(
        t,
        'safe',
        'pixels',
        placed(AREA, () => 255),
        [1, 2, 3],
        1,
      ),
    );
  });
});

describe('maskTile', () => {
  it('is the part of a mask in a tile, off the canvas too, and 0 around it', () => {
    const value = (x: number, y: number) => ((x * 7 + y * 13) & 255) | 1;
    const mask = placed(rect(-20, 240, 300, 30), value);
    const out = new Uint8Array(TILE_PIXELS).fill(99);
    for (const [tx, ty] of [
      [-1, 0],
      [0, 0],
      [1, 1],
    ] as const) {
      maskTile(mask, tileKey(tx, ty), out);
      for (let i = 0; i < TILE_PIXELS; i++) {
        const [x, y] = [tx * 256 + (i % 256), ty * 256 + Math.floor(i / 256)];
        if (out[i] !== (inside(mask, x, y) ? value(x, y) : 0)) expect([x, y, out[i]]).toBe('as in the mask');
      }
    }
  });
});
