import { describe, expect, it } from 'vitest';
import { TILE_PIXELS, tileKey, tileX, tileY, type TileRows } from '../../raster/index.ts';
import {
  BRUSH,
  BrushStroke,
  ERASER,
  FULL_COVERAGE,
  INK,
  PENCIL,
  type BrushSettings,
  type StrokeSample,
} from '../../tools/index.ts';
import type { RasterLayer } from '../document.ts';
import { PaintSession, type PaintOptions } from './paint-session.ts';
import { codeOf, expectSame, inside, noise, Page, rect } from './page.test-helper.ts';

const CANVAS = rect(0, 0, 300, 270);
const AREA = rect(230, 200, 60, 60);
const soft = (x: number, y: number) => (inside(AREA, x, y) ? 55 + ((x * 7 + y) % 200) : 0);

/** A curve across the corner where four tiles meet, and off the canvas at its end. */
const SAMPLES: readonly StrokeSample[] = Array.from({ length: 60 }, (_, i) => ({
  x: 190 + i * 2.5,
  y: 262 - 40 * Math.sin(i / 9),
  pressure: 0.4 + 0.6 * Math.abs(Math.sin(i / 7)),
}));

const studio = (properties: Partial<RasterLayer> = {}, selected = false) =>
  new Page(
    CANVAS.width,
    CANVAS.height,
    (make) => [
      make.layer('art', noise(290, 260, 1), { ...properties }, 5, 5),
      make.layer('masked', undefined, { mask: make.mask(rect(0, 0, 256, 256), (x, y) => (x + y) & 255, 255) }),
    ],
    (make) => (selected ? { selection: make.coverage(rect(0, 0, 512, 512), soft) } : {}),
  );

const OPTIONS: PaintOptions = {
  layerId: 'art',
  plane: 'pixels',
  mode: 'paint',
  brush: { ...BRUSH, size: 24 },
  colour: [200, 30, 90],
};

/** Draws a stroke in pieces and puts it into the document as one step. */
function draw(page: Page, options: Partial<PaintOptions> = {}, samples = SAMPLES): PaintSession {
  const session = new PaintSession(page.store, page.document, { ...OPTIONS, ...options });
  for (let i = 0; i < samples.length; i += 4) session.add(samples.slice(i, i + 4));
  session.end();
  page.editOnce((t) => expect(session.commit(t)).toBe(true));
  return session;
}

/** How much a stroke covers a pixel, 0-1, drawn at one go. */
function coverageOf(brush: BrushSettings, samples = SAMPLES): (x: number, y: number) => number {
  const stroke = new BrushStroke(brush);
  stroke.add(samples);
  stroke.end();
  return (x, y) => {
    const tile = stroke.coverage.tile(tileKey(Math.floor(x / 256), Math.floor(y / 256)));
    return (tile?.[(y & 255) * 256 + (x & 255)] ?? 0) / FULL_COVERAGE;
  };
}

type Four = readonly [number, number, number, number];

/** Checks every pixel on the canvas against what it should be, to the nearest level. */
function expectPixels(page: Page, before: Page, value: (before: Four, x: number, y: number) => readonly number[]) {
  const [now, old] = [page.pixels('art', CANVAS).data, before.pixels('art', CANVAS).data];
  for (let y = 0, i = 0; y < CANVAS.height; y++)
    for (let x = 0; x < CANVAS.width; x++, i += 4) {
      const wanted = value([old[i]!, old[i + 1]!, old[i + 2]!, old[i + 3]!], x, y);
      for (let c = 0; c < 4; c++)
        if (!(Math.abs(now[i + c]! - wanted[c]!) <= 0.501)) expect([x, y, ...now.slice(i, i + 4)]).toEqual([x, y, ...wanted]);
    }
}

function over([r, g, b, a]: Four, [sr, sg, sb]: readonly number[], share: number): readonly number[] {
  const backdrop = a / 255;
  const alpha = share + backdrop * (1 - share);
  if (share === 0 || alpha * 255 < 0.5) return [r, g, b, a];
  const mix = (source: number, below: number) => (source * share + below * backdrop * (1 - share)) / alpha;
  return [mix(sr!, r), mix(sg!, g), mix(sb!, b), alpha * 255];
}

