import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import sharp from 'sharp';
import { run } from '../../../../scripts/toolchain.mjs';
import { aim, info, log, must, type BenchRow } from '../../bench-row.ts';
import { launchChromium } from '../../editor/launch-chromium.ts';
import { percentile } from '../../editor/percentile.ts';
import { EditorServer } from '../../upscale/editor-server.ts';
import { prototypePage } from '../pages/prototype-page.ts';
import type { TestPage } from '../pages/test-page.ts';
import { CuttingPage } from './cutting-page.ts';
import { longestTask, watchTasks, type LongTask } from './long-tasks.ts';
import { cancelApplying, timeApplying } from './time-applying.ts';
import { timeLeaving } from './time-leaving.ts';
import {
  firstMask,
  movesSeen,
  waitForMoves,
  watchFirstMask,
  watchMoves,
  type FirstMask,
} from './watch-mask.ts';

/** Milliseconds for which a hand rests on the button before it clicks. */
const HOVER = 100;
/** Milliseconds after the click on the tool at which it is left. */
const LEAVE_AT = [50, 300] as const;
/** Milliseconds after Enter at which Cancel is clicked. */
const CANCEL_AT = [0, 50, 150, 300] as const;
/** Figures on which strokes are watched. */
const FIGURES = 4;
/** Milliseconds after which nothing goes on that was begun by strokes. */
const CALM = 1500;

/** What a round has measured, milliseconds. */
interface Round {
  readonly approached: FirstMask;
  readonly byKey: FirstMask;
  /** Of each {@link LEAVE_AT}. */
  readonly left: readonly number[];
  readonly moves: readonly number[];
  readonly unchanged: number;
  readonly unseen: number;
  readonly cancelled: readonly number[];
  readonly applied: number;
  readonly longest: LongTask;
}

/**
 * A page of 2048 × 3000 pixels in the editor's production build, headless Chromium, with real pointer events. Times
 * are what a person sees, from the event to the frame; the least of all rounds counts, but for strokes and cancels.
 */
