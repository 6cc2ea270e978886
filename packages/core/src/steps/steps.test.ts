import { describe, expect, it } from 'vitest';
import { finish, inBlocks, part, type Steps } from './steps.ts';

/** Stops at each fraction and writes down how it ended. */
function* counting(fractions: readonly number[], log: string[] = []): Steps<string> {
  let ended = 'left';
  try {
    for (const fraction of fractions) yield fraction;
    ended = 'done';
    return 'result';
  } finally {
    log.push(ended);
  }
}

describe('finish', () => {
  it('carries out the work and gives its result', () => {
    const log: string[] = [];
    expect(finish(counting([0, 0.5, 1], log))).toBe('result');
    expect(log).toEqual(['done']);
  });
});

describe('part', () => {
  it('stops where the work stops, at its share of the whole', () => {
    const steps = part(counting([0, 0.5, 1]), 0.2, 0.6);
    const fractions = [];
    let step = steps.next();
    for (; !step.done; step = steps.next()) fractions.push(step.value);
    expect(fractions.map((fraction) => Math.round(fraction * 10))).toEqual([2, 4, 6]);
    expect(step.value).toBe('result');
  });

  it('leaves the work where it is left itself', () => {
    const log: string[] = [];
    const steps = part(counting([0, 0.5, 1], log), 0, 1);
    steps.next();
    steps.return('');
    expect(log).toEqual(['left']);
  });
});

describe('inBlocks', () => {
  it('goes through all numbers once, in order', () => {
    for (const [count, block] of [
      [0, 4],
      [1, 4],
      [8, 4],
      [10, 4],
    ] as const) {
      const seen: number[] = [];
      finish(
        inBlocks(
          count,
          (from, to) => {
            for (let i = from; i < to; i++) seen.push(i);
          },
          block,
        ),
      );
      expect(seen).toEqual(Array.from({ length: count }, (_, i) => i));
    }
  });

  it('stops after each block, having done more each time', () => {
    expect([...inBlocks(10, () => {}, 4)]).toEqual([0.4, 0.8, 1]);
  });
});
