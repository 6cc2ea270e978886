import type { Page } from '@playwright/test';
import { run } from '../../../scripts/toolchain.mjs';
import { info, log, must, type BenchRow } from '../bench-row.ts';
import { openEditor } from '../editor/editor-session.ts';
import { launchChromium } from '../editor/launch-chromium.ts';
import { percentile } from '../editor/percentile.ts';
import { EditorServer } from '../upscale/editor-server.ts';
import { gridTrace, waitForCells, watchGrid } from './watch-grid.ts';

/** Cells of the grid of the workspace. */
const CELLS = 16;
/** Cells that are there when Cancel is clicked. */
const CANCEL_AFTER = 2;
/** Milliseconds without work between two measurements; nothing may arrive in them once the grid is cancelled. */
const REST = 1500;
/** Milliseconds from a pointer's arrival on the button to its click. */
const APPROACH = 2000;

/** Milliseconds that a cell may take to the screen. */
const FRAME = 50;

/** When cells of the grid were on the screen, milliseconds after the click. */
interface GridTimes {
  readonly first: number;
  readonly all: number;
}

/**
 * The grid of sixteen characters in the editor's production build, with real clicks: the least of all rounds, the
 * median beside it.
 */
export async function* gridRows(rounds: number): AsyncGenerator<BenchRow> {
  log("building the editor's production build");
  await run('turbo', ['run', 'build', '--filter=@koma/editor', '--output-logs=errors-only']);
  const server = await EditorServer.start();
  const browser = await launchChromium();
  try {
    const [opened, again, cold]: [GridTimes[], GridTimes[], GridTimes[]] = [[], [], []];
    const [stopped, late]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      const page = await openEditor(browser, server.url);
      await buttonOf(page, 'Generate').hover();
      await page.waitForTimeout(APPROACH);
      opened.push(await timesOf(page, 'Generate'));
      again.push(await timesOf(page, 'New pictures'));
      const cancel = await cancelTimes(page);
      stopped.push(cancel.stopped);
      late.push(cancel.late);
      await page.context().close();

      const fresh = await openEditor(browser, server.url);
      cold.push(await timesOf(fresh, 'Generate'));
      await fresh.context().close();
    }
    yield* rowsOf('grid.open', opened, must);
    yield* rowsOf('grid.again', again, must);
    yield* rowsOf('grid.open-cold', cold, (id, value, unit, _, median) => info(id, value, unit, median));
    yield must('grid.cancel', Math.min(...stopped), 'ms', '<=100', medianOf(stopped));
    yield must('grid.cancel.late', Math.max(...late), 'cells', '<=0', `in ${REST} ms, most of all rounds`);
  } finally {
    await browser.close();
    await server.stop();
  }
}

function* rowsOf(id: string, times: readonly GridTimes[], row: typeof must): Generator<BenchRow> {
  const [first, all] = [times.map((each) => each.first), times.map((each) => each.all)];
  yield row(`${id}.first`, Math.min(...first), 'ms', '<=150', medianOf(first));
  yield row(`${id}.all-${CELLS}`, Math.min(...all), 'ms', '<=800', medianOf(all));
}

const medianOf = (values: readonly number[]): string => `median ${percentile(values, 0.5).toFixed(0)} ms`;

const buttonOf = (page: Page, name: string) => page.getByRole('button', { name }).first();

/** Clicks a button that fills the grid, and waits for the last cell and for what else is drawn then. */
async function timesOf(page: Page, name: string): Promise<GridTimes> {
  await watchGrid(page);
  await buttonOf(page, name).click();
  await waitForCells(page, CELLS);
  const { clicks, shown } = await gridTrace(page);
  await page.waitForTimeout(REST);
  return { first: shown[0]! - clicks[0]!, all: shown[CELLS - 1]! - clicks[0]! };
}

/** Clicks twice in the place of the button that fills the grid and then cancels it. */
async function cancelTimes(page: Page): Promise<{ readonly stopped: number; readonly late: number }> {
  await watchGrid(page);
  const { x, y, width, height } = (await buttonOf(page, 'New pictures').boundingBox())!;
  const click = (): Promise<void> => page.mouse.click(x + width / 2, y + height / 2);
  await click();
  await waitForCells(page, CANCEL_AFTER);
  await click();
  await page.waitForTimeout(REST);
  const { clicks, shown, stopped } = await gridTrace(page);
  if (shown.length === CELLS) throw new Error('The grid was drawn before it could be cancelled.');
  const [, cancel] = clicks as [number, number];
  return {
    stopped: stopped[0]! - cancel,
    // One frame for what was drawn when the grid stopped.
    late: shown.filter((time) => time > stopped[0]! + FRAME).length,
  };
}
