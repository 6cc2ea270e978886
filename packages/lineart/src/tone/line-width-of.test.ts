import { expect, it } from 'vitest';
import { sheet } from '../picture.test-helper.ts';
import { finish } from '../steps.ts';
import { findRuns } from './find-runs.ts';
import { lineWidthOf } from './line-width-of.ts';

const widthOf = (page: ReturnType<typeof sheet>): number =>
  lineWidthOf(finish(findRuns(page.data, page.width, page.height, 0)));

it.each([3, 5, 8])('measures circles drawn %i px wide', (width) => {
  const page = sheet(300, 300).circle(150, 150, 120, width).circle(150, 150, 60, width);
  expect(Math.abs(widthOf(page) - width)).toBeLessThan(0.25 * width + 0.5);
});

it('is not misled by solid blacks', () => {
  const page = sheet(300, 300)
    .circle(150, 150, 120, 4)
    .paint((x, y) => x > 100 && x < 200 && y > 100 && y < 200);
  expect(Math.abs(widthOf(page) - 4)).toBeLessThan(1.5);
});

it('is 0 without ink and 1 where there are only specks', () => {
  expect(widthOf(sheet(20, 20))).toBe(0);
  expect(widthOf(sheet(20, 20).paint((x, y) => x === 3 && y === 3))).toBe(1);
});
