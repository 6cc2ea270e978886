import { describe, expect, it } from 'vitest';
import { TILE, TILE_PIXELS, tileKey } from '../../raster/index.ts';
import { Page, rect } from './page.test-helper.ts';
import { meetsCanvas, SelectionReader, withinCanvas } from './selection-reader.ts';

const CANVAS = { width: 300, height: 40 };

describe('SelectionReader', () => {
  it('allows everything where nothing is selected', () => {
    const { store, page } = new Page(300, 40);
    expect(new SelectionReader(store, page).coverage(tileKey(9, -9))).toBe(255);
  });

  it('allows what is selected, and nothing of other tiles', () => {
    const page = new Page(
      600,
      40,
      () => [],
      (make) => ({ selection: make.coverage(rect(250, 0, 300, 256), (x, y) => (x < 256 ? 255 : y)) }),
    );
    const reader = new SelectionReader(page.store, page.page);
    const first = Uint8Array.from(reader.coverage(tileKey(0, 0)) as Uint8Array);
    expect([first[249], first[250], first[TILE * 255 + 255]]).toEqual([0, 255, 255]);
    const second = reader.coverage(tileKey(1, 0)) as Uint8Array;
    expect([second[TILE * 30], second[TILE * 200 + 9]]).toEqual([30, 200]);
    expect(reader.coverage(tileKey(3, 0))).toBe(0);
  });
});

describe('meetsCanvas', () => {
  it('is true of tiles of which a pixel lies on the canvas', () => {
    const on = (tx: number, ty: number) => meetsCanvas(CANVAS, tileKey(tx, ty));
    expect([on(0, 0), on(1, 0)]).toEqual([true, true]);
    expect([on(-1, 0), on(2, 0), on(0, 1), on(0, -1)]).toEqual(Array(4).fill(false));
    expect(meetsCanvas({ width: 256, height: 256 }, tileKey(1, 0))).toBe(false);
  });
});

describe('withinCanvas', () => {
  const covered = (coverage: Uint8Array | number) =>
    typeof coverage === 'number' ? coverage * TILE_PIXELS : coverage.reduce((sum, value) => sum + value, 0);

  it('passes on what lies on the canvas as it is', () => {
    const coverage = new Uint8Array(TILE_PIXELS).fill(3);
    expect(withinCanvas({ width: 256, height: 600 }, tileKey(0, 1), coverage)).toBe(coverage);
    expect(withinCanvas({ width: 256, height: 600 }, tileKey(0, 1), 7)).toBe(7);
    expect(withinCanvas(CANVAS, tileKey(1, 0), 0)).toBe(0);
  });

  it('takes away what lies right of the canvas and below', () => {
    expect(covered(withinCanvas(CANVAS, tileKey(0, 0), 1))).toBe(256 * 40);
    expect(covered(withinCanvas(CANVAS, tileKey(1, 0), new Uint8Array(TILE_PIXELS).fill(2)))).toBe(
      2 * 44 * 40,
    );
  });

  it('is nothing for tiles beside the canvas on every side', () => {
    for (const [tx, ty] of [
      [-1, 0],
      [0, -1],
      [2, 0],
      [0, 1],
      [-4, -4],
    ] as const)
      for (const coverage of [9, new Uint8Array(TILE_PIXELS).fill(9)])
        expect(covered(withinCanvas(CANVAS, tileKey(tx, ty), coverage))).toBe(0);
  });
});
