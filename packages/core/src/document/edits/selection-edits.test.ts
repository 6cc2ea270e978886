import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCoverage, type Rect } from '../../raster/index.ts';
import { EMPTY_MASK, feather, grow, shrink, type PlacedMask } from '../../tools/index.ts';
import type { Transaction } from '../transaction.ts';
import { expectSame, inside, noise, Page, planeOf, rect } from './page.test-helper.ts';
import {
  changeSelection,
  invertSelection,
  modifySelection,
  moveSelection,
  selectAll,
  selectionMask,
  selectLayer,
  setSelectionMask,
} from './selection-edits.ts';

/** Ends in the middle of a tile on both sides. */
const CANVAS = rect(0, 0, 300, 40);
const AROUND = rect(-10, -10, 330, 70);

const slope = (x: number, y: number) => ((x * 5 + y * 11) & 255) | 1;
const placed = (area: Rect, value: (x: number, y: number) => number = () => 255): PlacedMask => ({
  ...area,
  data: planeOf(area, value),
});

const studio = (area?: Rect, value = slope) =>
  new Page(
    300,
    40,
    (make) => [
      make.layer('art', noise(330, 90, 1), { mask: make.mask(rect(-20, 0, 100, 256), slope, 255) }, -15, -20),
      make.layer('empty'),
      make.layer('away', noise(20, 20, 2), {}, 400, 400),
      make.group('folder', [], { mask: make.mask(rect(9, 9, 9, 9), slope, 0) }),
    ],
    (make) => (area ? { selection: make.coverage(area, value) } : {}),
  );

/** What is selected around the canvas, too; undefined where nothing is. */
const selected = (page: Page): Uint8Array | undefined =>
  page.page.selection && readCoverage(page.store, page.page.selection, AROUND);
/** The same by the definition. */
const expected = (value: (x: number, y: number) => number): Uint8Array =>
  planeOf(AROUND, (x, y) => (inside(CANVAS, x, y) ? value(x, y) : 0));
const edited = (page: Page, work: (t: Transaction) => void): Uint8Array | undefined => {
  page.editOnce(work);
  return selected(page);
};

describe('selecting the whole canvas', () => {
  it('selects every pixel of it, and none beyond', () => {
    expect(edited(studio(), selectAll)).toEqual(expected(() => 255));
    expect(edited(studio(rect(3, 3, 20, 20)), selectAll)).toEqual(expected(() => 255));
  });

  it('takes no bytes but for the tiles at its edges', () => {
    const page = new Page(2560, 2560);
    page.edit(selectAll);
    expect([page.page.selection!.size, page.store.usedBytes]).toEqual([100, 0]);
    const odd = new Page(2500, 2500);
    odd.edit(selectAll);
    expect(odd.store.usedBytes).toBe(19 * 8192);
  });

  it('works for the smallest and the longest documents', () => {
    for (const [width, height] of [
      [1, 1],
      [1, 30_000],
    ] as const) {
      const page = new Page(width, height);
      page.editOnce(selectAll);
      const whole = rect(0, 0, width, height);
      expectSame(
        readCoverage(page.store, page.page.selection!, whole),
        new Uint8Array(width * height).fill(255),
      );
      expect(selectionMask(page.store, page.page)).toMatchObject(whole);
      page.editOnce(invertSelection);
      expect(page.page.selection).toBeUndefined();
    }
  });
});

describe('inverting', () => {
  const area = rect(250, 5, 20, 300);
  it('selects what was not, by as much as it was not', () => {
    const inverted = edited(studio(area), invertSelection);
    expect(inverted).toEqual(expected((x, y) => 255 - (inside(area, x, y) ? slope(x, y) : 0)));
  });

  it('twice is as before, on the canvas', () => {
    const page = studio(area);
    page.edit(invertSelection);
    expect(edited(page, invertSelection)).toEqual(expected((x, y) => (inside(area, x, y) ? slope(x, y) : 0)));
  });

  it('selects everything where nothing was, and nothing where everything was', () => {
    const page = studio();
    expect(edited(page, invertSelection)).toEqual(expected(() => 255));
    expect(edited(page, invertSelection)).toBeUndefined();
  });
});

