import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followColour, hexOf, hueAfterKey, rounded, shadeAfterKey } from './picker-hsv.ts';

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const place = fc.record({ h: fc.double({ min: 0, max: 359.9, noNaN: true }), s: unit, v: unit });
const hex = fc.nat(0xffffff).map((number) => `#${number.toString(16).padStart(6, '0')}`);

describe('followColour', () => {
  it('goes to a place that has the colour', () => {
    fc.assert(
      fc.property(place, hex, (before, colour) => {
        expect(hexOf(followColour(before, colour))).toBe(colour);
      }),
    );
  });

  it('stays where it is if the colour is that of the place', () => {
    fc.assert(
      fc.property(place, (before) => {
        expect(followColour(before, hexOf(before))).toBe(before);
      }),
    );
  });

  it('keeps the hue through greys, and the saturation too through black', () => {
    const before = { h: 210, s: 0.6, v: 0.8 };
    expect(followColour(before, '#808080')).toEqual({ h: 210, s: 0, v: 128 / 255 });
    expect(followColour(before, '#000000')).toEqual({ h: 210, s: 0.6, v: 0 });
  });

  it('ignores what is no colour', () => {
    const before = { h: 1, s: 1, v: 1 };
    expect(followColour(before, 'nonsense')).toBe(before);
  });
});

describe('rounded', () => {
  it('never shows 360 degrees', () => {
    expect(rounded({ h: 359.7, s: 0.004, v: 0.996 })).toEqual({ degrees: 0, saturation: 0, value: 100 });
  });
});

describe('the keys of the picker', () => {
  const middle = { h: 120.4, s: 0.5, v: 0.25 };

  it.each([
    ['ArrowRight', false, 121],
    ['ArrowUp', true, 130],
    ['ArrowLeft', false, 119],
    ['ArrowDown', true, 110],
    ['PageUp', false, 130],
    ['PageDown', false, 110],
    ['Home', false, 0],
  ])('%s (Shift: %s) moves the hue to %d', (key, shift, h) => {
    expect(hueAfterKey(middle, key, shift)).toEqual({ ...middle, h });
  });

  it('go round the circle of hues', () => {
    expect(hueAfterKey({ ...middle, h: 359 }, 'ArrowRight', false)?.h).toBe(0);
    expect(hueAfterKey({ ...middle, h: 5 }, 'ArrowLeft', true)?.h).toBe(355);
  });

  it.each([
    ['ArrowRight', false, 0.51, 0.25],
    ['ArrowLeft', true, 0.4, 0.25],
    ['ArrowUp', false, 0.5, 0.26],
    ['ArrowDown', true, 0.5, 0.15],
    ['PageUp', false, 0.5, 0.35],
    ['PageDown', false, 0.5, 0.15],
    ['Home', false, 0, 0.25],
    ['End', false, 1, 0.25],
  ])('%s (Shift: %s) moves saturation and value to %d and %d', (key, shift, s, v) => {
    expect(shadeAfterKey(middle, key, shift)).toEqual({ ...middle, s, v });
  });

  it('stop at the edges of the square', () => {
    expect(shadeAfterKey({ h: 0, s: 1, v: 0 }, 'ArrowRight', true)).toEqual({ h: 0, s: 1, v: 0 });
    expect(shadeAfterKey({ h: 0, s: 1, v: 0.04 }, 'ArrowDown', true)).toEqual({ h: 0, s: 1, v: 0 });
  });

  it.each(['Tab', 'Enter', 'a', 'Escape'])('leave %s alone', (key) => {
    expect(hueAfterKey(middle, key, false)).toBeUndefined();
    expect(shadeAfterKey(middle, key, false)).toBeUndefined();
  });
});
