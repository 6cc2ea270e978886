import { expect, it } from 'vitest';
import { sheet } from '../picture.test-helper.ts';
import { finish } from '../steps.ts';
import { thin } from './thin.ts';

const [width, height] = [60, 60];

function thinned(isLine: (x: number, y: number) => boolean): { before: Uint8Array; after: Uint8Array } {
  const before = sheet(width, height, 0).paint(
    (x, y) => x > 0 && y > 0 && x < width - 1 && y < height - 1 && isLine(x, y),
    1,
  ).data;
  const after = before.slice();
  finish(thin(after, width));
  return { before, after };
}

/** Pieces of what has a value; lines hang together over corners, paper along sides. */
function pieces(plane: Uint8Array, value: number): number {
  const steps =
    value === 1
      ? [-1, 1, -width, width, -width - 1, 1 - width, width - 1, width + 1]
      : [-1, 1, -width, width];
  const seen = new Set<number>();
  let count = 0;
  for (let seed = 0; seed < plane.length; seed++) {
    if (plane[seed] !== value || seen.has(seed)) continue;
    count++;
    seen.add(seed);
    const queue = [seed];
    for (const i of queue)
      for (const step of steps)
        if (plane[i + step] === value && !seen.has(i + step)) {
          seen.add(i + step);
          queue.push(i + step);
        }
  }
  return count;
}

it.each<[string, (x: number, y: number) => boolean]>([
  ['a ring', (x, y) => Math.abs(Math.hypot(x - 30, y - 30) - 20) < 3],
  ['a bar', (x, y) => Math.abs(y - x / 3 - 20) < 3 && x > 8 && x < 50],
  ['a cross', (x, y) => Math.abs(x - 30) < 3 || Math.abs(y - 30) < 3],
])('keeps what hangs together of %s, and leaves no 2 x 2 pixels', (_, isLine) => {
  const { before, after } = thinned(isLine);
  expect(pieces(after, 1)).toBe(pieces(before, 1));
  expect(pieces(after, 0)).toBe(pieces(before, 0));
  expect(after.some((value, i) => value > before[i]!)).toBe(false);
  const isBlock = (i: number): boolean =>
    (after[i]! & after[i + 1]! & after[i + width]! & after[i + width + 1]!) === 1;
  expect(Array.from(after.keys()).some(isBlock)).toBe(false);
});
