import { describe, expect, it } from 'vitest';
import { tileKey, type Tile } from '../../raster/index.ts';
import type { RasterLayer } from '../document.ts';
import { editMask, editPixels } from './edit-pixels.ts';
import { BLACK, image, noise, Page, RED, rect } from './page.test-helper.ts';

const LEFT = tileKey(0, 0);
const RIGHT = tileKey(1, 0);
const RECIPE = {
  plugin: 'studio.koma.test',
  pluginVersion: '1.0.0',
  operation: 'draw',
  params: {},
  inputs: { image: { kept: 'input' } },
  placement: 'replace-layer',
} as const;

/** A layer with everything that says where it came from. */
const page = (properties: Partial<RasterLayer> = {}) =>
  new Page(
    300,
    20,
    (make) => [
      make.layer('made', noise(300, 20, 1), {
        frame: rect(0, 0, 300, 20),
        origin: { format: 'png', lossless: true },
        recipe: RECIPE,
        original: {
          picture: { width: 600, height: 40, tiles: make.layer('', noise(600, 40, 2)).tiles },
          frame: rect(0, 0, 300, 20),
        },
        mask: make.mask(rect(0, 0, 100, 20), () => 200),
        ...properties,
      }),
    ],
    (make) => ({
      kept: new Map([['input', { width: 9, height: 9, tiles: make.layer('', image(9, 9, RED)).tiles }]]),
    }),
  );

const sources = ({ frame, origin, recipe, original }: RasterLayer) => [frame, origin, recipe, original];

describe('editPixels', () => {
  it('changes what it is told to, as one step', () => {
    const studio = page();
    const before = studio.pixel('made', 5, 5);
    studio.editOnce((t) => editPixels(t, 'made', [LEFT], (pixels) => void pixels.set(RED, 0)));
    expect(studio.pixel('made', 0, 0)).toEqual(RED);
    expect(studio.pixel('made', 5, 5)).toEqual(before);
  });

  it('forgets where the layer came from, and the inputs that nothing needs any more', () => {
    const studio = page();
    studio.editOnce((t) => editPixels(t, 'made', [LEFT], (pixels) => void pixels.set(RED, 0)));
    expect(sources(studio.raster('made'))).toEqual([undefined, undefined, undefined, undefined]);
    expect(studio.page.kept.size).toBe(0);
    studio.undo();
    expect(sources(studio.raster('made'))).not.toContain(undefined);
    expect(studio.page.kept.size).toBe(1);
  });

  it('does nothing where nothing comes out different, and remembers where the layer came from', () => {
    const studio = page();
    const unchanged = (pixels: Uint8Array) => void pixels.set(pixels.slice());
    studio.expectNoStep((t) => expect(editPixels(t, 'made', [LEFT, RIGHT, 77], unchanged)).toBe(false));
  });

  it('leaves a tile alone where it is told to', () => {
    const studio = page();
    const tiles = studio.raster('made').tiles;
    studio.editOnce((t) =>
      editPixels(t, 'made', [LEFT, RIGHT], (pixels, key) => {
        pixels.fill(9);
        return key !== LEFT;
      }),
    );
    expect(studio.raster('made').tiles.get(LEFT)).toBe(tiles.get(LEFT));
    expect(studio.pixel('made', 256, 0)).toEqual([9, 9, 9, 9]);
  });

  it('keeps tiles that come out as they were', () => {
    const studio = page();
    const { tiles } = studio.raster('made');
    const red = (pixels: Uint8Array, key: number) => void (key === LEFT && pixels.set(RED, 0));
    studio.editOnce((t) => editPixels(t, 'made', [LEFT, RIGHT], red));
    expect(studio.raster('made').tiles.get(RIGHT)).toBe(tiles.get(RIGHT));
  });

  it('offers missing tiles as transparency, and makes none of it', () => {
    const studio = page();
    const key = tileKey(-3, 7);
    studio.expectNoStep((t) =>
      editPixels(t, 'made', [key], (pixels) => void expect(pixels.every((byte) => byte === 0)).toBe(true)),
    );
    studio.editOnce((t) => editPixels(t, 'made', [key], (pixels) => void pixels.set(RED, 0)));
    expect(studio.pixel('made', -768, 1792)).toEqual(RED);
  });

  it('drops a tile of which nothing is left', () => {
    const studio = page();
    studio.editOnce((t) => editPixels(t, 'made', [LEFT], (pixels) => void pixels.fill(0)));
    expect([...studio.raster('made').tiles.keys()]).toEqual([RIGHT]);
  });

  it('keeps to the colour mode of the layer', () => {
    const studio = page({ colourMode: 'mono' });
    studio.edit((t) => editPixels(t, 'made', [LEFT], (pixels) => void pixels.set([200, 0, 0, 200], 0)));
    expect(studio.pixel('made', 0, 0)).toEqual(BLACK);
  });

  it('leaves nothing behind when the work fails in the middle', () => {
    const studio = page();
    studio.expectRefused('RangeError', (t) =>
      editPixels(t, 'made', [LEFT, RIGHT], (pixels, key) => {
        if (key === RIGHT) throw new RangeError('as it happens');
        pixels[0]!++;
      }),
    );
  });

  it('refuses groups', () => {
    const studio = new Page(9, 9, (make) => [make.group('folder', [])]);
    studio.expectRefused('LAYER_IS_GROUP', (t) => editPixels(t, 'folder', [LEFT], () => true));
  });
});

describe('editMask', () => {
  const coverageAt = (studio: Page, x: number): number => {
    const { tiles, outside } = studio.raster('made').mask!;
    const tile: Tile | undefined = tiles.get(tileKey(Math.floor(x / 256), 0));
    const coverage = tile ? studio.store.coverage(tile) : outside;
    return typeof coverage === 'number' ? coverage : coverage[x % 256]!;
  };

  it('changes coverage, missing tiles included, and leaves the layer what it is', () => {
    const studio = page();
    studio.editOnce((t) => editMask(t, 'made', [LEFT, RIGHT], (mask) => void (mask[0] = 77)));
    expect([coverageAt(studio, 0), coverageAt(studio, 1), coverageAt(studio, 256)]).toEqual([77, 200, 77]);
    expect(sources(studio.raster('made'))).not.toContain(undefined);
  });

  it('does nothing where nothing comes out different', () => {
    const studio = page();
    studio.expectNoStep((t) => editMask(t, 'made', [LEFT, RIGHT], (mask) => void mask.set(mask.slice())));
  });

  it('drops a tile that is as everything outside', () => {
    const studio = page();
    studio.editOnce((t) => editMask(t, 'made', [LEFT], (mask) => void mask.fill(0)));
    expect(studio.raster('made').mask!.tiles.size).toBe(0);
  });

  it('leaves a layer without a mask alone', () => {
    const studio = new Page(9, 9, (make) => [make.layer('made', noise(9, 9, 1))]);
    studio.expectNoStep((t) => editMask(t, 'made', [LEFT], (mask) => void mask.fill(0)));
  });

  it('leaves nothing behind when the work fails in the middle', () => {
    const studio = page();
    studio.expectRefused('RangeError', (t) =>
      editMask(t, 'made', [LEFT, RIGHT], (mask, key) => {
        if (key === RIGHT) throw new RangeError('as it happens');
        mask[3] = 7;
      }),
    );
  });
});
