import { expect, it } from 'vitest';
import { placeHint, placeStroke } from './place-marks.ts';

const picture = { x: 0, y: 0, width: 400, height: 200 };
const layer = { x: 10, y: 20, width: 100, height: 50 };

it('puts a point where the picture shows the same', () => {
  const hint = { x: 200, y: 200, radius: 8, color: '#ff0000' };
  expect(placeHint(hint, picture, layer)).toEqual({ x: 60, y: 70, radius: 2, color: '#ff0000' });
});

it('comes back to where it was', () => {
  const stroke = {
    label: 'fg',
    radius: 3,
    points: [
      [0, 0],
      [399.5, 12.25],
    ] as [number, number][],
  };
  expect(placeStroke(placeStroke(stroke, picture, layer), layer, picture)).toEqual(stroke);
});
