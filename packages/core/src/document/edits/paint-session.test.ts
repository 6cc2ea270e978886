import { describe, expect, it } from 'vitest';
import { tileKey } from '../../raster/index.ts';
import { BRUSH, ERASER, INK, PENCIL } from '../../tools/index.ts';
import { codeOf, noise, Page } from './page.test-helper.ts';
import { PaintSession, type PaintOptions } from './paint-session.ts';
import { CANVAS, coverageOf, draw, OPTIONS, SAMPLES, soft, studio } from './painting.test-helper.ts';

type Four = readonly [number, number, number, number];

/** Checks every pixel on the canvas against what it should be, to the nearest level. */
function expectPixels(
  page: Page,
  before: Page,
  value: (before: Four, x: number, y: number) => readonly number[],
) {
  const [now, old] = [page.pixels('art', CANVAS).data, before.pixels('art', CANVAS).data];
  for (let y = 0, i = 0; y < CANVAS.height; y++)
    for (let x = 0; x < CANVAS.width; x++, i += 4) {
      const wanted = value([old[i]!, old[i + 1]!, old[i + 2]!, old[i + 3]!], x, y);
      for (let c = 0; c < 4; c++)
        if (!(Math.abs(now[i + c]! - wanted[c]!) <= 0.501))
          expect([x, y, ...now.slice(i, i + 4)]).toEqual([x, y, ...wanted]);
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
