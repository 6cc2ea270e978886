import { isAbortError } from '@koma/core/errors';
import type { Steps } from '@koma/core/steps';
import { describe, expect, it } from 'vitest';
import type { RunningWork } from './protocol.ts';
import { WorkQueue } from './work-queue.ts';

/** A queue whose clock goes on by the work's steps, and which breathes when it is told to. */
function setUp() {
  const log: string[] = [];
  const told: (RunningWork | undefined)[] = [];
  const breaths: (() => void)[] = [];
  let time = 0;
  const queue = new WorkQueue({
    working: (work) => void told.push(work),
    growing: (region) => void log.push(region ? 'region shown' : 'region hidden'),
    breathe: () => new Promise((resolve) => breaths.push(resolve)),
    now: () => time,
  });
  function* work(name: string, steps: number): Steps<string> {
    log.push(`${name} begins`);
    let end = 'left';
    try {
      for (let i = 1; i <= steps; i++) {
        time += 50;
        yield i / steps;
      }
      end = 'ends';
      return name;
    } finally {
      log.push(`${name} ${end}`);
    }
  }
  /** Lets the thread breathe as often as it wants to. */
  const breathe = async (times = Infinity) => {
    for (let i = 0; i < times; i++) {
      await new Promise((resolve) => setTimeout(resolve));
      const next = breaths.shift();
      if (!next) return;
      next();
    }
  };
  return { queue, log, told, work, breathe };
}

describe('WorkQueue', () => {
  it('carries out calls at once while nothing runs', () => {
    const { queue } = setUp();
    expect(queue.after(() => 7)).toBe(7);
  });

  it('lets calls wait for work that has begun, and keeps their order', async () => {
    const { queue, log, work, breathe } = setUp();
    const results = [
      queue.run('history.fill', () => work('fill', 5)),
      queue.after(() => void log.push('stroke')),
      queue.run('history.fill', () => work('second fill', 2)),
      queue.after(() => void log.push('undo')),
    ];
    expect(log).toEqual(['fill begins']);
    await breathe();
    expect(await Promise.all(results)).toEqual(['fill', undefined, 'second fill', undefined]);
    expect(log).toEqual([
      'fill begins',
      'fill ends',
      'stroke',
      'second fill begins',
      'second fill ends',
      'undo',
    ]);
  });

  it('says nothing of work that takes but a moment', async () => {
    const { queue, told, work, breathe } = setUp();
    const run = queue.run('history.fill', () => work('fill', 5));
    await breathe();
    await run;
    expect(told).toEqual([]);
  });

  it('tells of longer work with its name and how far it is, and when it has ended', async () => {
    const { queue, told, work, breathe } = setUp();
    const run = queue.run('history.fill', () => work('fill', 10));
    await breathe();
    await run;
    const [first, ...others] = told;
    expect(first).toMatchObject({ label: 'history.fill', fraction: 0.6 });
    expect(others.at(-1)).toBeUndefined();
    expect(others.length).toBe(3);
  });

  it('shows the region that work looks for', async () => {
    const { queue, log, work, breathe } = setUp();
    const region = { x: 0, y: 0, width: 1, height: 1, data: Uint8Array.of(1), value: 1 };
    const run = queue.run('history.fill', (watch) => {
      watch(region);
      return work('fill', 8);
    });
    await breathe();
    await run;
    expect(log).toEqual(['fill begins', 'region shown', 'region shown', 'fill ends', 'region hidden']);
  });

  it('cancels the work that is named, frees it, and goes on with what waits', async () => {
    const { queue, log, told, work, breathe } = setUp();
    const run = queue.run('history.fill', () => work('fill', 100)).catch((error: unknown) => error);
    const stroke = queue.after(() => void log.push('stroke'));
    await breathe(8);
    const { id } = told[0]!;
    queue.cancel(id + 1);
    await breathe(1);
    expect(log).toEqual(['fill begins']);
    queue.cancel(id);
    await breathe();
    expect(isAbortError(await run)).toBe(true);
    await stroke;
    expect(log).toEqual(['fill begins', 'fill left', 'region hidden', 'stroke']);
    expect(told.at(-1)).toBeUndefined();
  });

  it('goes on after work and calls that fail', async () => {
    const { queue, log, work, breathe } = setUp();
    const first = queue.run('history.fill', () => work('fill', 3));
    const failing = Promise.resolve(
      queue.after(() => {
        throw new RangeError('no such layer');
      }),
    ).catch((error: Error) => error.message);
    const last = queue.after(() => void log.push('stroke'));
    await breathe();
    expect(await first).toBe('fill');
    expect(await failing).toBe('no such layer');
    await last;
    expect(log.at(-1)).toBe('stroke');
  });
});
