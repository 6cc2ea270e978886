import { describe, expect, it } from 'vitest';
import { TILE, TILE_PIXELS, tileKey, tileX, tileY, type RasterImage } from '../raster/index.ts';
import { BRUSH } from '../tools/index.ts';
import { Chooser } from './chooser.test-helper.ts';
import type { DirtyTiles } from './dirty-tiles.ts';
import { fillSelection } from './edits/fill-selection.ts';
import { addMask, invertMask } from './edits/mask-edits.ts';
import { codeOf, image, noise, Page, rect, RED, type Rgba } from './edits/page.test-helper.ts';
import { PaintSession } from './edits/paint-session.ts';
import { resizeDocument } from './edits/resize-document.ts';
import { setSelectionMask } from './edits/selection-edits.ts';
import { Projection } from './projection.ts';
import type { Transaction } from './transaction.ts';

/** Neither side is a multiple of a tile, or even; three levels. */
const [WIDTH, HEIGHT] = [1101, 603];

const studio = () =>
  new Page(WIDTH, HEIGHT, (make) => [
    make.layer('paper', noise(WIDTH, HEIGHT, 1, 255)),
    make.layer('wash', noise(700, 500, 2), {}, 300, 200),
    make.group('figure', [make.layer('flats', noise(300, 300, 3), {}, 200, -40), make.layer('empty')]),
    make.layer('glow', noise(400, 300, 4), { clip: true, blendMode: 'screen' }, 250, 100),
  ]);

const keysOf = (width: number, height: number): number[] => {
  const keys: number[] = [];
  for (let ty = 0; ty * TILE < height; ty++)
    for (let tx = 0; tx * TILE < width; tx++) keys.push(tileKey(tx, ty));
  return keys;
};
const ALL = keysOf(WIDTH, HEIGHT);

/** Bytes of a level, tile by tile; missing tiles and empty ones are the same. */
function bytesOf(projection: Projection, level: number): ReadonlyMap<number, Buffer> {
  const { width, height } = projection.document!;
  const found = new Map<number, Buffer>();
  for (const key of keysOf(width / 2 ** level, height / 2 ** level)) {
    const pixels = level === 0 ? projection.composite(key) : projection.tile(level, key);
    if (pixels?.some((byte) => byte !== 0)) found.set(key, Buffer.from(pixels));
  }
  return found;
}

/** Checks that all levels are those of a projection made anew. */
function expectAsNew(page: Page, projection: Projection, live?: PaintSession): void {
  const fresh = new Projection(page.store);
  fresh.update(page.document, 'all');
  fresh.live = live?.live;
  fresh.refresh(fresh.stale);
  expect(projection.topLevel).toBe(fresh.topLevel);
  for (let level = 0; level <= fresh.topLevel; level++) {
    const [expected, actual] = [bytesOf(fresh, level), bytesOf(projection, level)];
    expect([...actual.keys()], `tiles of level ${level}`).toEqual([...expected.keys()]);
    for (const [key, bytes] of actual)
      if (Buffer.compare(bytes, expected.get(key)!) !== 0)
        expect(`tile ${tileX(key)}, ${tileY(key)} of level ${level}`).toBe('as it is made anew');
  }
}

const EDITS: readonly ((t: Transaction, choose: Chooser) => unknown)[] = [
  (t, choose) =>
    t.setLayer(choose.of(['wash', 'figure', 'flats', 'glow']), { opacity: choose.of([0.3, 0.8, 1]) }),
  (t, choose) => t.setLayer(choose.of(['wash', 'figure', 'flats']), { visible: choose.chance(0.7) }),
  (t, choose) => t.setLayer(choose.of(['wash', 'flats', 'glow']), { clip: choose.chance() }),
  (t, choose) => t.setLayer(choose.of(['wash', 'figure']), { blendMode: choose.of(['multiply', 'normal']) }),
  (t, choose) =>
    t.move(choose.of(['wash', 'glow']), {
      parent: choose.of([undefined, 'figure']),
      index: choose.number(4),
    }),
  (t, choose) => {
    const area = rect(choose.number(900), choose.number(400), 1 + choose.number(300), 1 + choose.number(200));
    setSelectionMask(t, { ...area, data: new Uint8Array(area.width * area.height).fill(255) });
  },
  (t, choose) =>
    fillSelection(t, choose.of(['wash', 'empty', 'glow']), 'pixels', [choose.number(256), 9, 200]),
  (t, choose) => addMask(t, choose.of(['wash', 'figure']), choose.of(['reveal', 'selection', 'hide'])),
  (t, choose) => invertMask(t, choose.of(['wash', 'figure'])),
];

