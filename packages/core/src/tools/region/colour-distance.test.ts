import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { colourDistance, type StraightColour } from './colour-distance.ts';

const channel = fc.integer({ min: 0, max: 255 });
const colours = fc.record({ red: channel, green: channel, blue: channel, alpha: channel });
const opaque = (red: number, green: number, blue: number): StraightColour => ({
  red,
  green,
  blue,
  alpha: 255,
});

describe('colourDistance', () => {
  it('is the largest channel difference of opaque colours', () => {
    expect(colourDistance(opaque(10, 200, 30), opaque(14, 190, 30))).toBe(10);
  });

  it('sees no difference between transparent pixels, whatever lies under them', () => {
    const hidden = { red: 255, green: 0, blue: 90, alpha: 0 };
    expect(colourDistance(hidden, { red: 0, green: 0, blue: 0, alpha: 0 })).toBe(0);
  });

  it('keeps every opaque colour as far from nothing as can be', () => {
    fc.assert(
      fc.property(colours, colours, (one, other) => {
        expect(colourDistance({ ...one, alpha: 255 }, { ...other, alpha: 0 })).toBe(255);
      }),
    );
  });

  it('counts a difference by how much of it shows', () => {
    const faint = { red: 200, green: 0, blue: 0, alpha: 51 };
    expect(colourDistance(faint, { ...faint, red: 100 })).toBeCloseTo(20, 12);
  });

  it('is a metric', () => {
    fc.assert(
      fc.property(colours, colours, colours, (a, b, c) => {
        expect(colourDistance(a, b)).toBe(colourDistance(b, a));
        expect(colourDistance(a, a)).toBe(0);
        expect(colourDistance(a, c)).toBeLessThanOrEqual(colourDistance(a, b) + colourDistance(b, c) + 1e-9);
      }),
    );
  });
});
