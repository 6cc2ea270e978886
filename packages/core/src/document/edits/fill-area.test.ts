import { describe, expect, it } from 'vitest';
import { readCoverage } from '../../raster/index.ts';
import { fillArea } from './fill-area.ts';
import { count, GAP, OPTIONS, studio } from './open-room.test-helper.ts';
import {
  at,
  BLACK,
  BLUE,
  CLEAR,
  compositor,
  image,
  inside,
  Page,
  RED,
  rect,
  WHITE,
} from './page.test-helper.ts';
import type { FillPaint } from './paint-region.ts';
import type { RegionOptions } from './region-at.ts';

const fill = (page: Page, x: number, y: number, options: Partial<RegionOptions & FillPaint> = {}) => {
  page.editOnce((t) => expect(fillArea(t, { x, y }, { ...OPTIONS, ...options }, compositor)).toBe(true));
  return page.pixels(options.layerId ?? 'flats');
};

describe('filling a room of open line art', () => {
  it('leaks through the gap as long as that is not closed', () => {
    const flats = fill(studio(), 250, 50);
    expect(at(flats, 5, 5)).toEqual(RED);
  });

  it('stays in the room when it is, and reaches into every corner', () => {
    const flats = fill(studio(), 250, 50, { gap: 10 });
    expect(count(flats, RED, rect(223, 23, 74, 54))).toBe(74 * 54);
    // In the gap itself the fill may end where it likes.
    const beyond = count(flats, RED) - 74 * 54 - count(flats, RED, GAP);
    expect(beyond).toBeLessThanOrEqual(8 * 4);
    for (const [x, y] of [
      [5, 5],
      [310, 50],
      [250, 85],
      [219, 50],
    ] as const)
      expect(at(flats, x, y)).toEqual(CLEAR);
  });

  it('leaves out the room when what is around it is filled', () => {
    const flats = fill(studio(), 5, 5, { gap: 10 });
    expect(count(flats, RED, rect(223, 23, 70, 54))).toBe(0);
    expect(at(flats, 350, 50)).toEqual(RED);
  });

  it('grows under the lines, by as much as it is told', () => {
    const page = studio();
    const flats = fill(page, 250, 50, { gap: 10, grow: 2 });
    for (const [x, y, colour] of [
      [222, 40, RED],
      [221, 40, RED],
      [220, 40, CLEAR],
      [250, 22, RED],
      [250, 20, CLEAR],
    ] as const)
      expect(at(flats, x, y)).toEqual(colour);
    // The lines still lie over it.
    expect(at(page.flat(), 222, 40)).toEqual(BLACK);
  });

  it('looks at the lines alone, whatever is on the layer already', () => {
    const page = studio();
    page.edit((t) => fillArea(t, { x: 250, y: 50 }, { ...OPTIONS, gap: 10, contiguous: true }, compositor));
    page.edit((t) =>
      fillArea(t, { x: 250, y: 50 }, { ...OPTIONS, gap: 10, colour: [0, 0, 255] }, compositor),
    );
    expect(count(page.pixels('flats'), BLUE, rect(223, 23, 74, 54))).toBe(74 * 54);
    expect(count(page.pixels('flats'), RED)).toBe(0);
  });

  it('follows what is seen where no layer is line art', () => {
    const flats = fill(studio({ ink: { role: 'none' } }), 250, 50, { gap: 10 });
    expect(count(flats, RED, rect(223, 23, 74, 54))).toBe(74 * 54);
    expect(at(flats, 5, 5)).toEqual(CLEAR);
  });

  it('follows the layer itself where it is told to', () => {
    const flats = fill(studio(), 250, 50, { sample: 'layer', gap: 10 });
    expect(count(flats, RED)).toBe(400 * 100);
  });

  it('fills a line by the colour of that', () => {
    const flats = fill(studio(), 221, 50, { sample: 'all' });
    expect(at(flats, 222, 30)).toEqual(RED);
    expect(at(flats, 250, 50)).toEqual(CLEAR);
  });
});

