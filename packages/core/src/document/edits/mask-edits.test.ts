import { describe, expect, it } from 'vitest';
import { readCoverage } from '../../raster/index.ts';
import type { RasterLayer } from '../document.ts';
import { addMask, applyMask, deleteMask, invertMask } from './mask-edits.ts';
import { at, BLACK, CLEAR, difference, image, noise, Page, rect, type Maker } from './page.test-helper.ts';

const CANVAS = rect(0, 0, 300, 40);
const slope = (x: number, y: number) => (x * 3 + y * 7) & 255;

const studio = (properties: (make: Maker) => Partial<RasterLayer> = () => ({}), selected = false) =>
  new Page(
    300,
    40,
    (make) => [
      make.layer('art', noise(300, 40, 1), properties(make)),
      make.group('folder', []),
      make.layer('safe', undefined, { locked: true, mask: make.mask(rect(0, 0, 9, 9), () => 9) }),
    ],
    (make) => (selected ? { selection: make.coverage(CANVAS, slope) } : {}),
  );

const shown = (page: Page, id = 'art'): Uint8Array => {
  const { tiles, outside } = (page.named(id) as RasterLayer).mask!;
  return readCoverage(page.store, tiles, CANVAS, outside);
};
const withMask = (outside: 0 | 255) => (make: Maker) => ({
  mask: make.mask(rect(20, 0, 270, 30), slope, outside),
});

describe('addMask', () => {
  it.each([
    ['reveal', 255],
    ['hide', 0],
    ['selection', 255],
  ] as const)('(%s) is %i everywhere where nothing is selected', (from, value) => {
    const page = studio();
    page.editOnce((t) => addMask(t, 'folder', from));
    expect(shown(page, 'folder').every((coverage) => coverage === value)).toBe(true);
    expect(page.named('folder')!.mask).toMatchObject({ enabled: true, outside: value });
  });

  it('shows what is selected, sharing its tiles', () => {
    const page = studio(undefined, true);
    const { usedBytes } = page.store;
    page.editOnce((t) => addMask(t, 'art', 'selection'));
    expect(shown(page)).toEqual(readCoverage(page.store, page.page.selection!, CANVAS));
    expect(page.raster('art').mask!.outside).toBe(0);
    expect(page.store.usedBytes).toBe(usedBytes);
  });

  it('does not look at the selection when it shows or hides everything', () => {
    for (const from of ['reveal', 'hide'] as const) {
      const page = studio(undefined, true);
      page.editOnce((t) => addMask(t, 'art', from));
      expect(page.raster('art').mask!.tiles.size).toBe(0);
    }
  });

  it('replaces a mask that is there', () => {
    const page = studio(withMask(255));
    page.editOnce((t) => addMask(t, 'art', 'hide'));
    expect(shown(page).every((coverage) => coverage === 0)).toBe(true);
  });

  it('refuses locked layers', () => {
    studio(undefined, true).expectRefused('LAYER_LOCKED', (t) => addMask(t, 'safe', 'selection'));
  });
});

describe('deleteMask', () => {
  it('shows what the mask hid', () => {
    const page = studio(withMask(0));
    page.editOnce((t) => deleteMask(t, 'art'));
    expect(difference(page.flat(), page.pixels('art'))).toBe(0);
  });

  it('does nothing without a mask, and refuses locked layers', () => {
    studio().expectNoStep((t) => deleteMask(t, 'art'));
    studio().expectRefused('LAYER_LOCKED', (t) => deleteMask(t, 'safe'));
  });
});

describe('applyMask', () => {
  it.each([0, 255] as const)('leaves the picture as it is (%i outside)', (outside) => {
    const page = studio(withMask(outside));
    const before = page.flat();
    page.editOnce((t) => applyMask(t, 'art'));
    expect(page.raster('art').mask).toBeUndefined();
    expect(difference(page.flat(), before)).toBeLessThanOrEqual(1);
  });

  it('multiplies alpha by coverage and keeps the colours', () => {
    const page = studio(withMask(255));
    const before = page.pixels('art');
    page.editOnce((t) => applyMask(t, 'art'));
    const after = page.pixels('art');
    for (let y = 0; y < 30; y++)
      for (let x = 20; x < 290; x++) {
        const [r, g, b, a] = at(before, x, y);
        const wanted = [r, g, b, Math.round((a * slope(x, y)) / 255)];
        if (at(after, x, y).some((value, c) => value !== wanted[c])) expect(at(after, x, y)).toEqual(wanted);
      }
  });

  it('leaves a layer what it is where the mask hides nothing', () => {
    const origin = { format: 'png', lossless: true } as const;
    const page = studio(() => ({ origin, mask: { tiles: new Map(), outside: 255, enabled: true } }));
    page.editOnce((t) => applyMask(t, 'art'));
    expect(page.raster('art')).toMatchObject({ origin, mask: undefined });
  });

  it('takes away tiles that were hidden whole', () => {
    const page = studio(() => ({ mask: { tiles: new Map(), outside: 0, enabled: true } }));
    page.editOnce((t) => applyMask(t, 'art'));
    expect(page.raster('art').tiles.size).toBe(0);
  });

  it('keeps black and white pixels whole', () => {
    const page = new Page(300, 40, (make) => [
      make.layer('art', image(300, 40, BLACK), { colourMode: 'mono', ...withMask(255)(make) }),
    ]);
    page.edit((t) => applyMask(t, 'art'));
    // Coverage 125 and 155.
    expect([page.pixel('art', 30, 5), page.pixel('art', 40, 5)]).toEqual([CLEAR, BLACK]);
  });

  it('does nothing without a mask, and refuses locked layers and groups', () => {
    studio().expectNoStep((t) => applyMask(t, 'art'));
    studio().expectRefused('LAYER_LOCKED', (t) => applyMask(t, 'safe'));
    studio().expectRefused('LAYER_IS_GROUP', (t) => applyMask(t, 'folder'));
  });
});

describe('invertMask', () => {
  it.each([0, 255] as const)('turns coverage around, also where there are no tiles (%i)', (outside) => {
    const page = studio(withMask(outside));
    const before = shown(page);
    page.editOnce((t) => invertMask(t, 'art'));
    expect(shown(page)).toEqual(before.map((coverage) => 255 - coverage));
    page.editOnce((t) => invertMask(t, 'art'));
    expect(shown(page)).toEqual(before);
  });

  it('leaves it turned off if it is', () => {
    const page = studio((make) => ({ mask: { ...withMask(0)(make).mask, enabled: false } }));
    page.editOnce((t) => invertMask(t, 'art'));
    expect(page.raster('art').mask!.enabled).toBe(false);
  });

  it('does nothing without a mask, and refuses locked layers', () => {
    studio().expectNoStep((t) => invertMask(t, 'art'));
    studio().expectRefused('LAYER_LOCKED', (t) => invertMask(t, 'safe'));
  });
});