describe('a projection', () => {
  it.each([1, 2])('kept up to date edit by edit is, at all levels, one made anew (seed %i)', (seed) => {
    const choose = new Chooser(seed);
    const page = studio();
    const projection = new Projection(page.store);
    projection.update(page.document, 'all');
    for (let i = 0; i < 30; i++) {
      const dirty = choose.chance(0.2)
        ? page.undo()
        : choose.chance(0.1)
          ? page.redo()
          : attempt(page, (t) => choose.of(EDITS)(t, choose));
      projection.update(page.document, dirty);
      // At times some tiles, in any order, at times none: what is put off must not be lost.
      if (choose.chance()) projection.refresh(ALL.filter(() => choose.chance()).toReversed());
      if (i % 6 !== 5) continue;
      projection.refresh(ALL);
      expect(projection.isFresh).toBe(true);
      expectAsNew(page, projection);
    }
  });

  it('shows a stroke while it is being drawn, and after, from its rows alone', () => {
    const page = studio();
    const projection = new Projection(page.store);
    projection.update(page.document, 'all');
    projection.refresh(ALL);
    for (const layerId of ['empty', 'flats']) {
      const options = { layerId, plane: 'pixels', mode: 'paint', colour: [9, 200, 90] } as const;
      const session = new PaintSession(page.store, page.document, {
        ...options,
        brush: { ...BRUSH, size: 31 },
      });
      projection.live = session.live;
      for (let i = 0; i < 30; i++) {
        projection.touchRows(session.add([{ x: 240 + i * 5, y: 251 + (i % 5) * 3, pressure: 1 }]));
        if (i % 4 === 1) projection.refresh(ALL);
      }
      projection.touchRows(session.end());
      projection.refresh(ALL);
      expectAsNew(page, projection, session);
      page.edit((t) => session.commit(t));
      projection.live = undefined;
      projection.update(page.document, new Set());
      expectAsNew(page, projection);
    }
  });

  it('shows what is there again after a stroke is dropped', () => {
    const page = studio();
    const projection = new Projection(page.store);
    projection.update(page.document, 'all');
    const session = new PaintSession(page.store, page.document, {
      layerId: 'flats',
      plane: 'pixels',
      mode: 'erase',
      colour: [0, 0, 0],
      brush: { ...BRUSH, size: 90 },
    });
    projection.live = session.live;
    projection.touchRows(session.add([{ x: 260, y: 120, pressure: 1 }]));
    projection.refresh(ALL);
    projection.live = undefined;
    projection.touch(session.live.tiles.keys());
    projection.refresh(ALL);
    expectAsNew(page, projection);
  });

  it('forgets rows that changed in part when all of a tile changes', () => {
    const page = studio();
    const projection = new Projection(page.store);
    projection.update(page.document, 'all');
    projection.refresh(ALL);
    const key = tileKey(1, 1);
    projection.touchRows(new Map([[key, { from: 3, to: 9 }]]));
    const dirty = page.transact('fill', (t) => void fillSelection(t, 'wash', 'pixels', [9, 9, 9]));
    projection.update(page.document, dirty);
    projection.touchRows(new Map([[key, { from: 3, to: 9 }]]));
    projection.refresh(ALL);
    expectAsNew(page, projection);
  });

  it('starts anew where the canvas changes', () => {
    const page = studio();
    const projection = new Projection(page.store);
    projection.update(page.document, 'all');
    projection.refresh(ALL);
    const dirty = page.transact('resize', (t) => resizeDocument(t, 500, 301));
    projection.update(page.document, dirty);
    expect(projection.topLevel).toBe(1);
    projection.refresh(projection.stale);
    expectAsNew(page, projection);
  });
});

