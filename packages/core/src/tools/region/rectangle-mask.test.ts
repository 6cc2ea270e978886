import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trimMask } from './mask-bounds.ts';
import { EMPTY_MASK } from './mask.ts';
import { polygonMask } from './polygon-mask.ts';
import { rectangleMask } from './rectangle-mask.ts';
import { onCanvas } from './regions.test-helper.ts';

const canvas = { width: 9, height: 8 };

describe('rectangleMask', () => {
  it('covers what the polygon of its corners covers, drawn in any direction', () => {
    const place = fc.oneof(
      fc.double({ min: -5, max: 14, noNaN: true }),
      fc.integer({ min: -10, max: 28 }).map((half) => half / 2),
    );
    fc.assert(
      fc.property(place, place, place, place, fc.boolean(), (x0, y0, x1, y1, antialias) => {
        const mask = rectangleMask({ x: x0, y: y0, width: x1 - x0, height: y1 - y0 }, canvas, { antialias });
        const [right, bottom] = [x0 + (x1 - x0), y0 + (y1 - y0)];
        const polygon = polygonMask([x0, y0, right, y0, right, bottom, x0, bottom], canvas, { antialias });
        const expected = onCanvas(polygon, canvas);
        onCanvas(mask, canvas).forEach((value, i) =>
          expect(Math.abs(value - expected[i]!)).toBeLessThanOrEqual(1),
        );
        expect(trimMask(mask)).toBe(mask);
      }),
      { numRuns: 300 },
    );
  });

  it('is one row of bytes per row of the canvas when edges lie on pixels', () => {
    expect(rectangleMask({ x: 6, y: 5, width: -4, height: -2 }, canvas)).toEqual({
      x: 2,
      y: 3,
      width: 4,
      height: 2,
      data: new Uint8Array(8).fill(255),
    });
  });

  it('covers a corner by the product of both shares', () => {
    expect([...rectangleMask({ x: 1.5, y: 1.75, width: 1, height: 1 }, canvas).data]).toEqual([
      32, 32, 96, 96,
    ]);
  });

  it('is empty without area or outside the canvas', () => {
    for (const shape of [
      { x: 2, y: 2, width: 0, height: 5 },
      { x: 2, y: 2, width: 5, height: 0 },
      { x: 20, y: 2, width: 5, height: 5 },
      { x: -9, y: -9, width: 9, height: 9 },
    ])
      expect(rectangleMask(shape, canvas)).toBe(EMPTY_MASK);
  });
});
