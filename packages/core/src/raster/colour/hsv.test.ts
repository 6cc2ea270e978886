import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hsvToRgb, rgbToHsv } from './hsv.ts';

const code = fc.nat(255);
const colour = fc.record({ r: code, g: code, b: code });

/** The textbook's hexcone, sector by sector. */
function bySector(h: number, s: number, v: number): number[] {
  const sector = Math.floor(h / 60);
  const f = h / 60 - sector;
  const [p, q, t] = [v * (1 - s), v * (1 - s * f), v * (1 - s * (1 - f))];
  const sectors = [
    [v, t, p],
    [q, v, p],
    [p, v, t],
    [p, q, v],
    [t, p, v],
    [v, p, q],
  ];
  return sectors[sector]!.map((channel) => channel * 255);
}

describe('rgbToHsv and hsvToRgb', () => {
  it.each([
    [
      { r: 255, g: 0, b: 0 },
      { h: 0, s: 1, v: 1 },
    ],
    [
      { r: 255, g: 255, b: 0 },
      { h: 60, s: 1, v: 1 },
    ],
    [
      { r: 0, g: 255, b: 0 },
      { h: 120, s: 1, v: 1 },
    ],
    [
      { r: 0, g: 255, b: 255 },
      { h: 180, s: 1, v: 1 },
    ],
    [
      { r: 0, g: 0, b: 255 },
      { h: 240, s: 1, v: 1 },
    ],
    [
      { r: 255, g: 0, b: 255 },
      { h: 300, s: 1, v: 1 },
    ],
    [
      { r: 51, g: 0, b: 0 },
      { h: 0, s: 1, v: 0.2 },
    ],
    [
      { r: 0, g: 0, b: 0 },
      { h: 0, s: 0, v: 0 },
    ],
    [
      { r: 255, g: 255, b: 255 },
      { h: 0, s: 0, v: 1 },
    ],
  ])('take %j to %j and back', (rgb, hsv) => {
    expect(rgbToHsv(rgb)).toEqual(hsv);
    expect(hsvToRgb(hsv)).toEqual(rgb);
  });

  it('undo each other for whole codes', () => {
    fc.assert(
      fc.property(colour, (rgb) => {
        expect(hsvToRgb(rgbToHsv(rgb))).toEqual(rgb);
      }),
      { numRuns: 2000 },
    );
  });

  it('stay in their ranges', () => {
    fc.assert(
      fc.property(colour, (rgb) => {
        const { h, s, v } = rgbToHsv(rgb);
        expect(h >= 0 && h < 360 && s >= 0 && s <= 1 && v >= 0 && v <= 1).toBe(true);
      }),
    );
  });
});

describe('hsvToRgb', () => {
  it('is the hexcone of the textbook, to the nearest code', () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    const hue = fc.double({ min: 0, max: 360, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(hue, unit, unit, (h, s, v) => {
        const { r, g, b } = hsvToRgb({ h, s, v });
        const expected = bySector(h, s, v);
        [r, g, b].forEach((channel, i) => {
          expect(Number.isInteger(channel)).toBe(true);
          expect(Math.abs(channel - expected[i]!)).toBeLessThanOrEqual(0.5 + 1e-9);
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('takes any angle, and clamps the rest', () => {
    fc.assert(
      fc.property(fc.nat(359), fc.integer({ min: -3, max: 3 }), (h, turns) => {
        expect(hsvToRgb({ h: h + 360 * turns, s: 1, v: 1 })).toEqual(hsvToRgb({ h, s: 2, v: 3 }));
        expect(hsvToRgb({ h, s: 1, v: -1 })).toEqual({ r: 0, g: 0, b: 0 });
      }),
    );
  });
});
