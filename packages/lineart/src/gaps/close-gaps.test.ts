import { describe, expect, it } from 'vitest';
import { sheet, type Sheet } from '../picture.test-helper.ts';
import { finish } from '../steps.ts';
import { closeGaps } from './close-gaps.ts';
import { endPoints } from './end-points.ts';

function lineOf({ data }: Sheet): Uint8Array {
  return data.map((grey) => (grey === 0 ? 1 : 0));
}
function closed(page: Sheet, longest: number): Uint8Array {
  const line = lineOf(page);
  finish(closeGaps(line, page.width, page.height, longest));
  return line;
}
/** Whether a fill from (50, 50), in steps to four sides, gets to the corner. */
function leaks(line: Uint8Array, width = 100): boolean {
  const seen = new Set([50 * width + 50]);
  for (const i of seen) {
    if (i === 0) return true;
    const near = [i - width, i + width];
    if (i % width > 0) near.push(i - 1);
    if (i % width < width - 1) near.push(i + 1);
    for (const j of near) if (line[j] === 0) seen.add(j);
  }
  return false;
}
/** A circle with a gap of about as many pixels, on a page of 100. */
const gapped = (gap: number, at = 0.7): Sheet =>
  sheet(100, 101)
    .circle(50, 50, 35, 3)
    .paint((x, y) => Math.abs(Math.atan2(y - 50, x - 50) - at) < gap / 2 / 35, 255);

describe('gap closing', () => {
  it.each([6, 10, 15])('closes a gap of %i px in a circle', (gap) => {
    expect(leaks(lineOf(gapped(gap)))).toBe(true);
    expect(leaks(closed(gapped(gap), 20))).toBe(false);
  });

  it('goes on in the curve of the line', () => {
    const before = lineOf(gapped(14));
    const after = closed(gapped(14), 20);
    const added = Array.from(after.keys()).filter((i) => after[i] === 1 && before[i] === 0);
    expect(added.length).toBeGreaterThan(8);
    for (const i of added)
      expect(Math.abs(Math.hypot((i % 100) - 50, Math.floor(i / 100) - 50) - 35)).toBeLessThan(2);
  });

  it('leaves longer gaps open', () => {
    expect(closed(gapped(25), 12)).toEqual(lineOf(gapped(25)));
  });

  it('leads an end on to a line that lies before it', () => {
    const page = sheet(60, 40)
      .paint((x, y) => y === 20 && x > 10 && x < 40)
      .paint((x) => x === 48 || x === 49);
    const line = closed(page, 12);
    expect([...line.subarray(20 * 60 + 40, 20 * 60 + 48)]).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
  });

  it('joins nothing that faces another way', () => {
    const page = sheet(60, 40).paint((x, y) => (y === 15 || y === 22) && x > 20 && x < 40);
    expect(closed(page, 15)).toEqual(lineOf(page));
  });
});

describe('end points', () => {
  const ends = (isLine: (x: number, y: number) => boolean) =>
    endPoints(lineOf(sheet(40, 40).paint(isLine)), 40).map(({ x, y, dx, dy }) => [
      x,
      y,
      Math.round(dx),
      Math.round(dy),
    ]);

  it('finds both ends of a stroke, and where they point', () => {
    expect(ends((x, y) => y === 20 && x >= 10 && x <= 30)).toEqual([
      [10, 20, -1, 0],
      [30, 20, 1, 0],
    ]);
  });

  it('finds none in closed lines and in specks', () => {
    expect(
      ends(
        (x, y) => (x === 10 || x === 30 || y === 10 || y === 30) && x >= 10 && x <= 30 && y >= 10 && y <= 30,
      ),
    ).toEqual([]);
    expect(ends((x, y) => x === 10 && y === 10)).toEqual([]);
  });
});
