import { expect, test } from 'vitest';
import { duration, printable, progressLine } from './progress-line.ts';

const STATE = { finished: 1, total: 4, fraction: 0.5, input: 'pages/02.png', left: 65_000 };

test('a line tells file, share and time left', () => {
  expect(progressLine(STATE, 80)).toBe('[#######.............] 2/4  37%  1:05 left  pages/02.png');
});

test('a long name keeps its end, and wide characters count twice', () => {
  expect(progressLine({ ...STATE, left: undefined }, 40)).toBe('[#######.............] 2/4  37%  /02.png');
  expect(progressLine({ ...STATE, left: undefined, input: '漫画漫画漫画' }, 37)).toMatch(/%  漫画$/);
});

test('durations', () => {
  expect([0, 999, 61_000, 7_265_000].map(duration)).toEqual(['0:00', '0:01', '1:01', '2:01:05']);
});

test('control characters of a name do not reach the terminal', () => {
  expect(printable('a\x1b[2Jb\n')).toBe('a?[2Jb?');
});
