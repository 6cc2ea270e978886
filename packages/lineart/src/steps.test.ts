import { expect, it } from 'vitest';
import { finish, inRows, part, type Steps } from './steps.ts';

it('goes over all rows once, in order, and says how far it is', () => {
  const rows: number[] = [];
  const fractions: number[] = [];
  // Wide rows, so that there are several blocks.
  const steps = inRows(100_000, 7, (first, end) => {
    for (let y = first; y < end; y++) rows.push(y);
  });
  for (const fraction of steps) fractions.push(fraction);
  expect(rows).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(fractions.length).toBeGreaterThan(2);
  expect(fractions.toSorted((a, b) => a - b)).toEqual(fractions);
  expect(fractions.at(-1)).toBe(1);
});

it('gives a part its share of the whole, and its result', () => {
  function* work(): Steps<string> {
    yield 0.5;
    return 'done';
  }
  const steps = part(work(), 0.2, 0.4);
  expect(steps.next().value).toBeCloseTo(0.3);
  expect(steps.next()).toEqual({ done: true, value: 'done' });
  expect(finish(work())).toBe('done');
});
