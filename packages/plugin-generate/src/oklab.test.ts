import { hexToOklch } from '@koma/character';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chromaOf, colourDistance, hexToOklab } from './oklab.ts';

test('agrees with the OKLCH of the character engine', () => {
  const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
  fc.assert(
    fc.property(hex, (colour) => {
      const { l, c, h } = hexToOklch(colour);
      const lab = hexToOklab(colour);
      expect(lab[0]).toBeCloseTo(l, 4);
      expect(lab[1]).toBeCloseTo(c * Math.cos((h * Math.PI) / 180), 4);
      expect(lab[2]).toBeCloseTo(c * Math.sin((h * Math.PI) / 180), 4);
      expect(chromaOf(lab)).toBeCloseTo(c, 4);
    }),
  );
});

test('a colour is no distance from itself, and lightness may count less', () => {
  expect(colourDistance(hexToOklab('#336699'), hexToOklab('#336699'))).toBe(0);
  expect(colourDistance(hexToOklab('#ffffff'), hexToOklab('#000000'))).toBeCloseTo(1, 3);
  expect(colourDistance(hexToOklab('#ffffff'), hexToOklab('#000000'), 0.5)).toBeCloseTo(0.5, 3);
});
