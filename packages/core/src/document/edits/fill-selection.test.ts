import { describe, expect, it } from 'vitest';
import { readCoverage, type RasterImage } from '../../raster/index.ts';
import type { RasterLayer } from '../document.ts';
import { clearSelection, fillSelection, selectedKeys } from './fill-selection.ts';
import {
  at,
  BLACK,
  CLEAR,
  expectSame,
  image,
  inside,
  noise,
  Page,
  planeOf,
  RED,
  rect,
  type Maker,
} from './page.test-helper.ts';

const AREA = rect(240, 5, 40, 30);
/** Half selected above, fully below. */
const soft = (x: number, y: number) => (inside(AREA, x, y) ? (y < 20 ? 128 : 255) : 0);

/** A canvas that ends in the middle of a tile, with a layer that reaches beyond it on all sides. */
const page = (properties: Partial<RasterLayer> = {}, selected = true) =>
  new Page(
    300,
    40,
    (make: Maker) => [make.layer('art', noise(420, 160, 3), properties, -60, -60)],
    (make) => (selected ? { selection: make.coverage(AREA, soft) } : {}),
  );
const AROUND = rect(-60, -60, 420, 160);

/** Source-over of one pixel by the formula. */
const over = (
  below: readonly number[],
  colour: readonly number[],
  share: number,
  alphaLock = false,
): number[] => {
  const backdrop = below[3]! / 255;
  const alpha = alphaLock ? backdrop : share + backdrop * (1 - share);
  if (alpha === 0) return [...below];
  const mix = (c: number) =>
    alphaLock
      ? below[c]! + (colour[c]! - below[c]!) * share
      : (colour[c]! * share + below[c]! * backdrop * (1 - share)) / alpha;
  return [mix(0), mix(1), mix(2), alpha * 255];
};

/** Checks every pixel around the canvas, of which (0, 0) is the document's. */
function expectPixels(
  picture: RasterImage,
  value: (x: number, y: number) => readonly number[],
  tolerance = 0,
): void {
  for (let y = 0, i = 0; y < AROUND.height; y++)
    for (let x = 0; x < AROUND.width; x++, i += 4) {
      const [px, py] = [x + AROUND.x, y + AROUND.y];
      const wanted = value(px, py);
      for (let c = 0; c < 4; c++)
        if (!(Math.abs(picture.data[i + c]! - wanted[c]!) <= tolerance))
          expect([px, py, ...at(picture, x, y)]).toEqual([px, py, ...wanted]);
    }
}
const pixelOf = (picture: RasterImage, x: number, y: number) => at(picture, x - AROUND.x, y - AROUND.y);

