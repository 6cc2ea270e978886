import { describe, expect, it } from 'vitest';
import { isAbortError } from '../errors.ts';
import { runSteps } from './run-steps.ts';
import type { Steps } from './steps.ts';

/** A clock that goes on only by the work's own steps, and counts the breaths. */
function setUp({ steps = 10, cost = 5 } = {}) {
  const world = { time: 0, breaths: 0, done: 0, freed: false };
  function* work(): Steps<string> {
    try {
      for (let i = 1; i <= steps; i++) {
        world.time += cost;
        world.done = i;
        yield i / steps;
      }
      return 'result';
    } finally {
      world.freed = true;
    }
  }
  const breathe = async () => {
    world.breaths++;
    await Promise.resolve();
  };
  return { world, work, options: { breathe, now: () => world.time } };
}

describe('runSteps', () => {
  it('breathes after each slice, not after each step', async () => {
    const { world, work, options } = setUp();
    const reported: number[] = [];
    const onProgress = (fraction: number) => void reported.push(fraction);
    expect(await runSteps(work(), { ...options, slice: 15, onProgress })).toBe('result');
    expect(world.breaths).toBe(3);
    expect(reported).toEqual([0.3, 0.6, 0.9]);
  });

  it('has ended short work before it returns', () => {
    const { world, work, options } = setUp({ steps: 2 });
    void runSteps(work(), { ...options, slice: 100 });
    expect([world.done, world.breaths, world.freed]).toEqual([2, 0, true]);
  });

  it('leaves the work at the first stop after it is aborted', async () => {
    const { world, work, options } = setUp();
    const controller = new AbortController();
    const onProgress = () => controller.abort();
    const run = runSteps(work(), { ...options, slice: 20, onProgress, signal: controller.signal });
    const error = await run.catch((reason: unknown) => reason);
    expect(isAbortError(error)).toBe(true);
    expect([world.done, world.freed]).toEqual([4, true]);
  });

  it('does not begin what is aborted already', async () => {
    const { world, work, options } = setUp();
    const run = runSteps(work(), { ...options, signal: AbortSignal.abort() });
    expect(isAbortError(await run.catch((reason: unknown) => reason))).toBe(true);
    expect(world.done).toBe(0);
  });

  it('passes errors of the work on', async () => {
    const { options } = setUp();
    const failing = (function* (): Steps<void> {
      yield 0;
      throw new RangeError('no room');
    })();
    await expect(runSteps(failing, options)).rejects.toThrow('no room');
  });
});
