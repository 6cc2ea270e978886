import { expect, test } from 'vitest';
import { add, direction, distance, mix, rotate, turnRight } from './point.ts';

test('mix goes from one point to the other', () => {
  expect(mix([2, 3], [4, 7], 0)).toEqual([2, 3]);
  expect(mix([2, 3], [4, 7], 0.5)).toEqual([3, 5]);
  expect(mix([2, 3], [4, 7], 1)).toEqual([4, 7]);
});

test('add takes a multiple of the second', () => {
  expect(add([1, 2], [3, 4])).toEqual([4, 6]);
  expect(add([1, 2], [3, 4], -2)).toEqual([-5, -6]);
});

test('distance is that of Pythagoras', () => {
  expect(distance([1, 1], [4, 5])).toBe(5);
});

test('direction has length 1, or 0 where there is none', () => {
  expect(direction([1, 1], [4, 5])).toEqual([0.6, 0.8]);
  expect(direction([1, 1], [1, 1])).toEqual([0, 0]);
});

test('a quarter turn to the right leads from right to down and from down to left', () => {
  expect(turnRight([1, 0]).map((value) => value + 0)).toEqual([0, 1]);
  expect(turnRight([0, 1]).map((value) => value + 0)).toEqual([-1, 0]);
});

test('rotate turns clockwise on the screen and keeps the distance to the centre', () => {
  const turned = rotate([3, 1], [1, 1], 90);
  expect(turned[0]).toBeCloseTo(1);
  expect(turned[1]).toBeCloseTo(3);
  expect(distance(rotate([3, 1], [1, 1], 37), [1, 1])).toBeCloseTo(2);
});