describe('changing the selection by a mask', () => {
  const one = rect(240, 4, 40, 20);
  const two = rect(250, 10, 45, 28);
  const a = (x: number, y: number) => (inside(one, x, y) ? slope(x, y) : 0);
  const b = (x: number, y: number) => (inside(two, x, y) ? slope(y, x) : 0);
  const mask = placed(two, (x, y) => slope(y, x));

  it.each([
    ['replace', b],
    ['add', (x: number, y: number) => Math.max(a(x, y), b(x, y))],
    ['subtract', (x: number, y: number) => Math.min(a(x, y), 255 - b(x, y))],
    ['intersect', (x: number, y: number) => Math.min(a(x, y), b(x, y))],
  ] as const)('(%s) is that of the coverages', (mode, value) => {
    expect(edited(studio(one), (t) => changeSelection(t, mask, mode))).toEqual(expected(value));
  });

  it('by an empty one changes nothing, or leaves nothing', () => {
    for (const mode of ['add', 'subtract'] as const) {
      const page = studio(one);
      const before = selected(page);
      page.edit((t) => changeSelection(t, EMPTY_MASK, mode));
      expect(selected(page)).toEqual(before);
    }
    for (const mode of ['replace', 'intersect'] as const)
      expect(edited(studio(one), (t) => changeSelection(t, EMPTY_MASK, mode))).toBeUndefined();
    studio().expectNoStep((t) => changeSelection(t, EMPTY_MASK, 'replace'));
  });

  it('down to nothing selects nothing', () => {
    expect(edited(studio(one), (t) => changeSelection(t, placed(CANVAS), 'subtract'))).toBeUndefined();
    expect(
      edited(studio(one), (t) => changeSelection(t, placed(rect(0, 0, 9, 9)), 'intersect')),
    ).toBeUndefined();
  });

  it('is what a mask of the selection says, for any rectangles', () => {
    const side = fc.integer({ min: 1, max: 60 });
    const area = fc.record({
      x: fc.integer({ min: 0, max: 240 }),
      y: fc.integer({ min: 0, max: 20 }),
      width: side,
      height: fc.integer({ min: 1, max: 20 }),
    });
    fc.assert(
      fc.property(area, (place) => {
        const page = new Page(300, 40);
        page.edit((t) => setSelectionMask(t, placed(place, slope)));
        expect(selected(page)).toEqual(expected((x, y) => (inside(place, x, y) ? slope(x, y) : 0)));
        const read = selectionMask(page.store, page.page);
        expect(
          planeOf(AROUND, (x, y) =>
            inside(read, x, y) ? read.data[(y - read.y) * read.width + x - read.x]! : 0,
          ),
        ).toEqual(selected(page));
      }),
      { numRuns: 8 },
    );
  });
});

describe('making the selection larger, smaller and softer', () => {
  const area = rect(230, 0, 70, 25);
  it.each([
    ['grow', grow],
    ['shrink', shrink],
    ['feather', feather],
  ] as const)('(%s) is what the kernel of the name says, up to the edges of the canvas', (how, kernel) => {
    const wanted = kernel(placed(area), 6, CANVAS);
    const at = (x: number, y: number) =>
      inside(wanted, x, y) ? wanted.data[(y - wanted.y) * wanted.width + x - wanted.x]! : 0;
    expect(
      edited(
        studio(area, () => 255),
        (t) => modifySelection(t, how, 6),
      ),
    ).toEqual(expected(at));
  });

  it('grows by a disc, and keeps the edge of the canvas when it shrinks', () => {
    const larger = edited(
      studio(area, () => 255),
      (t) => modifySelection(t, 'grow', 5),
    );
    const near = (x: number, y: number) => Math.hypot(Math.max(0, 230 - x), Math.max(0, y - 24)) <= 5;
    expect(larger).toEqual(expected((x, y) => (near(x, y) ? 255 : 0)));
    const smaller = edited(
      studio(area, () => 255),
      (t) => modifySelection(t, 'shrink', 5),
    );
    expect(smaller).toEqual(expected((x, y) => (inside(rect(235, 0, 65, 20), x, y) ? 255 : 0)));
  });

  it('down to nothing selects nothing', () => {
    expect(
      edited(
        studio(rect(9, 9, 5, 5), () => 255),
        (t) => modifySelection(t, 'shrink', 9),
      ),
    ).toBeUndefined();
  });

  it('does nothing where nothing is selected', () => {
    for (const how of ['grow', 'shrink', 'feather'] as const)
      studio().expectNoStep((t) => modifySelection(t, how, 9));
  });
});

