import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addColours, MAX_PALETTE, moveColour, removeColour, replaceColour } from './palette-edits.ts';

const RGB = ['#ff0000', '#00ff00', '#0000ff'];

describe('addColours', () => {
  it('puts colours to the end, each once, in small letters', () => {
    expect(addColours(RGB, ['#FF0000', '#ABC', 'no colour', '#123456'])).toEqual([
      ...RGB,
      '#aabbcc',
      '#123456',
    ]);
  });

  it('takes no more than a palette holds', () => {
    const many = Array.from({ length: 300 }, (_, i) => `#${i.toString(16).padStart(6, '0')}`);
    expect(addColours([], many)).toEqual(many.slice(0, MAX_PALETTE));
  });
});

it('a colour can be removed and changed', () => {
  expect(removeColour(RGB, 1)).toEqual(['#ff0000', '#0000ff']);
  expect(replaceColour(RGB, 1, '#FFF')).toEqual(['#ff0000', '#ffffff', '#0000ff']);
});

it('a change to nothing, to a colour that is there, or beyond the end is none', () => {
  for (const [index, colour] of [
    [1, 'white'],
    [1, '#0000ff'],
    [3, '#ffffff'],
    [-1, '#ffffff'],
  ] as const)
    expect(replaceColour(RGB, index, colour)).toBe(RGB);
});

describe('moveColour', () => {
  it('moves a colour to both sides', () => {
    expect(moveColour(RGB, 0, 2)).toEqual(['#00ff00', '#0000ff', '#ff0000']);
    expect(moveColour(RGB, 2, 0)).toEqual(['#0000ff', '#ff0000', '#00ff00']);
    for (const [from, to] of [
      [0, 3],
      [0, -1],
      [5, 0],
    ] as const)
      expect(moveColour(RGB, from, to)).toBe(RGB);
  });

  it('is taken back by moving it back, and leaves the order of the others alone', () => {
    const palettes = fc.uniqueArray(fc.integer({ min: 0, max: 0xffffff }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(palettes, fc.nat(), fc.nat(), (colours, a, b) => {
        const palette = colours.map((colour) => `#${colour.toString(16).padStart(6, '0')}`);
        const [from, to] = [a % palette.length, b % palette.length];
        const moved = moveColour(palette, from, to);
        expect(moved[to]).toBe(palette[from]);
        expect(moved.filter((colour) => colour !== palette[from])).toEqual(removeColour(palette, from));
        expect(moveColour(moved, to, from)).toEqual(palette);
      }),
    );
  });
});