describe('a stroke on a layer', () => {
  it('is source-over by what it covers and its opacity, once', () => {
    const page = studio();
    const brush = { ...BRUSH, size: 24, opacity: 0.6 };
    draw(page, { brush });
    const covered = coverageOf(brush);
    expectPixels(page, studio(), (before, x, y) => over(before, OPTIONS.colour, covered(x, y) * 0.6));
  });

  it('paints only what is selected, as far as it is', () => {
    const page = studio({}, true);
    draw(page);
    const covered = coverageOf(OPTIONS.brush);
    expectPixels(page, studio(), (before, x, y) =>
      over(before, OPTIONS.colour, (covered(x, y) * soft(x, y)) / 255),
    );
  });

  it('changes colours alone where alpha is locked', () => {
    const page = studio({ alphaLocked: true });
    draw(page);
    const covered = coverageOf(OPTIONS.brush);
    expectPixels(page, studio(), ([r, g, b, a], x, y) => {
      const share = a === 0 ? 0 : covered(x, y);
      const [sr, sg, sb] = OPTIONS.colour;
      return [r + (sr - r) * share, g + (sg - g) * share, b + (sb - b) * share, a];
    });
  });

  it('erases alpha and keeps the colours under it', () => {
    const page = studio();
    draw(page, { mode: 'erase', brush: ERASER });
    const covered = coverageOf(ERASER);
    expectPixels(page, studio(), ([r, g, b, a], x, y) => [r, g, b, a * (1 - covered(x, y))]);
  });

  it('leaves black, white and nothing on black and white layers', () => {
    const page = new Page(300, 270, (make) => [make.layer('art', undefined, { colourMode: 'mono' })]);
    draw(page, { colour: [100, 100, 100], brush: { ...BRUSH, size: 24, opacity: 0.5 } });
    draw(page, { colour: [190, 190, 190], brush: INK });
    draw(page, { mode: 'erase', brush: PENCIL });
    const found = new Set<string>();
    const { data } = page.pixels('art');
    for (let i = 0; i < data.length; i += 4) found.add(data.slice(i, i + 4).join(' '));
    expect([...found].sort()).toEqual(['0 0 0 0', '0 0 0 255', '255 255 255 255']);
  });

  it('takes a tile away of which it erases everything', () => {
    const page = new Page(300, 270, (make) => [make.layer('art', noise(9, 9, 1), {}, 100, 100)]);
    draw(page, { mode: 'erase', brush: { ...ERASER, size: 60 } }, [{ x: 104, y: 104, pressure: 1 }]);
    expect(page.raster('art').tiles.size).toBe(0);
    page.undo();
    expect(page.raster('art').tiles.size).toBe(1);
  });

  it('makes the layer forget where it came from', () => {
    const page = studio({ origin: { format: 'png', lossless: true }, frame: CANVAS });
    draw(page);
    expect(page.raster('art')).toMatchObject({ origin: undefined, frame: undefined });
  });
});

describe('a stroke on a mask', () => {
  const masked = { layerId: 'masked', plane: 'mask' } as const;
  const shown = (page: Page, x: number, y: number): number => {
    const { tiles, outside } = page.raster('masked').mask!;
    const tile = tiles.get(tileKey(x >> 8, y >> 8));
    const coverage = tile ? page.store.coverage(tile) : outside;
    return typeof coverage === 'number' ? coverage : coverage[(y & 255) * 256 + (x & 255)]!;
  };
  const expectShown = (page: Page, value: (before: number, x: number, y: number) => number) => {
    const before = studio();
    for (let y = 180; y < CANVAS.height; y += 3)
      for (let x = 150; x < CANVAS.width; x++)
        if (Math.abs(shown(page, x, y) - value(shown(before, x, y), x, y)) > 0.501)
          expect([x, y, shown(page, x, y)]).toEqual([x, y, value(shown(before, x, y), x, y)]);
  };

  it('paints the luma of the colour, where there were no tiles, too', () => {
    const page = studio();
    draw(page, { ...masked, colour: [255, 0, 0] });
    const covered = coverageOf(OPTIONS.brush);
    expectShown(page, (before, x, y) => before + (76 - before) * covered(x, y));
  });

  it('hides by erasing, as far as is selected', () => {
    const page = studio({}, true);
    draw(page, { ...masked, mode: 'erase' });
    const covered = coverageOf(OPTIONS.brush);
    expectShown(page, (before, x, y) => before * (1 - (covered(x, y) * soft(x, y)) / 255));
  });

  it('leaves the pixels of the layer', () => {
    const page = studio();
    const { tiles } = page.raster('masked');
    draw(page, masked);
    expect(page.raster('masked').tiles).toBe(tiles);
  });
});

