import { describe, expect, it } from 'vitest';
import { randomOf, type Random } from '../solver/flow-oracle.test-helper.ts';
import { cutPixels } from './cut-pixels.ts';
import { circlesPage, scatteredRegions } from './page.test-helper.ts';
import { Fixed, MAX_PRICE, MAX_PULL, type PixelCut } from './pixel-cut.ts';
import { pixelEnergy } from './pixel-energy.ts';
import { pixelPrices } from './pixel-prices.ts';
import { cutRegions } from './region-cut.test-helper.ts';

describe('cutPixels', () => {
  it('finds the least energy of all labellings, and the smallest subject that has it', () => {
    for (let seed = 0; seed < 300; seed++) {
      const random = randomOf(seed);
      const [width, height] = [1 + random(4), 1 + random(3)];
      const cut = randomCut(width, height, random);
      const labels = new Uint8Array(width * height);
      const energy = cutPixels(cut, labels);
      const best = bruteForce(cut);
      expect(energy, `grid ${seed}`).toBe(best.energy);
      expect([...labels], `grid ${seed}`).toEqual(best.labels);
    }
  });

  it('cuts as the solver for graphs does', () => {
    for (let seed = 0; seed < 25; seed++) {
      const random = randomOf(seed + 1000);
      const [width, height] = [1 + random(40), 1 + random(40)];
      const cut = randomCut(width, height, random);
      const labels = new Uint8Array(width * height);
      cutPixels(cut, labels);
      const ownRegions = Uint32Array.from({ length: width * height }, (_, i) => i);
      expect(labels, `grid ${seed}`).toEqual(cutRegions(cut, ownRegions).labels);
    }
  });

  it('keeps what lies outside the rectangle, and is exact inside beside it', () => {
    for (let seed = 0; seed < 100; seed++) {
      const random = randomOf(seed + 2000);
      const [width, height] = [5, 6];
      const cut = randomCut(width, height, random);
      const [x, y] = [random(4), random(4)];
      const rect = {
        x,
        y,
        width: 1 + random(Math.min(3, width - x)),
        height: 1 + random(Math.min(3, height - y)),
      };
      const before = Uint8Array.from({ length: width * height }, () => random(2));
      const labels = before.slice();
      const energy = cutPixels(cut, labels, rect);
      const isInside = (i: number) =>
        i % width >= x && i % width < x + rect.width && i >= y * width && i < (y + rect.height) * width;
      // The same with everything outside forced, by the whole grid.
      const fixed = before.map((label, i) => (isInside(i) ? cut.fixed![i]! : Fixed.BACKGROUND + label));
      const all = new Uint8Array(width * height);
      cutPixels({ ...cut, fixed }, all);
      expect(labels.filter((_, i) => isInside(i))).toEqual(all.filter((_, i) => isInside(i)));
      expect(labels.filter((_, i) => !isInside(i))).toEqual(before.filter((_, i) => !isInside(i)));
      expect(energy).toBe(pixelEnergy(cut, labels, rect));
    }
  });

  it('is never dearer than the cut of regions, and as dear where each pixel is a region', () => {
    for (let seed = 0; seed < 4; seed++) {
      const random = randomOf(seed + 3000);
      const grey = circlesPage(90, 70, seed, { noise: 30 });
      const pull = new Int32Array(90 * 70);
      for (let i = 0; i < 60; i++) pull[random(90 * 70)] = random(8000) - 4000;
      const cut = { width: 90, height: 70, price: pixelPrices(grey, 4), pull };
      const exact = cutPixels(cut, new Uint8Array(90 * 70));
      const regions = cutRegions(cut, scatteredRegions(90, 70, 6, random));
      expect(regions.energy).toBe(pixelEnergy(cut, regions.labels));
      expect(exact).toBeLessThan(regions.energy);
      expect(cutRegions(cut, scatteredRegions(90, 70, 1, random)).energy).toBe(exact);
    }
  });

  it('is exact at the greatest prices and pulls', () => {
    const price = new Uint16Array(9).fill(MAX_PRICE);
    const pull = Int32Array.of(MAX_PULL, 0, 0, 0, 0, 0, 0, 0, -MAX_PULL);
    const labels = new Uint8Array(9);
    expect(cutPixels({ width: 3, height: 3, price, pull }, labels)).toBe(2 * MAX_PRICE);
    expect([...labels]).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('makes everything background where nothing pulls', () => {
    const labels = new Uint8Array(20).fill(1);
    expect(cutPixels({ width: 5, height: 4, price: new Uint16Array(20).fill(7) }, labels)).toBe(0);
    expect(labels).toEqual(new Uint8Array(20));
  });

  it('refuses rectangles that leave the grid, and leaves empty ones alone', () => {
    const cut = { width: 4, height: 4, price: new Uint16Array(16) };
    const labels = new Uint8Array(16).fill(1);
    expect(() => cutPixels(cut, labels, { x: 2, y: 0, width: 3, height: 1 })).toThrow(RangeError);
    expect(() => cutPixels(cut, labels, { x: -1, y: 0, width: 3, height: 1 })).toThrow(RangeError);
    expect(cutPixels(cut, labels, { x: 2, y: 2, width: 0, height: 2 })).toBe(0);
    expect(labels).toEqual(new Uint8Array(16).fill(1));
  });
});

function randomCut(width: number, height: number, random: Random): PixelCut {
  const length = width * height;
  const most = [2, 30, 2000][random(3)]!;
  return {
    width,
    height,
    price: Uint16Array.from({ length }, () => random(most)),
    pull: Int32Array.from({ length }, () => (random(3) ? 0 : random(4 * most) - 2 * most)),
    fixed: Uint8Array.from({ length }, () => (random(8) ? Fixed.NONE : 1 + random(2))),
  };
}

/** By trying all labellings that obey `fixed`, with the energy written out once more. */
function bruteForce(cut: PixelCut): { energy: number; labels: number[] } {
  const { width, height, price } = cut;
  const length = width * height;
  let energy = Infinity;
  let common = 0;
  for (let side = 0; side < 1 << length; side++) {
    let e = 0;
    for (let i = 0; i < length; i++) {
      const label = (side >> i) & 1;
      const fixed = cut.fixed![i]!;
      if (fixed !== Fixed.NONE) e += fixed === Fixed.BACKGROUND + label ? 0 : Infinity;
      else if (label !== (cut.pull![i]! > 0 ? 1 : 0)) e += Math.abs(cut.pull![i]!);
      for (let j = i + 1; j < length; j++) {
        const steps =
          Math.abs((i % width) - (j % width)) + Math.abs(Math.floor(i / width) - Math.floor(j / width));
        if (steps === 1 && ((side >> j) & 1) !== label) e += Math.min(price[i]!, price[j]!);
      }
    }
    common = e < energy ? side : e === energy ? common & side : common;
    energy = Math.min(energy, e);
  }
  return { energy, labels: Array.from({ length }, (_, i) => (common >> i) & 1) };
}
