import { describe, expect, it } from 'vitest';
import { circlesPage } from './page.test-helper.ts';
import { MAX_PRICE } from './pixel-cut.ts';
import { PixelPrice, pixelPrices, putPrices } from './pixel-prices.ts';

describe('pixelPrices', () => {
  it('rises from ink to paper', () => {
    const prices = pixelPrices({
      width: 256,
      height: 1,
      data: Uint8Array.from({ length: 256 }, (_, i) => i),
    });
    expect(prices[0]).toBe(PixelPrice.INK);
    expect(prices[255]).toBe(PixelPrice.PAPER);
    for (let i = 1; i < 256; i++) expect(prices[i]).toBeGreaterThanOrEqual(prices[i - 1]!);
  });

  it('is least in the middle of a line', () => {
    const data = Uint8Array.from({ length: 15 * 15 }, (_, i) => (i % 15 >= 5 && i % 15 <= 9 ? 0 : 255));
    const row = [...pixelPrices({ width: 15, height: 15, data }, 5)].slice(7 * 15, 8 * 15);
    expect(row.indexOf(Math.min(...row))).toBe(7);
    expect(row.filter((price) => price === row[7])).toHaveLength(1);
    expect(row).toEqual(row.toReversed());
    expect(row[0]).toBe(PixelPrice.PAPER + PixelPrice.RIDGE);
    expect(Math.max(...row)).toBeLessThanOrEqual(MAX_PRICE);
  });

  it('adds the mean of the surroundings, edge pixels going on beyond the page', () => {
    const grey = circlesPage(23, 17, 3, { noise: 200 });
    const prices = pixelPrices(grey, 6);
    const clamp = (value: number, size: number) => Math.min(size - 1, Math.max(0, value));
    prices.forEach((price, i) => {
      let sum = 0;
      for (let dy = -3; dy <= 3; dy++)
        for (let dx = -3; dx <= 3; dx++)
          sum += grey.data[clamp(Math.floor(i / 23) + dy, 17) * 23 + clamp((i % 23) + dx, 23)]!;
      const own = PixelPrice.INK + (PixelPrice.PAPER - PixelPrice.INK) * (grey.data[i]! / 255) ** 2;
      expect(Math.abs(price - own - (PixelPrice.RIDGE * sum) / (49 * 255))).toBeLessThanOrEqual(1);
    });
  });

  it('does not depend on the rectangle that is asked for', () => {
    const grey = circlesPage(40, 30, 5, { noise: 60 });
    const whole = pixelPrices(grey, 4);
    const rect = { x: 25, y: -1, width: 12, height: 20 };
    const part = new Uint16Array(20 * 20);
    putPrices(part, 20, grey, rect, 4);
    for (let y = 1; y < 20; y++)
      expect(part.slice(y * 20, y * 20 + 12)).toEqual(whole.slice((y - 1) * 40 + 25, (y - 1) * 40 + 37));
  });

  it('takes what is dark outside lines for paper', () => {
    const grey = { width: 7, height: 4, data: new Uint8Array(28) };
    const line = { mask: Uint8Array.of(1, 0, 0, 0, 0, 0, 1, 1), width: 4, scale: 2 };
    const prices = pixelPrices(grey, 0, line);
    const { INK, PAPER } = PixelPrice;
    expect(prices.slice(0, 7)).toEqual(Uint16Array.of(INK, INK, PAPER, PAPER, PAPER, PAPER, PAPER));
    expect(prices.slice(21)).toEqual(Uint16Array.of(PAPER, PAPER, PAPER, PAPER, INK, INK, INK));
  });
});