describe('a stroke while it is being drawn', () => {
  it('changes nothing in the document, and can be dropped', () => {
    const page = studio();
    const [before, { count, usedBytes }] = [page.look(), page.store];
    const session = new PaintSession(page.store, page.document, OPTIONS);
    session.add(SAMPLES);
    session.end();
    expect(session.live.tiles.size).toBeGreaterThan(0);
    expect(page.look()).toEqual(before);
    expect([page.store.count, page.store.usedBytes]).toEqual([count, usedBytes]);
  });

  it.each([
    ['pixels', {}],
    ['pixels', { mode: 'erase' }],
    ['mask', { layerId: 'masked', plane: 'mask' }],
  ] as const)('shows in its tiles (%s) what is committed in the end', (plane, options) => {
    const page = studio({}, true);
    const { live } = draw(page, options);
    const layer = page.raster(live.layerId);
    expect(live.plane).toBe(plane);
    for (const [key, bytes] of live.tiles) {
      const tile = (plane === 'mask' ? layer.mask!.tiles : layer.tiles).get(key)!;
      const scratch = new Uint8Array(TILE_PIXELS * 4);
      const stored =
        plane === 'mask' ? page.store.coverage(tile, scratch.subarray(0, TILE_PIXELS)) : page.store.pixels(tile, scratch);
      expect(Buffer.compare(stored as Uint8Array, bytes)).toBe(0);
    }
  });

  it('tells of every row that looks different, in every tile', () => {
    const page = studio();
    const session = new PaintSession(page.store, page.document, { ...OPTIONS, brush: INK });
    let before = new Map<number, Uint8Array>();
    const check = (rows: ReadonlyMap<number, TileRows>) => {
      for (const [key, now] of session.live.tiles) {
        const old = before.get(key) ?? pixelsOf(page, key);
        const { from, to } = rows.get(key) ?? { from: 0, to: 0 };
        for (let y = 0; y < 256; y++) {
          if (y >= from && y < to) continue;
          const row = [y * 1024, (y + 1) * 1024] as const;
          if (Buffer.compare(now.subarray(...row), old.subarray(...row)) !== 0)
            expect(`row ${y} of tile ${tileX(key)}, ${tileY(key)}`).toBe('told of');
        }
      }
      before = new Map([...session.live.tiles].map(([key, bytes]) => [key, bytes.slice()]));
    };
    for (let i = 0; i < SAMPLES.length; i += 7) check(session.add(SAMPLES.slice(i, i + 7)));
    check(session.end());
    expect(before.size).toBeGreaterThan(2);
  });

  it('is the same however the samples come', () => {
    const [one, many] = [studio(), studio()];
    draw(one);
    const session = new PaintSession(many.store, many.document, OPTIONS);
    session.add(SAMPLES);
    session.end();
    many.edit((t) => session.commit(t));
    expectSame(many.pixels('art', CANVAS).data, one.pixels('art', CANVAS).data);
  });
});

