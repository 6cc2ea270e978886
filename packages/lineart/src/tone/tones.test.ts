import { describe, expect, it } from 'vitest';
import { LINE, PAPER, TONE } from '../page/ink-plane.ts';
import { sheet, type Sheet } from '../picture.test-helper.ts';
import { finish } from '../steps.ts';
import { findRuns } from './find-runs.ts';
import { keepLines } from './keep-lines.ts';
import { periodicInk } from './periodic-ink.ts';
import { voteTones } from './vote-tones.ts';

const [width, height] = [240, 200];

/** Parallel lines at an angle, where a function says. */
const lined = (
  page: Sheet,
  pitch: number,
  thick: number,
  degrees: number,
  isIn = (_x: number, _y: number) => true,
) => {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return page.paint((x, y) => {
    const v = (y + 0.2) * cos - (x + 0.2) * sin;
    return isIn(x, y) && Math.abs(v - Math.round(v / pitch) * pitch) <= thick / 2;
  });
};

function separated(page: Sheet): Uint8Array {
  const ink = page.data.map((grey) => (grey === 0 ? LINE : PAPER));
  const runs = finish(findRuns(ink, width, height, LINE));
  const marks = finish(periodicInk(ink, runs, width, height));
  const votes = finish(voteTones(runs, marks, width, height));
  finish(keepLines(ink, marks, votes, width, height));
  return ink;
}

const shareOf = (ink: Uint8Array, value: number, isIn: (x: number, y: number) => boolean): number => {
  let [all, some] = [0, 0];
  for (let i = 0; i < ink.length; i++)
    if (ink[i] !== PAPER && isIn(i % width, Math.floor(i / width))) {
      all++;
      if (ink[i] === value) some++;
    }
  return some / all;
};
const inside = (x: number, y: number): boolean => x > 30 && x < width - 30 && y > 30 && y < height - 30;

describe('lines and tones told apart by how even they are', () => {
  it.each([
    [8, 2.5, 0],
    [8, 2.5, 90],
    [8, 3, 45],
    [11, 4, 20],
    [6, 2, 75],
  ])('takes lines %f px apart and %f thick at %i degrees for tone', (pitch, thick, degrees) => {
    const ink = separated(lined(sheet(width, height), pitch, thick, degrees));
    expect(shareOf(ink, TONE, inside)).toBeGreaterThan(0.97);
  });

  it('keeps an outline that crosses a line tone', () => {
    const isIn = (x: number, y: number): boolean => Math.hypot(x - 120, y - 100) < 78;
    const page = lined(sheet(width, height), 9, 2.5, 30, isIn).circle(120, 100, 78, 4);
    const ink = separated(page);
    const onCircle = (x: number, y: number): boolean => Math.abs(Math.hypot(x - 120, y - 100) - 78) <= 1.5;
    expect(shareOf(ink, LINE, onCircle)).toBeGreaterThan(0.9);
    expect(shareOf(ink, TONE, (x, y) => Math.hypot(x - 120, y - 100) < 50)).toBeGreaterThan(0.97);
  });

  it('keeps hair, a few strokes side by side, and lines at uneven distances', () => {
    const strands = [20, 27, 41, 46, 66, 74, 95, 128, 137, 165, 171, 198];
    const page = sheet(width, height).paint((x, y) => strands.some((at) => Math.abs(x - at - y / 9) <= 1.2));
    expect(shareOf(separated(page), LINE, () => true)).toBeGreaterThan(0.95);
  });

  it('keeps a lone circle and a solid black', () => {
    const page = sheet(width, height)
      .circle(80, 100, 60, 4)
      .paint((x, y) => x > 170 && y > 60);
    expect(shareOf(separated(page), LINE, () => true)).toBe(1);
  });
});
