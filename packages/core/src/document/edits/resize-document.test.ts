import { describe, expect, it } from 'vitest';
import { readCoverage, resample } from '../../raster/index.ts';
import type { RasterLayer } from '../document.ts';
import { readPicture } from './layer-picture.ts';
import { resizeDocument } from './resize-document.ts';
import {
  BLACK,
  CLEAR,
  difference,
  expectSame,
  image,
  type Maker,
  noise,
  Page,
  rect,
  RED,
} from './page.test-helper.ts';

const CANVAS = rect(0, 0, 300, 40);

const studio = () =>
  new Page(
    300,
    40,
    (make: Maker) => [
      make.layer('scan', noise(300, 40, 1, 255), {
        frame: CANVAS,
        origin: { format: 'png', lossless: true },
      }),
      make.layer('painted', noise(90, 30, 2), { locked: true }, 200, -10),
      make.group('folder', [make.layer('line', image(30, 9, BLACK), { colourMode: 'mono' }, 10, 10)], {
        mask: make.mask(CANVAS, () => 255),
      }),
      make.layer('empty'),
    ],
    (make) => ({ selection: make.coverage(CANVAS, () => 255) }),
  );

const shown = (layer: RasterLayer) => ({ frame: layer.frame, original: layer.original?.frame });

describe('resizeDocument', () => {
  it('scales the canvas and every picture on it, as one step', () => {
    const page = studio();
    page.editOnce((t) => resizeDocument(t, 600, 80));
    expect(page.page).toMatchObject({ width: 600, height: 80 });
    const expected = resample(noise(300, 40, 1, 255), 600, 80, { filter: 'bicubic' });
    expectSame(page.pixels('scan').data, expected.data);
    expect(shown(page.raster('scan'))).toEqual({ frame: rect(0, 0, 600, 80), original: rect(0, 0, 600, 80) });
    const frame = rect(400, -20, 180, 60);
    expect(shown(page.raster('painted'))).toEqual({ frame, original: frame });
    const painted = resample(noise(90, 30, 2), 180, 60, { filter: 'bicubic' });
    expect(difference(page.pixels('painted', frame), painted)).toBe(0);
    expect(page.raster('empty').tiles.size).toBe(0);
  });

  it('keeps what is selected and masked to the edge of the canvas', () => {
    const page = studio();
    page.edit((t) => resizeDocument(t, 500, 77));
    const around = rect(0, 0, 600, 100);
    const planes = [page.page.selection!, page.named('folder')!.mask!.tiles];
    for (const tiles of planes) {
      const plane = readCoverage(page.store, tiles, around);
      for (let y = 0, i = 0; y < 100; y++)
        for (let x = 0; x < 600; x++, i++)
          if (x < 500 && y < 77 && plane[i] !== 255) expect([x, y, plane[i]]).toBe(255);
    }
  });

  it('scales again from the full pictures', () => {
    const page = studio();
    page.edit((t) => resizeDocument(t, 30, 4));
    page.editOnce((t) => resizeDocument(t, 300, 40));
    expectSame(page.pixels('scan').data, noise(300, 40, 1, 255).data);
    const { original } = page.raster('scan');
    expectSame(readPicture(page.store, original!.picture).data, noise(300, 40, 1, 255).data);
  });

  it('shares the pixels of pictures at the corner of the canvas with their originals', () => {
    const page = studio();
    const { tiles } = page.raster('scan');
    page.edit((t) => resizeDocument(t, 150, 20));
    expect(page.raster('scan').original!.picture.tiles).toEqual(tiles);
  });

  it('leaves black and white layers black and white', () => {
    const page = studio();
    page.edit((t) => resizeDocument(t, 411, 53));
    const { data } = page.pixels('line');
    for (let i = 0; i < data.length; i += 4)
      expect([CLEAR, BLACK]).toContainEqual(Array.from(data.subarray(i, i + 4)));
    expect(data.some((byte) => byte !== 0)).toBe(true);
  });

  it('leaves the pixels of one layer to the caller, not its mask', () => {
    const page = new Page(300, 40, (make) => [
      make.layer('art', noise(300, 40, 1), { mask: make.mask(rect(0, 0, 150, 40), () => 255) }),
    ]);
    const { tiles } = page.raster('art');
    page.edit((t) => resizeDocument(t, 600, 80, 'art'));
    expect(page.raster('art').tiles).toBe(tiles);
    const mask = readCoverage(page.store, page.raster('art').mask!.tiles, rect(0, 0, 600, 80));
    expect([mask[40 * 600 + 280], mask[40 * 600 + 320]]).toEqual([255, 0]);
  });

  it('does nothing where the size stays', () => {
    studio().expectNoStep((t) => resizeDocument(t, 300, 40));
  });

  it('takes the smallest and the longest documents', () => {
    const dot = new Page(1, 1, (make) => [make.layer('dot', image(1, 1, RED), { frame: rect(0, 0, 1, 1) })]);
    dot.editOnce((t) => resizeDocument(t, 1, 30_000));
    expect([dot.pixel('dot', 0, 0), dot.pixel('dot', 0, 29_999), dot.pixel('dot', 0, 30_000)]).toEqual([
      RED,
      RED,
      CLEAR,
    ]);
    dot.editOnce((t) => resizeDocument(t, 1, 1));
    expect([dot.pixel('dot', 0, 0), dot.pixel('dot', 0, 1)]).toEqual([RED, CLEAR]);
  });
});