describe('the reach of a stroke', () => {
  it('is its own tiles: a stroke of 500 points leaves the others shared', () => {
    const page = new Page(2000, 2000, (make) => [make.layer('art', noise(2000, 2000, 1))]);
    const { tiles } = page.raster('art');
    const samples = Array.from({ length: 500 }, (_, i) => ({ x: 300 + i * 2, y: 700 + 30 * Math.sin(i / 20), pressure: 1 }));
    draw(page, { brush: { ...BRUSH, size: 40 } }, samples);
    const changed = [...page.raster('art').tiles].filter(([key, tile]) => tiles.get(key) !== tile);
    const area = rect(300 - 21, 670 - 21, 1000 + 42, 60 + 42);
    for (const [key] of changed)
      expect(tileX(key) * 256 < area.x + area.width && (tileX(key) + 1) * 256 > area.x && tileY(key) >= 2 && tileY(key) <= 3).toBe(true);
    expect(changed.length).toBeLessThanOrEqual(10);
    expect(changed.length).toBeGreaterThanOrEqual(5);
  });

  it('ends with the tiles of the canvas, and what lies beyond stays', () => {
    const page = new Page(300, 270, (make) => [make.layer('art', noise(100, 100, 1), {}, -200, 50)]);
    const before = page.pixels('art', rect(-256, 0, 256, 256)).data;
    const wild = Array.from({ length: 20 }, (_, i) => ({ x: -3000 + i * 400, y: 100, pressure: 1 }));
    draw(page, {}, wild);
    expect([...page.raster('art').tiles.keys()].toSorted()).toEqual(
      [tileKey(-1, 0), tileKey(0, 0), tileKey(1, 0)].toSorted(),
    );
    expect(page.pixels('art', rect(-256, 0, 256, 256)).data).toEqual(before);
  });

  it('is nothing on a layer of one pixel, but that pixel', () => {
    const page = new Page(1, 1, (make) => [make.layer('art')]);
    draw(page, {}, [{ x: 0.5, y: 0.5, pressure: 1 }]);
    expect(page.pixel('art', 0, 0)).toEqual([...OPTIONS.colour, 255]);
    expect([...page.raster('art').tiles.keys()]).toEqual([tileKey(0, 0)]);
  });

  it('goes along a document that is one pixel wide', () => {
    const page = new Page(1, 30_000, (make) => [make.layer('art')]);
    draw(page, {}, [
      { x: 0, y: 25_000, pressure: 1 },
      { x: 0, y: 29_900, pressure: 1 },
    ]);
    expect(page.raster('art').tiles.size).toBe(20);
    expect(page.pixel('art', 0, 27_000)[3]).toBe(255);
  });
});

describe('a stroke that does nothing', () => {
  it.each([
    ['outside of the selection', {}, SAMPLES.map(({ y, ...rest }) => ({ ...rest, y: y - 150 })), true],
    ['off the canvas', {}, [{ x: -500, y: -500, pressure: 1 }], false],
    ['that erases nothing', { mode: 'erase', layerId: 'masked' }, SAMPLES, false],
    ['without a sample', {}, [], false],
  ] as const)('(%s) is no step', (_, options, samples, selected) => {
    const page = studio({}, selected);
    const session = new PaintSession(page.store, page.document, { ...OPTIONS, ...options });
    session.add(samples);
    session.end();
    page.expectNoStep((t) => expect(session.commit(t)).toBe(false));
  });
});

it('is refused where the layer cannot be painted on', () => {
  const start = (page: Page, options: Partial<PaintOptions> = {}) =>
    codeOf(() => new PaintSession(page.store, page.document, { ...OPTIONS, ...options }));
  expect(start(studio({ locked: true }))).toBe('LAYER_LOCKED');
  expect(start(studio({ visible: false }))).toBe('LAYER_HIDDEN');
  expect(start(studio(), { plane: 'mask' })).toBe('MASK_MISSING');
  expect(start(studio(), { layerId: 'nobody' })).toBe('LAYER_MISSING');
});

function pixelsOf(page: Page, key: number): Uint8Array {
  const tile = page.raster('art').tiles.get(key);
  return tile ? page.store.pixels(tile, new Uint8Array(TILE_PIXELS * 4)) : new Uint8Array(TILE_PIXELS * 4);
}
