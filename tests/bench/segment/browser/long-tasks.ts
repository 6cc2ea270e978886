import type { Page } from '@playwright/test';

/** A task of the main thread, and what ran in it as far as the browser tells. */
export interface LongTask {
  /** 0 where none was over 50 ms. */
  readonly milliseconds: number;
  readonly what: string;
}

/** What the browser tells of a long frame; not in the library's types yet. */
interface LongFrame extends PerformanceEntry {
  readonly scripts: readonly {
    readonly duration: number;
    readonly invoker: string;
    readonly sourceFunctionName: string;
  }[];
}

type Watched = typeof globalThis & { tasks: PerformanceEntry[]; longFrames: LongFrame[] };

/** Notes the long tasks of a page from now on. */
export function watchTasks(page: Page): Promise<void> {
  return page.evaluate(() => {
    const [tasks, longFrames]: [PerformanceEntry[], PerformanceEntry[]] = [[], []];
    new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: 'longtask' });
    new PerformanceObserver((list) => longFrames.push(...list.getEntries())).observe({
      type: 'long-animation-frame',
    });
    Object.assign(globalThis, { tasks, longFrames });
  });
}

/** The longest since. */
export function longestTask(page: Page): Promise<LongTask> {
  return page.evaluate(() => {
    const { tasks, longFrames } = globalThis as Watched;
    const [longest] = tasks.toSorted((a, b) => b.duration - a.duration);
    if (!longest) return { milliseconds: 0, what: 'none is over 50 ms' };
    const end = longest.startTime + longest.duration;
    const frame = longFrames.find(
      ({ startTime, duration }) => startTime < end && startTime + duration > longest.startTime,
    );
    const what = (frame?.scripts ?? [])
      .toSorted((a, b) => b.duration - a.duration)
      .slice(0, 2)
      .map((script) => `${script.invoker} ${script.sourceFunctionName} ${script.duration.toFixed(0)} ms`);
    return { milliseconds: longest.duration, what: what.join(', ') || 'no script' };
  });
}
