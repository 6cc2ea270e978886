import { expect, it } from 'vitest';
import { sheet, type Sheet } from '../picture.test-helper.ts';
import { finish } from '../steps.ts';
import { blockStatistics } from './block-statistics.ts';
import { LINE, PAPER } from './ink-plane.ts';
import { sauvola } from './sauvola.ts';
import { unevenness } from './unevenness.ts';

/** Lines every 20 px on paper that gets darker to the right: no threshold fits all of it. */
function shaded(): { page: Sheet; isLine: (x: number) => boolean } {
  const page = sheet(320, 160);
  const isLine = (x: number): boolean => x % 20 >= 8 && x % 20 < 11;
  for (let y = 0, i = 0; y < page.height; y++)
    for (let x = 0; x < page.width; x++, i++) page.data[i] = (isLine(x) ? 0.35 : 1) * (250 - 0.6 * x);
  return { page, isLine };
}

it('finds lines on paper of any shade, and nothing between', () => {
  const { page, isLine } = shaded();
  const ink = finish(sauvola(page, finish(blockStatistics(page)), -1));
  const wrong = ink.filter((value, i) => (value === LINE) !== isLine(i % page.width));
  expect(wrong).toHaveLength(0);
});

it('keeps the middle of a solid black black', () => {
  const page = sheet(200, 200).paint((x, y) => x > 40 && x < 160 && y > 40 && y < 160, 10);
  const ink = finish(sauvola(page, finish(blockStatistics(page)), 50));
  expect([ink[100 * 200 + 100], ink[10 * 200 + 10]]).toEqual([LINE, PAPER]);
});

it('sums up each pixel in its block', () => {
  const page = sheet(35, 17, 2).paint((x, y) => x === 33 && y === 16, 5);
  const { across, down, count, sum, squares } = finish(blockStatistics(page));
  expect([across, down]).toEqual([3, 2]);
  expect([...count]).toEqual([256, 256, 48, 16, 16, 3]);
  expect([...sum]).toEqual([512, 512, 96, 32, 32, 9]);
  expect([...squares]).toEqual([1024, 1024, 192, 64, 64, 33]);
});

it('knows uneven paper from tones and blacks', () => {
  const levels = { ink: 0, paper: 255 };
  expect(finish(unevenness(shaded().page, levels))).toBeGreaterThan(100);
  const toned = sheet(320, 160)
    .dots(8, 3, (x) => x > 100)
    .paint((x) => x > 250);
  expect(finish(unevenness(toned, levels))).toBe(0);
  expect(finish(unevenness(sheet(10, 10, 0), levels))).toBe(0);
});
