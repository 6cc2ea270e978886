import { describe, expect, it } from 'vitest';
import { TILE_PIXELS, tileKey, tileX, tileY, type TileRows } from '../../raster/index.ts';
import { BRUSH, INK } from '../../tools/index.ts';
import { expectSame, noise, Page, rect } from './page.test-helper.ts';
import { PaintSession } from './paint-session.ts';
import { CANVAS, draw, OPTIONS, SAMPLES, studio } from './painting.test-helper.ts';

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
        plane === 'mask'
          ? page.store.coverage(tile, scratch.subarray(0, TILE_PIXELS))
          : page.store.pixels(tile, scratch);
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
    const samples = Array.from({ length: 500 }, (_, i) => ({
      x: 300 + i * 2,
      y: 700 + 30 * Math.sin(i / 20),
      pressure: 1,
    }));
    draw(page, { brush: { ...BRUSH, size: 40 } }, samples);
    const changed = [...page.raster('art').tiles].filter(([key, tile]) => tiles.get(key) !== tile);
    const area = rect(300 - 21, 670 - 21, 1000 + 42, 60 + 42);
    for (const [key] of changed)
      expect(
        tileX(key) * 256 < area.x + area.width &&
          (tileX(key) + 1) * 256 > area.x &&
          tileY(key) >= 2 &&
          tileY(key) <= 3,
      ).toBe(true);
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

function pixelsOf(page: Page, key: number): Uint8Array {
  const tile = page.raster('art').tiles.get(key);
  return tile ? page.store.pixels(tile, new Uint8Array(TILE_PIXELS * 4)) : new Uint8Array(TILE_PIXELS * 4);
}
