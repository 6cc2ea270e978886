import { describe, expect, it } from 'vitest';
import { TILE, TileCompositor, tilesMeeting } from '../raster/index.ts';
import { compositeReference } from '../raster/compositor/composite-reference.test-helper.ts';
import { compositeNodes } from './composite-nodes.ts';
import { BLACK, CLEAR, expectSame, image, noise, Page, rect, RED } from './edits/page.test-helper.ts';
import { flattenDocument, flattenLayers, flattenTiles } from './flatten.ts';

const studio = () =>
  new Page(300, 280, (make) => [
    make.layer('paper', noise(310, 290, 1, 255), {}, -5, -5),
    make.layer('wash', noise(100, 100, 2), { blendMode: 'soft-light', opacity: 0.6 }, 220, 200),
    make.layer('shade', noise(100, 100, 3), { clip: true, blendMode: 'multiply' }, 240, 210),
    make.group(
      'figure',
      [
        make.layer('flats', noise(90, 90, 4), {}, 200, 190),
        make.layer('off', noise(9, 9, 5), { visible: false }),
      ],
      {
        blendMode: 'normal',
        opacity: 0.8,
        mask: make.mask(rect(190, 190, 70, 70), (x, y) => (x * y) & 255, 255),
      },
    ),
    make.layer(
      'screened',
      noise(80, 80, 6),
      { blendMode: 'screen', mask: { ...make.mask(rect(0, 0, 9, 9), () => 7), enabled: false } },
      230,
      205,
    ),
  ]);

describe('flattenLayers', () => {
  it('is, pixel by pixel, what the formulas say, within a level', () => {
    const page = studio();
    const part = rect(180, 180, 118, 98);
    const flat = flattenLayers(page.store, page.page.layers, part);
    const nodes = compositeNodes(page.page.layers);
    const pixels = new Map(
      ['paper', 'wash', 'shade', 'flats', 'off', 'screened'].map((id) => [id, page.pixels(id, part)]),
    );
    for (let y = 0; y < part.height; y += 3)
      for (let x = 0; x < part.width; x++) {
        const i = (y * part.width + x) * 4;
        const { rgb, alpha } = compositeReference(nodes, {
          pixel: ({ id }) => pixels.get(id)?.data.subarray(i, i + 4),
          coverage: () =>
            (x + 180 < 260 && y + 180 < 260 && x + 180 >= 190 && y + 180 >= 190
              ? (x + 180) * (y + 180)
              : 255) & 255,
        });
        const wanted = [...rgb, alpha].map((value) => value * 255);
        for (let c = 0; c < 4; c++) expect(Math.abs(flat.data[i + c]! - wanted[c]!)).toBeLessThanOrEqual(1);
      }
  });

  it('of any rectangle is that part of the whole, off the canvas too', () => {
    const page = studio();
    const whole = flattenLayers(page.store, page.page.layers, rect(-300, -20, 700, 400));
    for (const part of [
      rect(-300, -20, 1, 1),
      rect(-7, 250, 300, 9),
      rect(255, 255, 2, 2),
      rect(399, 379, 1, 1),
      rect(0, 0, 256, 256),
    ]) {
      const { data } = flattenLayers(page.store, page.page.layers, part);
      for (let y = 0; y < part.height; y++) {
        const from = ((part.y + 20 + y) * 700 + part.x + 300) * 4;
        const row = data.subarray(y * part.width * 4, (y + 1) * part.width * 4);
        expectSame(row, whole.data.subarray(from, from + part.width * 4));
      }
    }
  });

  it('gives a single layer back to the byte, colours under transparency included', () => {
    const picture = noise(300, 280, 7, 0);
    const page = new Page(300, 280, (make) => [make.group('folder', [make.layer('scan', picture)])]);
    expectSame(flattenDocument(page.store, page.page).data, picture.data);
  });

  it('is transparent where nothing is', () => {
    const page = new Page(300, 20, (make) => [make.layer('dot', image(2, 2, RED), {}, 260, 5)]);
    const flat = flattenDocument(page.store, page.page);
    const expected = image(300, 20, (x, y) => (x >= 260 && x < 262 && y >= 5 && y < 7 ? RED : CLEAR));
    expectSame(flat.data, expected.data);
    expectSame(new Page(3, 3).flat().data, image(3, 3, CLEAR).data);
  });
});

describe('flattenTiles', () => {
  it('writes the tiles that it is given, whatever was there, and no others', () => {
    const page = studio();
    const canvas = rect(0, 0, 300, 280);
    const keys = tilesMeeting(canvas);
    const whole = flattenDocument(page.store, page.page).data;
    for (const chosen of keys) {
      const data = new Uint8Array(whole.length).fill(99);
      flattenTiles(page.store, page.page.layers, canvas, [chosen], data, new TileCompositor());
      for (let y = 0; y < 280; y += 9)
        for (let x = 0; x < 300; x++) {
          const i = (y * 300 + x) * 4;
          const isIn = keys.indexOf(chosen) === Math.floor(y / TILE) * 2 + Math.floor(x / TILE);
          if (data[i + 3] !== (isIn ? whole[i + 3] : 99)) expect([chosen, x, y]).toBe('as it should be');
        }
    }
  });

  it('clears what was there where nothing is', () => {
    const data = new Uint8Array(300 * 20 * 4).fill(99);
    const canvas = rect(0, 0, 300, 20);
    flattenTiles(new Page(300, 20).store, [], canvas, tilesMeeting(canvas), data, new TileCompositor());
    expect(data.every((byte) => byte === 0)).toBe(true);
  });
});

describe('flattenDocument', () => {
  it.each([
    [1, 1],
    [1, 30_000],
    [30_000, 1],
  ])('of %i x %i reaches to the last pixel', (width, height) => {
    const page = new Page(width, height, (make) => [
      make.layer('dot', image(1, 1, BLACK), {}, width - 1, height - 1),
      make.layer('away', image(9, 9, RED), {}, 30_000, 30_000),
    ]);
    const { data } = page.flat();
    expect(data.length).toBe(width * height * 4);
    expect([...data.subarray(-4)]).toEqual(BLACK);
    expectSame(data.subarray(0, -4), new Uint8Array(width * height * 4 - 4));
  });

  it('of a page with ten black and white layers takes what its bits do', () => {
    // A tenth of B4 at 600 dpi on each side.
    const [width, height] = [607, 860];
    const dots = image(width, height, (x, y) => (((x >> 1) + (y >> 1)) % 3 ? CLEAR : BLACK));
    const page = new Page(width, height, (make) =>
      Array.from({ length: 10 }, (_, i) =>
        make.layer(`tone ${i}`, dots, { colourMode: 'mono', blendMode: 'multiply' }),
      ),
    );
    const tiles = 3 * 4;
    expect(page.store.usedBytes).toBe(10 * tiles * 8192);
    const flat = page.flat();
    expectSame(flat.data, dots.data);
  });
});
