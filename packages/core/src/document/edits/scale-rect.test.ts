import { expect, it } from 'vitest';
import { rect } from './page.test-helper.ts';
import { scaleRect } from './scale-rect.ts';

it('scales about the origin and rounds the edges, so that neighbours stay neighbours', () => {
  expect(scaleRect(rect(10, -20, 30, 40), 0.5, 2)).toEqual(rect(5, -40, 15, 80));
  for (let x = -30; x < 30; x++) {
    const [left, right] = [
      scaleRect(rect(x, 0, 7, 9), 0.37, 1.9),
      scaleRect(rect(x + 7, 0, 7, 9), 0.37, 1.9),
    ];
    expect(left.x + left.width).toBe(right.x);
  }
});

it('leaves at least a pixel', () => {
  expect(scaleRect(rect(100, 3, 1, 1), 0.001, 0.1)).toEqual(rect(0, 0, 1, 1));
});