describe('fillSelection', () => {
  it.each([
    ['paints what is selected as softly as it is selected, and nothing else', false],
    ['keeps alpha that is locked', true],
  ])('%s', (_, alphaLocked) => {
    const studio = page({ alphaLocked });
    const before = studio.pixels('art', AROUND);
    studio.editOnce((t) => fillSelection(t, 'art', 'pixels', [255, 0, 0]));
    const wanted = (x: number, y: number) => {
      const share = soft(x, y) / 255;
      const below = pixelOf(before, x, y);
      return share === 0 ? below : over(below, RED, share, alphaLocked);
    };
    expectPixels(studio.pixels('art', AROUND), wanted, 0.51);
  });

  it('fills the canvas to its edge where nothing is selected, and not beyond', () => {
    const studio = page({}, false);
    const before = studio.pixels('art', AROUND);
    studio.editOnce((t) => fillSelection(t, 'art', 'pixels', [255, 0, 0]));
    expectPixels(studio.pixels('art', AROUND), (x, y) =>
      inside(rect(0, 0, 300, 40), x, y) ? RED : pixelOf(before, x, y),
    );
  });

  it('makes an empty layer as large as the canvas, and no larger', () => {
    const studio = new Page(300, 40, (make) => [make.layer('new')]);
    studio.editOnce((t) => fillSelection(t, 'new', 'pixels', [255, 0, 0]));
    expect(studio.pixel('new', 299, 39)).toEqual(RED);
    expect([studio.pixel('new', 300, 0), studio.pixel('new', 0, 40)]).toEqual([CLEAR, CLEAR]);
  });

  it('is no step where it changes nothing', () => {
    const studio = page({}, false);
    studio.edit((t) => fillSelection(t, 'art', 'pixels', [255, 0, 0]));
    studio.expectNoStep((t) => expect(fillSelection(t, 'art', 'pixels', [255, 0, 0])).toBe(false));
    const empty = new Page(30, 30, (make) => [make.layer('new', undefined, { alphaLocked: true })]);
    empty.expectNoStep((t) => fillSelection(t, 'new', 'pixels', [255, 0, 0]));
  });

  it('paints whole pixels of black and white', () => {
    const studio = page({ colourMode: 'mono' });
    studio.edit((t) => fillSelection(t, 'art', 'pixels', [90, 0, 0]));
    expect(studio.pixel('art', 250, 30)).toEqual(BLACK);
  });

  it('paints the luma of the colour on a mask, and not beyond the canvas', () => {
    const studio = new Page(300, 40, (make) => [
      make.group('folder', [], { mask: { tiles: new Map(), outside: 255, enabled: true } }),
    ]);
    studio.editOnce((t) => fillSelection(t, 'folder', 'mask', [255, 0, 0]));
    const { tiles } = studio.page.layers[0]!.mask!;
    const plane = readCoverage(studio.store, tiles, AROUND, 255);
    expectSame(
      plane,
      planeOf(AROUND, (x, y) => (inside(rect(0, 0, 300, 40), x, y) ? 76 : 255)),
    );
  });

  it('refuses locked layers and masks that are not there', () => {
    page({ locked: true }).expectRefused('LAYER_LOCKED', (t) => fillSelection(t, 'art', 'pixels', [0, 0, 0]));
    page().expectRefused('MASK_MISSING', (t) => fillSelection(t, 'art', 'mask', [0, 0, 0]));
  });
});

describe('clearSelection', () => {
  it('erases what is selected as far as it is, and keeps the colours under what is left', () => {
    const studio = page();
    const before = studio.pixels('art', AROUND);
    studio.editOnce((t) => clearSelection(t, 'art', 'pixels'));
    expectPixels(studio.pixels('art', AROUND), (x, y) => {
      const [r, g, b, a] = pixelOf(before, x, y);
      return [r, g, b, Math.round(a * (1 - soft(x, y) / 255))];
    });
  });

  it('erases everything where nothing is selected, off the canvas too', () => {
    const studio = page({}, false);
    studio.editOnce((t) => clearSelection(t, 'art', 'pixels'));
    expect(studio.raster('art').tiles.size).toBe(0);
  });

  it('leaves alpha that is locked', () => {
    page({ alphaLocked: true }).expectNoStep((t) => clearSelection(t, 'art', 'pixels'));
  });

  it('is no step where nothing is', () => {
    const studio = new Page(300, 40, (make) => [make.layer('new')]);
    studio.expectNoStep((t) => expect(clearSelection(t, 'new', 'pixels')).toBe(false));
  });

  it('hides what is selected of a mask', () => {
    const studio = new Page(
      300,
      40,
      (make) => [
        make.layer('art', image(300, 40, RED), { mask: { tiles: new Map(), outside: 255, enabled: true } }),
      ],
      (make) => ({ selection: make.coverage(AREA, soft) }),
    );
    studio.editOnce((t) => clearSelection(t, 'art', 'mask'));
    const plane = readCoverage(studio.store, studio.raster('art').mask!.tiles, rect(0, 0, 300, 40), 255);
    expectSame(
      plane,
      planeOf(rect(0, 0, 300, 40), (x, y) => 255 - soft(x, y)),
    );
  });
});

describe('selectedKeys', () => {
  it('are the tiles of the canvas with anything selected, or all', () => {
    expect(selectedKeys(page().page).length).toBe(2);
    expect(selectedKeys(page({}, false).page).length).toBe(2);
    const small = new Page(
      600,
      600,
      () => [],
      (make) => ({ selection: make.coverage(rect(300, 300, 5, 5), () => 9) }),
    );
    expect(selectedKeys(small.page).length).toBe(1);
  });
});