export async function* browserRows(count: number): AsyncGenerator<BenchRow> {
  log("building the editor's production build");
  await run('turbo', ['run', 'build', '--filter=@koma/editor', '--output-logs=errors-only']);
  const folder = mkdtempSync(join(tmpdir(), 'koma-bench-'));
  const png = join(folder, 'page.png');
  const test = prototypePage(7);
  const { width, height, data } = test.image;
  await sharp(Buffer.from(data.buffer), { raw: { width, height, channels: 4 } })
    .png()
    .toFile(png);
  const server = await EditorServer.start();
  const browser = await launchChromium();
  try {
    const rounds: Round[] = [];
    for (let i = 1; i <= count; i++) {
      log(`cutting out in the browser, round ${i} of ${count}`);
      rounds.push(await measureRound(browser, server.url, png, test));
    }
    yield* rowsOf(rounds);
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

async function measureRound(browser: Browser, url: string, png: string, test: TestPage): Promise<Round> {
  const inEditor = async <T>(what: string, work: (cutting: CuttingPage) => Promise<T>): Promise<T> => {
    log(`  ${what}`);
    const cutting = await CuttingPage.open(browser, url, png, test);
    const result = await work(cutting);
    await cutting.close();
    return result;
  };
  const drawn = await inEditor('the first mask, strokes, applying cancelled', async (cutting) => {
    const approached = await timeFirstMask(cutting, test, 'click');
    await cutting.page.waitForTimeout(CALM);
    const moves = await timeMoves(cutting, test);
    await cutting.page.waitForTimeout(CALM);
    const cancelled: number[] = [];
    for (const after of CANCEL_AT) {
      const time = await cancelApplying(cutting.page, after);
      // It had been done before, and so would any later one be.
      if (time === undefined) break;
      cancelled.push(time);
    }
    return { approached, ...moves, cancelled };
  });
  const byKey = await inEditor('the first mask, by key', (cutting) => timeFirstMask(cutting, test, 'key'));
  const left = await inEditor('left while the page is looked at', async (cutting) => {
    const times: number[] = [];
    for (const after of LEAVE_AT) {
      const take = async (): Promise<void> => {
        await cutting.takeTool(HOVER);
        await cutting.page.waitForTimeout(after);
      };
      times.push(await timeLeaving(cutting.page, take));
      await cutting.page.waitForTimeout(CALM);
    }
    return times;
  });
  // Nothing looks at the canvas here: that would be among the tasks.
  const calm = await inEditor('tasks of the main thread, applying', async (cutting) => {
    const { page } = cutting;
    await watchTasks(page);
    await cutting.takeTool(HOVER);
    for (const panel of test.panels.slice(0, FIGURES))
      for (const stroke of panel.first) await cutting.draw(stroke);
    await page.waitForTimeout(CALM);
    const longest = await longestTask(page);
    return { longest, applied: await timeApplying(page) };
  });
  return { ...drawn, byKey, left, ...calm };
}

/** Takes the tool and draws at once. */
async function timeFirstMask(cutting: CuttingPage, test: TestPage, by: 'click' | 'key'): Promise<FirstMask> {
  const { page } = cutting;
  const stroke = test.panels[0]!.first.find(({ label }) => label === 'fg')!;
  await watchFirstMask(page, cutting.areaAround(stroke.points[0]!));
  if (by === 'click') await cutting.takeTool(HOVER);
  else await page.keyboard.press('s');
  await cutting.draw(stroke);
  return firstMask(page);
}

/** Draws what a user would draw first on some figures, each movement once that before was answered. */
async function timeMoves(cutting: CuttingPage, test: TestPage) {
  const { page } = cutting;
  const total = { moves: [] as number[], unchanged: 0, unseen: 0 };
  for (const panel of test.panels.slice(1, 1 + FIGURES))
    for (const stroke of panel.first) {
      let count = 0;
      // Not watched before it is pressed: the movement to its start is none of its own.
      await cutting.draw(stroke, {
        pressed: () => watchMoves(page, cutting.areaOf(panel)),
        moved: () => waitForMoves(page, ++count),
      });
      const { shown, unchanged, unseen } = await movesSeen(page);
      total.moves.push(...shown);
      total.unchanged += unchanged;
      total.unseen += unseen;
    }
  return total;
}

function* rowsOf(rounds: readonly Round[]): Generator<BenchRow> {
  const least = (id: string, bound: `<=${number}` | null, of: (round: Round) => number, what: string) => {
    const values = rounds.map(of);
    const reference = `${what}; median ${percentile(values, 0.5).toFixed(0)} ms`;
    const value = Math.min(...values);
    return bound === null ? info(id, value, 'ms', reference) : must(id, value, 'ms', bound, reference);
  };
  const click = `click, after ${HOVER} ms on the button`;
  yield least(
    'browser.first-answer',
    '<=400',
    ({ approached }) => approached.tinted,
    `${click}, to the tint of a stroke drawn at once`,
  );
  yield least(
    'browser.prepared',
    '<=1500',
    ({ approached }) => approached.prepared,
    `${click}, to the first answer from the page in full`,
  );
  yield least(
    'browser.first-answer.by-key',
    null,
    ({ byKey }) => byKey.tinted,
    'by its key, which nothing announces',
  );
  yield least('browser.prepared.by-key', null, ({ byKey }) => byKey.prepared, 'likewise');
  for (const [i, after] of LEAVE_AT.entries()) {
    const times = rounds.map(({ left }) => left[i]!);
    const what = `most of ${times.length}: another tool ${after} ms after the click, to idle workers`;
    yield must(`browser.cancel-${after}`, Math.max(...times), 'ms', '<=1000', what);
  }

  const moves = rounds.flatMap((round) => round.moves);
  const sum = (of: (round: Round) => number): number => rounds.reduce((total, round) => total + of(round), 0);
  const answers = `${moves.length} movements, to the frame with their mask`;
  yield info('browser.stroke.p50', percentile(moves, 0.5), 'ms', answers);
  const slowest = percentile(moves, 0.95);
  const others = `${sum((round) => round.unchanged)} others change nothing`;
  yield must('browser.stroke.p95', slowest, 'ms', '<=100', others);
  yield aim('browser.stroke.p95.aim', slowest, 'ms', '<=33');
  yield info(
    'browser.stroke.unseen',
    sum((round) => round.unseen),
    'moves',
    'changed the mask, but no pixel of the screen',
  );

  yield least('browser.apply', null, ({ applied }) => applied, 'Enter to the message of a new layer');
  const cancels = rounds.flatMap(({ cancelled }) => cancelled);
  if (cancels.length > 0) {
    const what = `most of ${cancels.length}: Cancel while it is applied`;
    yield must('browser.apply.cancel', Math.max(...cancels), 'ms', '<=1000', what);
  }
  const longest = rounds
    .map((round) => round.longest)
    .toSorted((a, b) => b.milliseconds - a.milliseconds)[0]!;
  yield info('browser.longest-task', longest.milliseconds, 'ms', `main thread; ${longest.what}`);
}