describe('moving the selection', () => {
  const area = rect(240, 5, 30, 20);
  it.each([
    [7, 3],
    [-100, 10],
    [50, 0],
    [0, -20],
  ])('moves its coverage by (%i, %i) and cuts it at the canvas', (dx, dy) => {
    const moved = (x: number, y: number) => (inside(area, x - dx, y - dy) ? slope(x - dx, y - dy) : 0);
    expect(edited(studio(area), (t) => moveSelection(t, dx, dy))).toEqual(expected(moved));
  });

  it('off the canvas selects nothing', () => {
    expect(edited(studio(area), (t) => moveSelection(t, 60, 0))).toBeUndefined();
  });

  it('does nothing where nothing is selected, or by nothing', () => {
    studio().expectNoStep((t) => moveSelection(t, 5, 5));
    studio(area).expectNoStep((t) => moveSelection(t, 0, 0));
  });
});

describe('selecting what a layer shows', () => {
  it('selects by its alpha, as far as it lies on the canvas', () => {
    const page = studio();
    const art = noise(330, 90, 1).data;
    const alpha = (x: number, y: number) => art[((y + 20) * 330 + x + 15) * 4 + 3]!;
    expect(edited(page, (t) => selectLayer(t, 'art', 'pixels', 'replace'))).toEqual(expected(alpha));
  });

  it('selects by its mask, also where that has no tiles', () => {
    const masked = (x: number, y: number) => (x < 80 ? slope(x, y) : 255);
    expect(edited(studio(), (t) => selectLayer(t, 'art', 'mask', 'replace'))).toEqual(expected(masked));
    const folder = (x: number, y: number) => (inside(rect(9, 9, 9, 9), x, y) ? slope(x, y) : 0);
    expect(edited(studio(), (t) => selectLayer(t, 'folder', 'mask', 'replace'))).toEqual(expected(folder));
  });

  it('changes the selection that there is', () => {
    const area = rect(3, 3, 200, 30);
    const page = studio(area, () => 255);
    const masked = (x: number, y: number) => (x < 80 ? slope(x, y) : 255);
    const subtract = edited(page, (t) => selectLayer(t, 'art', 'mask', 'subtract'));
    expect(subtract).toEqual(expected((x, y) => (inside(area, x, y) ? 255 - masked(x, y) : 0)));
  });

  it('selects nothing of a layer that is empty, or lies off the canvas', () => {
    for (const id of ['empty', 'away'])
      expect(
        edited(studio(rect(3, 3, 9, 9)), (t) => selectLayer(t, id, 'pixels', 'replace')),
      ).toBeUndefined();
  });

  it('refuses what has no pixels or no mask', () => {
    studio().expectRefused('LAYER_IS_GROUP', (t) => selectLayer(t, 'folder', 'pixels', 'replace'));
    studio().expectRefused('MASK_MISSING', (t) => selectLayer(t, 'empty', 'mask', 'replace'));
    studio().expectRefused('LAYER_MISSING', (t) => selectLayer(t, 'nobody', 'pixels', 'replace'));
  });
});
