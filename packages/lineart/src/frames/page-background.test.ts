import { expect, it } from 'vitest';
import { rowsOf, sheet, type Sheet } from '../picture.test-helper.ts';
import { padded } from '../regions/padded.ts';
import { twoSidedDistance } from '../regions/two-sided-distance.ts';
import { finish } from '../steps.ts';
import { pageBackground } from './page-background.ts';

function backgroundOf({ width, height, data }: Sheet, clearance = 2): string[] {
  const barrier = padded(
    data.map((grey) => (grey === 0 ? 1 : 0)),
    width,
    height,
  );
  const distance = new Uint16Array(barrier.length);
  finish(twoSidedDistance(barrier, width + 2, height + 2, distance));
  return rowsOf(finish(pageBackground({ distance, barrier, shade: data }, width, height, clearance)), width);
}
const frame = (page: Sheet, left: number, top: number, right: number, bottom: number): Sheet =>
  page.paint(
    (x, y) =>
      x >= left &&
      x <= right &&
      y >= top &&
      y <= bottom &&
      (x === left || x === right || y === top || y === bottom),
  );

it('is the margin and the gutters, not what lies in the frames', () => {
  const page = frame(frame(sheet(60, 40), 6, 6, 26, 33), 34, 6, 53, 33);
  const rows = backgroundOf(page);
  expect([rows[2]![2], rows[20]![30], rows[37]![58]]).toEqual(['#', '#', '#']);
  expect([rows[20]![15], rows[20]![45]]).toEqual(['.', '.']);
});

it('does not get into a panel through a gap in its frame', () => {
  const page = frame(sheet(60, 40), 6, 6, 53, 33).paint((x, y) => y === 6 && x > 20 && x < 23, 255);
  expect(backgroundOf(page)[20]![30]).toBe('.');
});

it('does not get into a figure that covers the frame', () => {
  // White clothes stand before the frame's lower line, closed to the sides and above.
  const page = frame(sheet(200, 200), 12, 12, 187, 187);
  page.paint((x, y) => y > 165 && x > 80 && x < 115, 255);
  page
    .paint((x, y) => y > 165 && y < 190 && (x === 80 || x === 115))
    .paint((x, y) => y === 165 && x >= 80 && x <= 115);
  const rows = backgroundOf(page);
  expect([rows[175]![97], rows[195]![97], rows[100]![5]]).toEqual(['.', '#', '#']);
});

it('is a gutter that is a little askew', () => {
  const slope = (x: number): number => 100 + Math.round(0.02 * x);
  const page = frame(sheet(200, 200), 12, 12, 187, 187);
  page.paint((x, y) => x >= 12 && x <= 187 && Math.abs(y - slope(x)) < 8, 255);
  page.paint((x, y) => x >= 12 && x <= 187 && Math.abs(y - slope(x)) === 8);
  const rows = backgroundOf(page);
  expect([rows[slope(100)]![100], rows[60]![100], rows[150]![100]]).toEqual(['#', '.', '.']);
});

it('is the open ground of a picture without frames', () => {
  const rows = backgroundOf(sheet(60, 60).circle(30, 30, 20, 2));
  expect([rows[3]![3], rows[30]![30]]).toEqual(['#', '.']);
});

it('is not the figure that the edge cuts off', () => {
  // White clothes reach the lower edge, on a ground of another grey.
  const page = sheet(60, 60, 150).paint((x, y) => y > 30 && x > 22 && x < 38, 255);
  page.paint((x, y) => y > 30 && (x === 22 || x === 38));
  const rows = backgroundOf(page);
  expect([rows[55]![30], rows[10]![30]]).toEqual(['.', '#']);
});

it('is nothing where lines cover the edge', () => {
  expect(backgroundOf(sheet(20, 20, 0)).join('')).not.toContain('#');
});