describe('the levels of a projection', () => {
  const shown = (page: Page) => {
    const projection = new Projection(page.store);
    projection.update(page.document, 'all');
    projection.refresh(projection.stale);
    return projection;
  };

  /** The mean of what lies in a square of the canvas, alpha and colours weighed by it; beyond is nothing. */
  const mean = (picture: RasterImage, x: number, y: number, side: number): readonly number[] => {
    const sums = [0, 0, 0, 0];
    for (let py = y; py < Math.min(y + side, picture.height); py++)
      for (let px = x; px < Math.min(x + side, picture.width); px++) {
        const i = (py * picture.width + px) * 4;
        const alpha = picture.data[i + 3]!;
        for (let c = 0; c < 3; c++) sums[c]! += (picture.data[i + c]! * alpha) / 255;
        sums[3]! += alpha;
      }
    return sums.map((sum) => sum / side ** 2);
  };

  const worst = (page: Page, level: number): number => {
    const [projection, picture] = [shown(page), page.flat()];
    let largest = 0;
    for (const key of keysOf(picture.width / 2 ** level, picture.height / 2 ** level)) {
      const pixels = projection.tile(level, key) ?? new Uint8Array(TILE_PIXELS * 4);
      for (let i = 0; i < TILE_PIXELS; i++) {
        const [x, y] = [tileX(key) * TILE + (i % TILE), tileY(key) * TILE + Math.floor(i / TILE)];
        if (x * 2 ** level >= picture.width || y * 2 ** level >= picture.height) continue;
        const wanted = mean(picture, x * 2 ** level, y * 2 ** level, 2 ** level);
        const alpha = pixels[i * 4 + 3]!;
        for (let c = 0; c < 3; c++)
          largest = Math.max(largest, Math.abs((pixels[i * 4 + c]! * alpha) / 255 - wanted[c]!));
        largest = Math.max(largest, Math.abs(alpha - wanted[3]!));
      }
    }
    return largest;
  };

  it.each([1, 2, 3])('are area averages of the flattened picture: level %i', (level) => {
    // Each halving rounds to the nearest level; half a level each, and colours and alpha at the edge.
    expect(worst(studio(), level)).toBeLessThanOrEqual(level === 1 ? 1 : 0.5 * level + 0.5);
  });

  it('are within a level where layers are faint', () => {
    const page = new Page(601, 301, (make) => [make.layer('faint', noise(601, 301, 5))]);
    for (const level of [1, 2]) expect(worst(page, level)).toBeLessThanOrEqual(1.5);
  });

  it('show nothing of what lies off the canvas', () => {
    const colour = (x: number, y: number): Rgba => (x < 301 && y < 131 ? RED : [0, 255, 0, 255]);
    const page = new Page(301, 131, (make) => [make.layer('wide', image(600, 300, colour))]);
    const edge = shown(page).tile(1, tileKey(0, 0))!;
    const at = (x: number, y: number) => [...edge.subarray((y * TILE + x) * 4, (y * TILE + x) * 4 + 4)];
    expect([at(149, 5), at(150, 5), at(151, 5)]).toEqual([RED, [255, 0, 0, 128], [0, 0, 0, 0]]);
    expect([at(5, 65), at(5, 66)]).toEqual([
      [255, 0, 0, 128],
      [0, 0, 0, 0],
    ]);
    expect(at(150, 65)).toEqual([255, 0, 0, 64]);
  });

  it.each([
    [1, 1, 0],
    [256, 256, 0],
    [257, 1, 1],
    [1, 30_000, 7],
    [6071, 8598, 6],
  ])('of %i x %i are %i, of which the last is one tile', (width, height, levels) => {
    const page = new Page(width, height, (make) => [make.layer('dot', image(1, 1, RED), {}, 0, height - 1)]);
    const projection = new Projection(page.store);
    projection.update(page.document, 'all');
    expect(projection.topLevel).toBe(levels);
    expect(Math.max(width, height) / 2 ** levels).toBeLessThanOrEqual(TILE);
    projection.refresh([tileKey(0, Math.floor((height - 1) / TILE))]);
    if (levels > 0) expect(projection.tile(levels, tileKey(0, 0))).toBeDefined();
  });

  it('take no memory where nothing is, and a tile for what there is', () => {
    const page = new Page(3000, 3000, (make) => [make.layer('dot', image(9, 9, RED), {}, 2800, 2800)]);
    const projection = shown(page);
    expect(projection.bytes).toBe(projection.topLevel * TILE_PIXELS * 4);
    projection.dispose();
    expect([projection.bytes, projection.topLevel, projection.document]).toEqual([0, 0, undefined]);
  });
});

describe('refreshing', () => {
  it('says which tiles of which level it changed', () => {
    const page = studio();
    const projection = new Projection(page.store);
    projection.update(page.document, 'all');
    const changed = projection.refresh([tileKey(3, 2), tileKey(2, 2), tileKey(0, 0)]);
    expect(changed.map((keys) => [...keys].toSorted((a, b) => a - b))).toEqual([
      [tileKey(0, 0), tileKey(1, 1)],
      [tileKey(0, 0)],
      [tileKey(0, 0)],
    ]);
    expect(projection.refresh([tileKey(3, 2)]).every((keys) => keys.size === 0)).toBe(true);
  });

  it('stops when it is told to, and goes on where it stopped', () => {
    const page = studio();
    const projection = new Projection(page.store);
    projection.update(page.document, 'all');
    let tiles = 0;
    projection.refresh([...projection.stale], () => ++tiles === 4);
    expect([projection.stale.size, projection.isFresh]).toEqual([ALL.length - 4, false]);
    expect(ALL.filter((key) => projection.isStale(key)).length).toBe(ALL.length - 4);
    projection.refresh([...projection.stale]);
    expectAsNew(page, projection);
  });

  it('does not count tiles off the canvas', () => {
    const page = studio();
    const projection = new Projection(page.store);
    projection.update(page.document, 'all');
    projection.refresh(ALL);
    const off = [tileKey(-1, 0), tileKey(0, -1), tileKey(5, 0), tileKey(0, 3)];
    projection.touch(off);
    projection.touchRows(new Map(off.map((key) => [key, { from: 0, to: 9 }])));
    expect(projection.isFresh).toBe(true);
  });

  it('without a document is nothing', () => {
    const projection = new Projection(studio().store);
    projection.update(undefined, 'all');
    projection.touch([tileKey(0, 0)]);
    expect([projection.isFresh, projection.topLevel, projection.refresh(ALL)]).toEqual([true, 0, []]);
  });
});

/** Some edits are refused: on what is hidden, for example. */
function attempt(page: Page, work: (t: Transaction) => unknown): DirtyTiles {
  let dirty: DirtyTiles = new Set();
  codeOf(() => (dirty = page.transact('edit', (t) => void work(t))));
  return dirty;
}
