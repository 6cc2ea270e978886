import { expect, it } from 'vitest';
import { finish } from '../steps.ts';
import { LINE, PAPER, TONE } from './ink-plane.ts';
import { workPlanes } from './work-planes.ts';

function reading(ink: number[], width: number, lineWidth: number, colour = false) {
  const height = ink.length / width;
  const grey = { width, height, data: Uint8Array.from(ink, (value) => (value === PAPER ? 250 : 10)) };
  const data = Uint8ClampedArray.from(
    ink.flatMap((value) => (value === PAPER ? [255, 0, 0, 128] : [0, 0, 0, 255])),
  );
  const levels = { ink: 0, paper: 255 };
  return { image: { width, height, data }, grey, colour, levels, ink: Uint8Array.from(ink), lineWidth };
}
const [P, L, T] = [PAPER, LINE, TONE];

it('averages greys, and cuts the last pixels off where the page ends', () => {
  const planes = finish(workPlanes(reading([L, P, P, P, P, P, T, T, T], 3, 9), 2));
  expect([planes.width, planes.height]).toEqual([2, 2]);
  expect([...planes.shade]).toEqual([190, 250, 10, 10]);
});

it('needs half a pixel of line where lines are wide, and any where they are thin', () => {
  const ink = [L, P, L, L, P, P, P, P];
  expect([...finish(workPlanes(reading(ink, 4, 4), 2)).line]).toEqual([0, 1]);
  expect([...finish(workPlanes(reading(ink, 4, 2), 2)).line]).toEqual([1, 1]);
});

it('does not take tone for line', () => {
  expect([...finish(workPlanes(reading([T, T, T, T], 2, 1), 2)).line]).toEqual([0]);
});

it('averages colours over white', () => {
  const { colours } = finish(workPlanes(reading([P, P, L, L], 2, 1, true), 2));
  expect(colours!.map((plane) => plane[0])).toEqual([127, 63, 63]);
});
