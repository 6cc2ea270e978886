import { expect, test } from 'vitest';
import { searchNearest } from './search-nearest.ts';

const angle = [-180, 180] as const;
const CLOSE = 0.001;
/** The end of two bones of length 1, from angles in degrees, and how far it is from a place. */
const missOf =
  ([x, y]: readonly [number, number]) =>
  ([first, second, length = 1]: readonly number[]): number => {
    const [a, b] = [(first! * Math.PI) / 180, ((first! + second!) * Math.PI) / 180];
    return Math.hypot(Math.cos(a) + Math.cos(b) * length - x, Math.sin(a) + Math.sin(b) * length - y);
  };

test('reaches every place within reach', () => {
  for (let turn = 0; turn < 360; turn += 30)
    for (const far of [0.5, 1, 1.9]) {
      const miss = missOf([Math.cos(turn) * far, Math.sin(turn) * far]);
      expect(miss(searchNearest([10, 20], [angle, angle], 2, miss, CLOSE))).toBeLessThan(0.005);
    }
});

test('stays where it is if that is the place, and within its ranges if it is not', () => {
  const start = [40, 50];
  const there = missOf([Math.cos(0.698132) + Math.cos(1.570796), Math.sin(0.698132) + Math.sin(1.570796)]);
  const found = searchNearest(start, [angle, angle], 2, there, CLOSE);
  for (const [i, value] of found.entries()) expect(Math.abs(value - start[i]!)).toBeLessThan(0.2);
  const narrow = searchNearest(
    [0, 0],
    [
      [-10, 10],
      [-5, 5],
    ],
    2,
    missOf([-2, 0]),
    CLOSE,
  );
  expect(Math.abs(narrow[0]!)).toBeLessThanOrEqual(10);
  expect(Math.abs(narrow[1]!)).toBeLessThanOrEqual(5);
});

test('shortens a bone only where turning does not get there', () => {
  const ranges = [angle, [-5, 5], [0.2, 1]] as const;
  const within = searchNearest([0, 0, 1], ranges, 2, missOf([0, 2]), CLOSE);
  expect(within[2]).toBe(1);
  const beyond = missOf([0, 1.5]);
  const found = searchNearest([0, 0, 1], ranges, 2, beyond, CLOSE);
  expect(beyond(found)).toBeLessThan(0.01);
  expect(found[2]).toBeLessThan(0.6);
});
