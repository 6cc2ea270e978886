import { expect, test } from 'vitest';
import { parsePairArguments } from './pair-arguments.ts';

const needed = ['--out', 'pairs', '--seed', '1', '--count', '20', '--size', '64'];

test('shards have 1000 records and two threads render them, if nobody says otherwise', () => {
  expect(parsePairArguments(needed)).toEqual({
    out: 'pairs',
    seed: 1,
    count: 20,
    size: 64,
    shard: 1000,
    workers: 2,
  });
  expect(parsePairArguments([...needed, '--shard', '5', '--workers', '1'])).toMatchObject({
    shard: 5,
    workers: 1,
  });
});

test.each([
  [['--seed', '-1'], /seed/],
  [['--count', '0'], '--count has to be a whole number from 1'],
  [['--count', '2.5'], '--count'],
  [['--size', '4'], '--size has to be a whole number from 16'],
  [['--size', ''], '--size'],
  [['--workers', 'many'], '--workers'],
  [['--shard', '1e3'], '--shard'],
  [['--out', ''], '--out has to name a folder'],
  [['--colour'], '--colour'],
  [['more'], 'more'],
])('%j is refused by name', (more, message) => {
  expect(() => parsePairArguments([...needed, ...more])).toThrow(message);
});

test.each(['out', 'seed', 'count', 'size'])('--%s is needed', (name) => {
  const at = needed.indexOf(`--${name}`);
  expect(() => parsePairArguments(needed.toSpliced(at, 2))).toThrow(`--${name}`);
});
