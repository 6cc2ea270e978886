import { expect, it } from 'vitest';
import { numbers, plane } from '../picture.test-helper.ts';
import { finish } from '../steps.ts';
import { dropRuns, findRuns } from './find-runs.ts';

it('finds the runs of each row', () => {
  const { width, height, data } = plane('##..#', '.....', '#####');
  const runs = finish(findRuns(data, width, height, 1));
  expect([...runs.start.subarray(0, runs.count)]).toEqual([0, 4, 10]);
  expect([...runs.end.subarray(0, runs.count)]).toEqual([2, 5, 15]);
  expect([...runs.rows]).toEqual([0, 2, 2, 3]);
});

it('covers what has the value, however many runs there are', () => {
  const next = numbers(5);
  const [width, height] = [301, 40];
  const data = Uint8Array.from({ length: width * height }, () => next(3));
  const runs = finish(findRuns(data, width, height, 2));
  const covered = new Uint8Array(data.length);
  for (let run = 0; run < runs.count; run++) covered.fill(2, runs.start[run], runs.end[run]);
  expect(covered).toEqual(data.map((value) => (value === 2 ? 2 : 0)));
});

it('drops runs and keeps the rows of the others', () => {
  const { width, height, data } = plane('#.#.#', '#...#', '..#..');
  const runs = dropRuns(finish(findRuns(data, width, height, 1)), (run) => run === 1 || run === 3);
  expect([...runs.start.subarray(0, runs.count)]).toEqual([0, 4, 9, 12]);
  expect([...runs.rows]).toEqual([0, 2, 3, 4]);
});
