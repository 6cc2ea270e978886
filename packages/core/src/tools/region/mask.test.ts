import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expandRect, intersectRects, placeMask, reframeMask } from './mask.ts';
import { coverageAt, maskFromText, masksOnCanvas } from './regions.test-helper.ts';

describe('reframeMask', () => {
  it('shows the same coverage through any rectangle, and 0 where the mask does not reach', () => {
    const edge = fc.integer({ min: -6, max: 20 });
    const side = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(masksOnCanvas(), edge, edge, side, side, ({ mask }, x, y, width, height) => {
        const framed = reframeMask(mask, { x, y, width, height });
        expect(framed.data.length).toBe(width * height);
        for (let row = y; row < y + height; row++)
          for (let column = x; column < x + width; column++)
            expect(coverageAt(framed, column, row)).toBe(coverageAt(mask, column, row));
      }),
    );
  });

  it('returns the mask itself where nothing changes', () => {
    const mask = maskFromText(2, 3, '#.', '.#');
    expect(reframeMask(mask, { x: 2, y: 3, width: 2, height: 2 })).toBe(mask);
  });
});

describe('rectangles', () => {
  it('share nothing when they only touch', () => {
    const left = { x: 0, y: 0, width: 3, height: 3 };
    expect(intersectRects(left, { x: 3, y: 0, width: 3, height: 3 })).toMatchObject({ width: 0, height: 0 });
    expect(intersectRects(left, { x: 2, y: 1, width: 3, height: 1 })).toEqual({
      x: 2,
      y: 1,
      width: 1,
      height: 1,
    });
  });

  it('grow on all sides, up to the canvas', () => {
    const canvas = { width: 10, height: 8 };
    expect(expandRect({ x: 1, y: 4, width: 2, height: 2 }, 2, canvas)).toEqual({
      x: 0,
      y: 2,
      width: 5,
      height: 6,
    });
  });
});

describe('placeMask', () => {
  it('shares the bytes of the mask', () => {
    const data = Uint8Array.of(1, 2);
    expect(placeMask({ width: 2, height: 1, data }, 5, 6)).toEqual({ x: 5, y: 6, width: 2, height: 1, data });
    expect(placeMask({ width: 2, height: 1, data }).data).toBe(data);
  });
});
