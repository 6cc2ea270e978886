import { expect, test } from 'vitest';
import { aim, info, isMissed, meetsBound, must } from './bench-row.ts';

test('a bound includes its limit', () => {
  expect(meetsBound(must('a', 1.08, '×', '<=1.08'))).toBe(true);
  expect(meetsBound(must('a', 1.09, '×', '<=1.08'))).toBe(false);
  expect(meetsBound(must('a', 0.9, '', '>=0.9'))).toBe(true);
  expect(meetsBound(must('a', 0.89, '', '>=0.9'))).toBe(false);
  expect(meetsBound(must('a', 0, 'levels', '<=0'))).toBe(true);
});

test('what is not a number meets no bound', () => {
  expect(meetsBound(must('a', NaN, 's', '<=1'))).toBe(false);
  expect(meetsBound(must('a', NaN, 's', '>=1'))).toBe(false);
});

test('only what must hold can be missed', () => {
  expect(isMissed(must('a', 2, 's', '<=1'))).toBe(true);
  expect(isMissed(aim('a', 2, 's', '<=1'))).toBe(false);
  expect(isMissed(info('a', 2, 's'))).toBe(false);
});
