import { expect, test } from 'vitest';
import { Truth } from '../pages/test-page.ts';
import { deepestError } from './deepest-error.ts';

const WIDTH = 12;
const HEIGHT = 10;

/** A plane with squares of 1. */
function squares(...list: readonly (readonly [x: number, y: number, side: number])[]): Uint8Array {
  const plane = new Uint8Array(WIDTH * HEIGHT);
  for (const [x, y, side] of list)
    for (let i = 0; i < side * side; i++) plane[(y + Math.floor(i / side)) * WIDTH + x + (i % side)] = 1;
  return plane;
}

test('the largest error is found, whichever way it is wrong', () => {
  const missing = deepestError(squares([1, 1, 2]), squares([1, 1, 2], [5, 3, 5]), WIDTH);
  expect(missing).toEqual({ x: 7, y: 5, side: 5, label: 'fg' });
  const tooMuch = deepestError(squares([1, 1, 2], [5, 3, 5]), squares([1, 1, 2]), WIDTH);
  expect(tooMuch).toEqual({ x: 7, y: 5, side: 5, label: 'bg' });
});

test('a right mask has no error, and what is elsewhere is none', () => {
  const truth = squares([2, 2, 4]);
  expect(deepestError(Uint8Array.from(truth), truth, WIDTH)).toBeUndefined();
  const elsewhere = truth.map((value) => (value === 0 ? Truth.elsewhere : value));
  expect(deepestError(squares([2, 2, 4]), elsewhere, WIDTH)).toBeUndefined();
});
