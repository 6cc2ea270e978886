import { describe, expect, it } from 'vitest';
import type { RasterLayer } from '../document.ts';
import { flattenLayers } from '../flatten.ts';
import { layerFromSelection } from './layer-from-selection.ts';
import { at, compositor, difference, inside, noise, Page, rect, type Maker } from './page.test-helper.ts';

const AROUND = rect(-30, -30, 380, 110);
const AREA = rect(200, -5, 90, 40);
const hard = (x: number, y: number) => (inside(AREA, x, y) && (x + y) % 3 ? 255 : 0);
const clip = { clip: true };

const studio = (
  properties: Readonly<Record<string, Partial<RasterLayer>>> = {},
  value: ((x: number, y: number) => number) | 'none' = hard,
) =>
  new Page(
    300,
    60,
    (make: Maker) => {
      const art = (name: string, seed: number, rest: Partial<RasterLayer> = {}) =>
        make.layer(name, noise(330, 80, seed), { ...rest, ...properties[name] }, -15, -10);
      return [
        art('paper', 1),
        art('skin', 2, {
          opacity: 0.7,
          mask: make.mask(rect(0, 0, 260, 60), (x) => x & 255, 255),
        }),
        art('blush', 3, { ...clip, opacity: 0.5 }),
        art('ink', 4, { blendMode: 'multiply' }),
      ];
    },
    (make) => (value === 'none' ? {} : { selection: make.coverage(rect(180, -20, 140, 90), value) }),
  );

const seen = (page: Page) => flattenLayers(page.store, page.page.layers, AROUND, compositor);

describe('cutting to a new layer', () => {
  it.each([
    ['ink', 'paper skin ^blush ink NEW'],
    ['paper', 'paper NEW skin ^blush ink'],
    ['blush', 'paper skin ^blush ^NEW ink'],
  ])('of %s leaves the picture as it is', (id, tree) => {
    const page = studio();
    const before = seen(page);
    page.editOnce((t) => layerFromSelection(t, id, 'NEW', true));
    expect(page.tree).toBe(tree);
    expect(difference(seen(page), before)).toBe(0);
  });

  it('puts what is cut from a base above what is clipped to that', () => {
    const page = studio({ blush: { visible: false } });
    const before = seen(page);
    page.editOnce((t) => layerFromSelection(t, 'skin', 'NEW', true));
    expect(page.tree).toBe('paper skin ^(blush) NEW ink');
    expect(difference(seen(page), before)).toBe(0);
  });

  it('divides alpha between the two by a soft selection, within a level', () => {
    const page = studio({}, (x) => x % 256);
    const before = page.pixels('ink', AROUND);
    const id = page.editOnce((t) => layerFromSelection(t, 'ink', 'NEW', true));
    const [rest, cut] = [page.pixels('ink', AROUND), page.pixels(id, AROUND)];
    let largest = 0;
    for (let y = 10; y < 90; y++)
      for (let x = 210; x < 350; x++) {
        const share = ((x - 30) % 256) / 255;
        const alpha = at(before, x, y)[3];
        largest = Math.max(largest, Math.abs(at(cut, x, y)[3] - alpha * share));
        largest = Math.max(largest, Math.abs(at(rest, x, y)[3] - alpha * (1 - share)));
      }
    expect(largest).toBeLessThanOrEqual(0.5);
  });

  it('divides black and white pixels between the two, each whole', () => {
    const black = new Page(
      300,
      10,
      (make) => [make.layer('ink', noise(300, 10, 1, 255), { colourMode: 'mono' })],
      (make) => ({ selection: make.coverage(rect(0, 0, 256, 10), (x) => x) }),
    );
    const id = black.editOnce((t) => layerFromSelection(t, 'ink', 'NEW', true));
    for (let x = 0; x < 256; x++) {
      const [rest, cut] = [black.pixel('ink', x, 3)[3], black.pixel(id, x, 3)[3]];
      expect([rest, cut]).toEqual(x < 128 ? [255, 0] : [0, 255]);
    }
  });

  it('cuts everything where nothing is selected, off the canvas too', () => {
    const page = studio({}, 'none');
    const { tiles } = page.raster('ink');
    const id = page.editOnce((t) => layerFromSelection(t, 'ink', 'NEW', true));
    expect(page.raster(id).tiles).toEqual(tiles);
    expect(page.raster('ink').tiles.size).toBe(0);
  });

  it('refuses locked and hidden layers', () => {
    studio({ ink: { locked: true } }).expectRefused('LAYER_LOCKED', (t) =>
      layerFromSelection(t, 'ink', 'N', true),
    );
    studio({ ink: { visible: false } }).expectRefused('LAYER_HIDDEN', (t) =>
      layerFromSelection(t, 'ink', 'N', true),
    );
  });
});

describe('copying to a new layer', () => {
  it('copies what is selected and leaves the layer as it is', () => {
    const page = studio({ ink: { locked: true } });
    const before = page.pixels('ink', AROUND);
    const id = page.editOnce((t) => layerFromSelection(t, 'ink', 'NEW', false));
    expect(difference(page.pixels('ink', AROUND), before)).toBe(0);
    const copy = page.pixels(id, AROUND);
    for (let y = 0; y < AROUND.height; y++)
      for (let x = 0; x < AROUND.width; x++) {
        const [r, g, b, a] = at(before, x, y);
        const chosen = hard(x - 30, y - 30) > 0 && y >= 10 && a > 0;
        const wanted = chosen ? [r, g, b, a] : [...at(copy, x, y).slice(0, 3), 0];
        if (at(copy, x, y).some((value, c) => value !== wanted[c])) expect(at(copy, x, y)).toEqual(wanted);
      }
  });

  it('leaves the picture as it is where pixels are opaque and normal', () => {
    const opaque = { opacity: 1, mask: undefined, blendMode: 'normal' } as const;
    const page = new Page(
      300,
      60,
      (make) => [
        make.layer('skin', noise(300, 60, 1, 255), opaque),
        make.layer('blush', noise(300, 60, 2), clip),
        make.layer('ink', noise(300, 60, 3, 255), opaque),
      ],
      (make) => ({ selection: make.coverage(rect(180, 0, 100, 60), hard) }),
    );
    const before = page.flat();
    page.editOnce((t) => layerFromSelection(t, 'skin', 'NEW', false));
    expect(page.tree).toBe('skin ^NEW ^blush ink');
    page.editOnce((t) => layerFromSelection(t, 'ink', 'TOP', false));
    expect(difference(page.flat(), before)).toBe(0);
  });

  it('shares the tiles that are selected whole, and the mask', () => {
    const page = studio({}, 'none');
    const { usedBytes } = page.store;
    const id = page.editOnce((t) => layerFromSelection(t, 'skin', 'NEW', false));
    expect(page.store.usedBytes).toBe(usedBytes);
    expect(page.raster(id)).toMatchObject({ opacity: 0.7, mask: page.raster('skin').mask });
  });

  it('refuses where the layer has nothing of what is selected, and groups', () => {
    const empty = new Page(
      300,
      60,
      (make) => [make.layer('dot', noise(9, 9, 1)), make.group('folder', [])],
      (make) => ({ selection: make.coverage(AREA, hard) }),
    );
    for (const cut of [true, false]) {
      empty.expectRefused('NOTHING_SELECTED', (t) => layerFromSelection(t, 'dot', 'N', cut));
      empty.expectRefused('LAYER_IS_GROUP', (t) => layerFromSelection(t, 'folder', 'N', cut));
    }
  });
});
