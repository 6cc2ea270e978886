import { expect, test } from 'vitest';
import { ellipse } from '../geometry/path.ts';
import { pathBounds } from './path-bounds.ts';

test('the box holds all points', () => {
  expect(pathBounds('M-1.5 2L30 2C30 4 -8 9.5 0 7Z')).toEqual({ left: -8, top: 2, right: 30, bottom: 9.5 });
  const round = pathBounds(ellipse([10, 20], 4, 8))!;
  expect(round.left).toBeLessThanOrEqual(6);
  expect(round.bottom).toBeGreaterThanOrEqual(28);
});

test('nothing has no box', () => expect(pathBounds('')).toBeUndefined());
