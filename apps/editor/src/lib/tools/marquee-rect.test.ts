import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marqueeRect } from './marquee-rect.ts';

const place = fc.record({
  x: fc.double({ min: -500, max: 500, noNaN: true }),
  y: fc.double({ min: -500, max: 500, noNaN: true }),
});
const free = { square: false, fromCentre: false };

describe('marqueeRect', () => {
  it('spans the two places on whole pixels, in whichever direction one drags', () => {
    expect(marqueeRect({ x: 10.4, y: 20.6 }, { x: 3.2, y: 30 }, free)).toEqual({
      x: 3,
      y: 21,
      width: 7,
      height: 9,
    });
    fc.assert(
      fc.property(place, place, (a, b) => {
        expect(marqueeRect(a, b, free)).toEqual(marqueeRect(b, a, free));
      }),
    );
  });
  it('as a square keeps the anchor as a corner and the longer side', () => {
    expect(marqueeRect({ x: 10, y: 10 }, { x: 0, y: 13 }, { square: true, fromCentre: false })).toEqual({
      x: 0,
      y: 10,
      width: 10,
      height: 10,
    });
  });
  it('from the centre reaches as far to either side as to the pointer', () => {
    fc.assert(
      fc.property(place, place, fc.boolean(), (anchor, pointer, square) => {
        const rect = marqueeRect(anchor, pointer, { square, fromCentre: true });
        expect(rect.x + rect.width / 2).toBeCloseTo(Math.round(anchor.x), 9);
        expect(rect.y + rect.height / 2).toBeCloseTo(Math.round(anchor.y), 9);
        if (square) expect(rect.width).toBe(rect.height);
      }),
    );
  });
});
