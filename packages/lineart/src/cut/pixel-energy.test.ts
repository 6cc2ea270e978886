import { expect, it } from 'vitest';
import { Fixed } from './pixel-cut.ts';
import { pixelEnergy } from './pixel-energy.ts';

it('sums the lesser prices of cut neighbours and the pulls of pixels that have the other label', () => {
  const price = Uint16Array.of(1, 20, 300, 4, 50, 600);
  const pull = Int32Array.of(1000, -2000, 5000, 0, 0, -7000);
  const cut = { width: 3, height: 2, price, pull };
  // 1 0 0
  // 1 1 0
  const labels = Uint8Array.of(1, 0, 0, 1, 1, 0);
  const cuts = 1 + 20 + 50;
  expect(pixelEnergy(cut, labels)).toBe(cuts + 5000);
  expect(pixelEnergy({ ...cut, fixed: Uint8Array.of(0, 0, Fixed.SUBJECT, 0, 0, 0) }, labels)).toBe(cuts);
});

it('counts the cuts across the border of a rectangle, but not those of the page', () => {
  const price = new Uint16Array(9).fill(10);
  const labels = Uint8Array.of(0, 0, 0, 0, 1, 0, 0, 0, 0);
  expect(pixelEnergy({ width: 3, height: 3, price }, labels, { x: 1, y: 1, width: 1, height: 1 })).toBe(40);
  expect(pixelEnergy({ width: 3, height: 3, price }, labels, { x: 1, y: 1, width: 2, height: 2 })).toBe(40);
  expect(pixelEnergy({ width: 3, height: 3, price }, labels, { x: 0, y: 0, width: 2, height: 1 })).toBe(10);
});
