import { expect, it } from 'vitest';
import { numbers } from '../picture.test-helper.ts';
import { finish } from '../steps.ts';
import { padded } from './padded.ts';
import { FAR, twoSidedDistance } from './two-sided-distance.ts';

/** Length of the shortest path of steps of 3 and 4 (diagonal) between two places. */
const chamfer = (dx: number, dy: number): number =>
  4 * Math.min(Math.abs(dx), Math.abs(dy)) + 3 * Math.abs(Math.abs(dx) - Math.abs(dy));

it('is the chamfer distance to the nearest pixel of the other kind, on both sides', () => {
  const next = numbers(3);
  const [width, height] = [23, 17];
  const kind = Uint8Array.from({ length: width * height }, () => (next(9) === 0 ? 1 : 0));
  // A solid, so that there are depths on that side as well.
  for (let y = 4; y < 12; y++) kind.fill(1, y * width + 6, y * width + 17);
  const out = new Uint16Array((width + 2) * (height + 2));
  finish(twoSidedDistance(padded(kind, width, height), width + 2, height + 2, out));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let nearest = Infinity;
      for (let i = 0; i < kind.length; i++)
        if (kind[i] !== kind[y * width + x])
          nearest = Math.min(nearest, chamfer((i % width) - x, Math.floor(i / width) - y));
      expect(out[(y + 1) * (width + 2) + x + 1]).toBe(nearest);
    }
});

it('is far everywhere where there is one kind only', () => {
  const out = new Uint16Array(25);
  finish(twoSidedDistance(new Uint8Array(25), 5, 5, out));
  expect(out.every((distance) => distance === FAR)).toBe(true);
});
