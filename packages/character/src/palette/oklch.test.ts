import { describe, expect, it, test } from 'vitest';
import { hexToOklch, oklchToHex, turnHue } from './oklch.ts';

// From the table of https://bottosson.github.io/posts/oklab/ and CSS Color 4.
test.each([
  ['#ffffff', 1, 0, 0],
  ['#000000', 0, 0, 0],
  ['#ff0000', 0.628, 0.2577, 29.23],
  ['#0000ff', 0.452, 0.3132, 264.05],
])('%s is known in OKLCH', (hex, l, c, h) => {
  const colour = hexToOklch(hex);
  expect(colour.l).toBeCloseTo(l, 2);
  expect(colour.c).toBeCloseTo(c, 2);
  if (c > 0) expect(colour.h).toBeCloseTo(h, 0);
});

test.each(['#3a7bd5', '#f7e0d3', '#2c2733', '#808080'])('%s comes back from OKLCH', (hex) => {
  expect(oklchToHex(hexToOklch(hex))).toBe(hex);
});

describe('a colour that sRGB does not have', () => {
  it('loses chroma, not lightness', () => {
    const { l, c } = hexToOklch(oklchToHex({ l: 0.6, c: 0.37, h: 200 }));
    expect(l).toBeCloseTo(0.6, 1.5);
    expect(c).toBeLessThan(0.2);
  });

  it('is cut to black or white beyond them', () => {
    expect(oklchToHex({ l: 1.4, c: 0, h: 0 })).toBe('#ffffff');
    expect(oklchToHex({ l: -0.4, c: 0, h: 0 })).toBe('#000000');
  });
});

test('hues turn the shorter way and never past their target', () => {
  expect(turnHue(10, 350, 5)).toBe(5);
  expect(turnHue(350, 10, 5)).toBe(355);
  expect(turnHue(100, 102, 5)).toBe(102);
});
