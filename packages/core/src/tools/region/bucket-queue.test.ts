import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BucketQueue } from './bucket-queue.ts';

describe('BucketQueue', () => {
  it('gives the highest level first and the oldest entry of a level first', () => {
    const LEVELS = 5;
    const pushOrPop = fc.option(fc.nat({ max: LEVELS - 1 }));
    fc.assert(
      fc.property(fc.array(pushOrPop, { maxLength: 60 }), (steps) => {
        const queue = new BucketQueue(LEVELS);
        const model: { level: number; pixel: number }[] = [];
        steps.forEach((level, pixel) => {
          if (level !== null) {
            queue.push(level, pixel);
            model.push({ level, pixel });
            return;
          }
          const highest = Math.max(-1, ...model.map((entry) => entry.level));
          const next = model.findIndex((entry) => entry.level === highest);
          const [expected] = next < 0 ? [] : model.splice(next, 1);
          expect(queue.pop()).toBe(expected?.pixel ?? -1);
          if (expected !== undefined) expect(queue.level).toBe(expected.level);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('holds more than it was made for', () => {
    const queue = new BucketQueue(1);
    for (let i = 0; i < 5000; i++) queue.push(0, i);
    for (let i = 0; i < 5000; i++) expect(queue.pop()).toBe(i);
    expect(queue.pop()).toBe(-1);
  });
});
