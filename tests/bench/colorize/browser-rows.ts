import { copyFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { aim, info, log, must, type BenchRow } from '../bench-row.ts';
import { buildPage } from '../editor/build-page.ts';
import { launchChromium } from '../editor/launch-chromium.ts';
import { PageServer } from '../editor/page-server.ts';
import type { TimedRuns } from './page/main.ts';

const MODEL = fileURLToPath(import.meta.resolve('@koma/plugin-colorize/models/colorizer.onnx'));
const SIZE = 512;
const THREADS = 2;

/** The network in headless Chromium on WebAssembly with two threads. */
export async function* browserRows(repeats: number): AsyncGenerator<BenchRow> {
  log('the network in the browser');
  const folder = await buildPage(new URL('./page/', import.meta.url));
  try {
    await copyFile(MODEL, join(folder, 'colorizer.onnx'));
    const { threads, load, runs } = await timed(folder, repeats);
    if (threads !== THREADS) throw new Error(`The browser ran ${threads} threads, not ${THREADS}.`);
    // The first run allocates.
    const best = Math.min(...runs.slice(1));
    yield must('wasm2.512px', best, 's', '<=1.5', 'the network alone, the best of several');
    yield aim('wasm2.512px.aim', best, 's', '<=0.8', 'the network alone, the best of several');
    yield info('wasm2.512px.first', runs[0]!, 's');
    yield info('wasm2.load', load, 's', 'from bytes to a session');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function timed(folder: string, repeats: number): Promise<TimedRuns> {
  const server = await PageServer.start(folder);
  try {
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      await page.goto(server.url);
      await page.waitForFunction(() => 'timeColorizer' in window);
      return await page.evaluate(
        ([size, threads, times]) => window.timeColorizer('colorizer.onnx', size, threads, times),
        [SIZE, THREADS, repeats + 1] as const,
      );
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}
