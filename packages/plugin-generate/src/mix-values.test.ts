import { hexToOklch } from '@koma/character';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mixColours, mixColourValues, mixNumbers } from './mix-values.ts';

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const fraction = fc.double({ min: 0, max: 1, noNaN: true });
/** Degrees between two hues, the shorter way. */
const turn = (a: number, b: number): number => Math.abs(((((b - a) % 360) + 540) % 360) - 180);

test('ends are exactly the ends', () => {
  fc.assert(
    fc.property(hex, hex, (a, b) => {
      expect(mixColours(a, b, 0)).toBe(a);
      expect(mixColours(a, b, 1)).toBe(b);
    }),
  );
  expect(mixNumbers(0.1, 0.3, 1)).toBe(0.3);
});

test('in-between colours are colours, and their lightness lies between the ends', () => {
  fc.assert(
    fc.property(hex, hex, fraction, (a, b, t) => {
      const mixed = mixColours(a, b, t);
      expect(mixed).toMatch(/^#[0-9a-f]{6}$/);
      const [l, from, to] = [hexToOklch(mixed).l, hexToOklch(a).l, hexToOklch(b).l];
      // 8 bits a channel.
      expect(l).toBeGreaterThan(Math.min(from, to) - 0.01);
      expect(l).toBeLessThan(Math.max(from, to) + 0.01);
    }),
  );
});

test.each([
  ['#e05050', '#c0409a'],
  ['#4060d0', '#40b0b0'],
  ['#d0394b', '#e8803a'],
  ['#f29ab8', '#ee8f4c'],
])('the hue from %s to %s goes the shorter way', (a, b) => {
  const [from, to] = [hexToOklch(a).h, hexToOklch(b).h];
  const arc = turn(from, to);
  for (const t of [0.2, 0.4, 0.6, 0.8]) {
    const { h } = hexToOklch(mixColours(a, b, t));
    expect(turn(from, h) + turn(h, to)).toBeLessThan(arc + 4);
  }
});

test('a grey takes the hue of the other, so no foreign colour comes between', () => {
  const { h } = hexToOklch(mixColours('#808080', '#d0394b', 0.5));
  expect(turn(h, hexToOklch('#d0394b').h)).toBeLessThan(3);
});

test('swatches mix by their colours and stay names at the ends', () => {
  expect(mixColourValues('hairColor', 'pink', 'blue', 0)).toBe('pink');
  expect(mixColourValues('hairColor', 'pink', 'pink', 0.5)).toBe('pink');
  expect(mixColourValues('hairColor', 'pink', 'blue', 0.5)).toBe(mixColours('#f29ab8', '#5b86d8', 0.5));
  expect(mixColourValues('eyeColorLeft', 'same', '#112233', 0.5, ['#4a86dd', '#ffffff'])).toBe(
    mixColours('#4a86dd', '#112233', 0.5),
  );
});
