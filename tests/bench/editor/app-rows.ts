import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { run } from '../../../scripts/toolchain.mjs';
import { info, log, must, type BenchRow } from '../bench-row.ts';
import { EditorServer } from '../upscale/editor-server.ts';
import { samplePng } from '../upscale/test-picture.ts';
import { strokeFrames } from './app-stroke-frames.ts';
import { HEIGHT, middleOf, openEditor, openPicture, pick, WIDTH } from './editor-session.ts';
import { launchChromium } from './launch-chromium.ts';
import { percentile } from './percentile.ts';

const STROKES = 4;
const MOVES = 40;

/** The editor's production build, driven with the mouse. The least of all rounds counts. */
export async function* appRows(rounds: number): AsyncGenerator<BenchRow> {
  log("building the editor's production build");
  await run('turbo', ['run', 'build', '--filter=@koma/editor', '--output-logs=errors-only']);
  const folder = mkdtempSync(join(tmpdir(), 'koma-bench-'));
  const png = join(folder, 'page.png');
  writeFileSync(png, await samplePng('panel', WIDTH, HEIGHT));
  const server = await EditorServer.start();
  const browser = await launchChromium();
  try {
    let [frame, open, paint] = [Infinity, Infinity, Infinity];
    let frames: number[] = [];
    for (let round = 0; round < rounds; round++) {
      frame = Math.min(frame, await firstFrame(browser, server.url, png));
      const counted = await strokeFrames(browser, server.url, png);
      frames = counted.map((count, i) => Math.min(count, frames[i] ?? Infinity));
      const blocked = await blockedTimes(browser, server.url, png);
      open = Math.min(open, blocked.open);
      paint = Math.min(paint, blocked.paint);
    }
    yield info('app.open-12-megapixels.first-frame', frame, 'ms');
    yield must('app.open-12-megapixels.longest-task', open, 'ms', '<=50');
    yield must('app.paint.longest-task', paint, 'ms', '<=50');
    yield must('app.paint.frames.p95', percentile(frames, 0.95), 'frames', '<=2');
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

/** Milliseconds from the choice of a file to its picture on the canvas. */
async function firstFrame(browser: Browser, url: string, png: string): Promise<number> {
  const page = await openEditor(browser, url);
  const shown = page.evaluate(async () => {
    const { promise: chosen, resolve } = Promise.withResolvers<number>();
    document.addEventListener('change', () => resolve(performance.now()), { capture: true, once: true });
    const started = await chosen;
    const canvas = document.querySelector<HTMLCanvasElement>('[data-testid=picture]')!;
    const probe = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
    const look = (): boolean => {
      probe.drawImage(canvas, canvas.width / 2, canvas.height / 2, 1, 1, 0, 0, 1, 1);
      return probe.getImageData(0, 0, 1, 1).data[3] !== 0;
    };
    while (!look()) await new Promise((next) => requestAnimationFrame(next));
    return performance.now() - started;
  });
  await pick(page, png);
  const milliseconds = await shown;
  await page.context().close();
  return milliseconds;
}

/** The longest that the main thread was blocked; 0 where that was never more than 50 ms. */
async function blockedTimes(
  browser: Browser,
  url: string,
  png: string,
): Promise<{ open: number; paint: number }> {
  const page = await openEditor(browser, url);
  await page.evaluate(() => {
    const tasks: number[] = [];
    new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map((entry) => entry.duration)),
    ).observe({
      type: 'longtask',
    });
    Object.assign(globalThis, { tasks });
  });
  const longest = (): Promise<number> =>
    page.evaluate(() => {
      const { tasks } = globalThis as unknown as { tasks: number[] };
      return Math.max(0, ...tasks.splice(0));
    });
  await openPicture(page, png);
  const open = await longest();
  await paint(page);
  const result = { open, paint: await longest() };
  await page.context().close();
  return result;
}

/** Draws across the middle of the canvas with the brush. */
async function paint(page: Page): Promise<void> {
  const { x, y } = await middleOf(page);
  await page.mouse.click(x, y);
  await page.keyboard.press('b');
  for (let stroke = 0; stroke < STROKES; stroke++) {
    await page.mouse.move(x - 150, y + 30 * stroke);
    await page.mouse.down();
    for (let i = 0; i < MOVES; i++)
      await page.mouse.move(x - 150 + 7 * i, y + 30 * stroke + 40 * Math.sin(i / 6));
    await page.mouse.up();
  }
  await page.waitForTimeout(500);
  const undo = page.getByRole('button', { name: /^Undo: / });
  if (!(await undo.isEnabled())) throw new Error('the brush left nothing on the page');
}
