import type { Page } from '@playwright/test';

/** What has happened to the grid of the workspace since it is watched; milliseconds of the page's own clock. */
export interface GridTrace {
  /** Clicks, as the browser received them. */
  readonly clicks: readonly number[];
  /** When each cell that was drawn was on the screen. */
  readonly shown: readonly number[];
  /** When the grid was not at work any more, each time. */
  readonly stopped: readonly number[];
}

/** Where the page keeps its trace. */
type Watched = typeof globalThis & { gridTrace: GridTrace };

/** Begins a new trace of what happens to the grid in a page. */
export function watchGrid(page: Page): Promise<void> {
  return page.evaluate(() => {
    const [clicks, shown, stopped]: [number[], number[], number[]] = [[], [], []];
    const cellsDrawn = (): Set<Element> =>
      new Set(document.querySelectorAll('[data-testid=grid-cell][data-drawn=true]'));
    const isBusy = (): boolean => document.querySelector('.grid[aria-busy=true]') !== null;
    let [drawn, busy] = [cellsDrawn(), isBusy()];
    const painted = new MessageChannel();
    painted.port1.addEventListener('message', ({ data }) => {
      for (let i = 0; i < data; i++) shown.push(performance.now());
    });
    painted.port1.start();
    new MutationObserver(() => {
      const now = cellsDrawn();
      const added = [...now].filter((cell) => !drawn.has(cell)).length;
      drawn = now;
      // A message from within a frame is heard after that frame was painted.
      if (added > 0) requestAnimationFrame(() => painted.port2.postMessage(added));
      if (busy && !isBusy()) stopped.push(performance.now());
      busy = isBusy();
    }).observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['data-drawn', 'aria-busy'],
    });
    document.addEventListener('click', ({ timeStamp }) => clicks.push(timeStamp), { capture: true });
    (globalThis as Watched).gridTrace = { clicks, shown, stopped };
  });
}

/** The trace so far. */
export function gridTrace(page: Page): Promise<GridTrace> {
  return page.evaluate(() => (globalThis as Watched).gridTrace);
}

/** Waits until so many cells are on the screen since the trace has begun. */
export async function waitForCells(page: Page, count: number): Promise<void> {
  await page.waitForFunction((least) => (globalThis as Watched).gridTrace.shown.length >= least, count);
}
