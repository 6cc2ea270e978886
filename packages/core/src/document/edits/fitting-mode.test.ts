import { describe, expect, it } from 'vitest';
import { fittingMode, fittingModeOfTiles, widestMode } from './fitting-mode.ts';
import { image, Page, type Rgba } from './page.test-helper.ts';

const of = (...pixels: Rgba[]) => Uint8Array.from(pixels.flat());

describe('fittingMode', () => {
  it('is black and white while there is only that, and nothing', () => {
    expect(fittingMode(of([0, 0, 0, 255], [255, 255, 255, 255], [9, 8, 7, 0]), 'mono')).toBe('mono');
  });

  it('is grey for greys, and for black that shows through', () => {
    expect(fittingMode(of([0, 0, 0, 255], [1, 1, 1, 255]), 'mono')).toBe('grey');
    expect(fittingMode(of([0, 0, 0, 254]), 'mono')).toBe('grey');
  });

  it('is colour for a single coloured pixel, wherever it is', () => {
    expect(fittingMode(of([3, 3, 3, 255], [0, 0, 0, 255], [3, 3, 4, 1]), 'mono')).toBe('colour');
  });

  it('is never narrower than asked', () => {
    expect(fittingMode(of([0, 0, 0, 255]), 'grey')).toBe('grey');
    expect(fittingMode(of([0, 0, 0, 255]), 'colour')).toBe('colour');
  });

  it('looks at all tiles', () => {
    const page = new Page(600, 10, (make) => [
      make.layer(
        'ink',
        image(600, 10, (x) => [x === 580 ? 7 : 0, 0, 0, 255]),
      ),
      make.layer(
        'line',
        image(600, 10, (x) => [x % 2 ? 255 : 0, x % 2 ? 255 : 0, x % 2 ? 255 : 0, 255]),
      ),
    ]);
    expect(fittingModeOfTiles(page.store, page.raster('ink').tiles, 'mono')).toBe('colour');
    expect(fittingModeOfTiles(page.store, page.raster('line').tiles, 'mono')).toBe('mono');
  });
});

describe('widestMode', () => {
  it('allows what any of them allows', () => {
    expect(widestMode([])).toBe('mono');
    expect(widestMode(['mono', 'grey'])).toBe('grey');
    expect(widestMode(['colour', 'mono', 'grey'])).toBe('colour');
  });
});
