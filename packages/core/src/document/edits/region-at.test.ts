import { describe, expect, it } from 'vitest';
import { BLACK, compositor, image, inside, Page, planeOf, rect, WHITE } from './page.test-helper.ts';
import { regionAt, type RegionOptions } from './region-at.ts';
import { SelectionReader } from './selection-reader.ts';

const OPTIONS: RegionOptions = { layerId: 'art', sample: 'layer', tolerance: 0, contiguous: true, gap: 0 };

/** White with two black lines down, at x = 100 and, with a gap of 6 pixels in it, at x = 260. */
const studio = () =>
  new Page(
    300,
    40,
    (make) => [
      make.layer(
        'art',
        image(300, 40, (x, y) => (x === 100 || (x === 260 && (y < 17 || y > 22)) ? BLACK : WHITE)),
      ),
    ],
    (make) => ({ selection: make.coverage(rect(150, 0, 40, 40), () => 255) }),
  );

const region = (x: number, y: number, options: Partial<RegionOptions> = {}, within = false) => {
  const page = studio();
  const selection = within ? new SelectionReader(page.store, page.page) : undefined;
  return page.edit((t) => regionAt(t, { x, y }, { ...OPTIONS, ...options }, compositor, selection));
};

/** Checks that a region is exactly the pixels that are `inside`. */
const expectPixels = (mask: ReturnType<typeof region>, isIn: (x: number, y: number) => boolean) => {
  const plane = planeOf(rect(0, 0, 300, 40), (x, y) =>
    mask && inside(mask, x, y) ? mask.data[(y - mask.y) * mask.width + x - mask.x]! : 0,
  );
  expect(plane).toEqual(planeOf(rect(0, 0, 300, 40), (x, y) => (isIn(x, y) ? 255 : 0)));
};

describe('regionAt', () => {
  it('is what is connected to a point, up to the edges of the canvas', () => {
    expectPixels(region(5.9, 5.9), (x) => x < 100);
    expectPixels(region(100, 3), (x) => x === 100);
  });

  it('goes through gaps in lines, unless they are closed', () => {
    expectPixels(region(200, 3), (x, y) => x > 100 && (x !== 260 || (y >= 17 && y <= 22)));
    const closed = region(200, 3, { gap: 12 })!;
    expect(closed.x).toBe(101);
    expect(closed.x + closed.width).toBeLessThan(264);
    expect(closed.x + closed.width).toBeGreaterThan(258);
  });

  it('is all that is alike where it need not be connected', () => {
    expectPixels(
      region(5, 5, { contiguous: false }),
      (x, y) => x !== 100 && (x !== 260 || (y >= 17 && y <= 22)),
    );
  });

  it('is everything with a tolerance for everything', () => {
    expectPixels(region(100, 3, { tolerance: 255 }), () => true);
  });

  it('stays within a selection', () => {
    expectPixels(region(160, 3, {}, true), (x) => x >= 150 && x < 190);
    expectPixels(region(160, 3, { contiguous: false }, true), (x) => x >= 150 && x < 190);
  });

  it('is empty where the point is not selected', () => {
    expectPixels(region(5, 5, {}, true), () => false);
  });

  it('is undefined off the canvas', () => {
    expect([region(-0.1, 5), region(300, 5), region(5, 40)]).toEqual([undefined, undefined, undefined]);
  });
});