describe('the paint', () => {
  it('is as opaque as it is told', () => {
    expect(at(fill(studio(), 5, 5, { opacity: 0.5 }), 5, 5)).toEqual([255, 0, 0, 128]);
  });

  it('softens the stairs of edges, but not the edge of the canvas', () => {
    const flats = fill(studio(), 5, 5, { gap: 10, antialias: true });
    for (const [x, y] of [
      [0, 0],
      [399, 99],
      [200, 0],
      [0, 50],
    ] as const)
      expect(at(flats, x, y)).toEqual(RED);
    const [, , , outer] = at(flats, 219, 50);
    const [, , , inner] = at(flats, 220, 50);
    expect([outer < 255 && outer > 128, inner > 0 && inner < 128]).toEqual([true, true]);
  });

  it('never softens on layers in black and white', () => {
    const flats = fill(studio({ flats: { colourMode: 'mono' } }), 5, 5, {
      antialias: true,
      colour: [9, 9, 9],
    });
    expect(count(flats, BLACK) + count(flats, CLEAR)).toBe(400 * 100);
  });

  it('keeps alpha that is locked', () => {
    const page = new Page(300, 20, (make) => [
      make.layer('flats', image(150, 20, [0, 0, 255, 90]), { alphaLocked: true }),
    ]);
    const flats = fill(page, 5, 5, { contiguous: false, tolerance: 255 });
    expect([at(flats, 5, 5), at(flats, 200, 5)]).toEqual([[255, 0, 0, 90], CLEAR]);
    page.expectNoStep((t) =>
      expect(fillArea(t, { x: 200, y: 5 }, { ...OPTIONS, sample: 'layer' }, compositor)).toBe(false),
    );
  });

  it('goes onto the mask, with the luma of the colour', () => {
    const page = new Page(300, 20, (make) => [
      make.layer(
        'flats',
        image(300, 20, (x) => (x < 100 ? WHITE : BLACK)),
        {
          mask: { tiles: new Map(), outside: 255, enabled: true },
        },
      ),
    ]);
    page.editOnce((t) =>
      fillArea(t, { x: 5, y: 5 }, { ...OPTIONS, plane: 'mask', sample: 'layer' }, compositor),
    );
    const plane = readCoverage(page.store, page.raster('flats').mask!.tiles, rect(0, 0, 300, 20), 255);
    expect([plane[99], plane[100], plane[19 * 300]]).toEqual([76, 255, 76]);
  });
});

describe('a selection', () => {
  it('bounds the fill as lines do', () => {
    // Two halves of what is around the room are selected, which meet only outside of the selection.
    const page = new Page(
      400,
      100,
      (make) => [
        make.layer(
          'flats',
          image(400, 100, (x, y) => (x === 200 && y > 4 ? BLACK : WHITE)),
        ),
      ],
      (make) => ({ selection: make.coverage(rect(150, 20, 100, 60), () => 255) }),
    );
    const flats = fill(page, 160, 50, { sample: 'layer' });
    expect(count(flats, RED)).toBe(50 * 60);
    expect(count(flats, RED, rect(150, 20, 50, 60))).toBe(50 * 60);
  });

  it('is not left by growing or softening', () => {
    const area = rect(150, 20, 100, 60);
    const page = studio({}, area);
    const flats = fill(page, 160, 50, { grow: 8, antialias: true, gap: 10 });
    for (let y = 0; y < 100; y++)
      for (let x = 0; x < 400; x++)
        if (!inside(area, x, y) && at(flats, x, y)[3] !== 0) expect([x, y]).toBe('selected');
    expect(at(flats, 160, 25)).toEqual(RED);
  });

  it('that does not hold the point keeps everything as it is', () => {
    studio({}, rect(150, 20, 10, 10)).expectNoStep((t) =>
      expect(fillArea(t, { x: 5, y: 5 }, OPTIONS, compositor)).toBe(false),
    );
  });
});

describe('what cannot be filled', () => {
  it('off the canvas is nothing', () => {
    for (const [x, y] of [
      [-1, 5],
      [400, 5],
      [5, 100],
    ] as const)
      studio().expectNoStep((t) => expect(fillArea(t, { x, y }, OPTIONS, compositor)).toBe(false));
  });

  it('is refused on locked and hidden layers', () => {
    studio({ flats: { locked: true } }).expectRefused('LAYER_LOCKED', (t) =>
      fillArea(t, { x: 5, y: 5 }, OPTIONS, compositor),
    );
    studio({ flats: { visible: false } }).expectRefused('LAYER_HIDDEN', (t) =>
      fillArea(t, { x: 5, y: 5 }, OPTIONS, compositor),
    );
  });
});

describe('the smallest and the longest documents', () => {
  it.each([
    [1, 1],
    [1, 30_000],
    [30_000, 1],
  ])('of %i x %i are filled to the last pixel', (width, height) => {
    const page = new Page(width, height, (make) => [make.layer('flats')]);
    page.editOnce((t) =>
      fillArea(
        t,
        { x: 0, y: 0 },
        { ...OPTIONS, sample: 'layer', gap: 30, grow: 8, antialias: true },
        compositor,
      ),
    );
    const [x, y] = [width - 1, height - 1];
    expect([page.pixel('flats', 0, 0), page.pixel('flats', x, y)]).toEqual([RED, RED]);
    expect([page.pixel('flats', x + 1, y), page.pixel('flats', x, y + 1)]).toEqual([CLEAR, CLEAR]);
  });
});
