import { info, log, must, type BenchRow } from '../bench-row.ts';
import { BenchBrowser } from './bench-browser.ts';
import { MODELS, REFERENCE, type Model } from './reference-figures.ts';

const CANCEL_BOUND = '<=1000';
/** Share of a run after which it is cancelled: the model is loaded, the end far. */
const CANCEL_AT = 0.4;

/**
 * The editor in headless Chromium, from the click on Apply to the new document, on WebAssembly.
 * @param native seconds of the native runtime
 */
export async function* browserRows(
  repeats: number,
  native: ReadonlyMap<Model, number>,
): AsyncGenerator<BenchRow> {
  log("building the editor's production build");
  const browser = await BenchBrowser.start();
  try {
    const [two, one] = [await measure(browser, 2, repeats), await measure(browser, 1, repeats)];
    for (const model of MODELS) {
      const [twoThreads, oneThread] = [two.get(model)!, one.get(model)!];
      const { wasmSeconds, nativeSeconds, wasmScaling } = REFERENCE[model];
      yield info(`${model}.wasm2.seconds`, twoThreads, 's', `${wasmSeconds} s`);
      yield info(`${model}.wasm2.vs-reference`, twoThreads / wasmSeconds, '×');
      yield info(`${model}.wasm1.seconds`, oneThread, 's');
      yield info(
        `${model}.wasm2.vs-native`,
        twoThreads / native.get(model)!,
        '×',
        `${(wasmSeconds / nativeSeconds).toFixed(1)} ×`,
      );
      yield info(`${model}.wasm1.vs-wasm2`, oneThread / twoThreads, '×', `${wasmScaling} ×`);
    }
    yield await cancelRow(browser, repeats, one.get('cunet')! * CANCEL_AT);
  } finally {
    await browser.stop();
  }
}

async function measure(browser: BenchBrowser, threads: number, repeats: number): Promise<Map<Model, number>> {
  const seconds = new Map<Model, number>();
  const editor = await browser.open(threads);
  for (const model of MODELS) {
    log(`${model} in the browser, threads: ${threads}`);
    await editor.choose(model);
    await editor.upscale();
    const measured: number[] = [];
    for (let i = 0; i < repeats; i++) measured.push(await editor.upscale());
    seconds.set(model, Math.min(...measured));
  }
  await editor.close();
  return seconds;
}

/** The slowest of several: a person waits for each. One thread, where a tile takes longest. */
async function cancelRow(browser: BenchBrowser, repeats: number, after: number): Promise<BenchRow> {
  log('cancelling cunet in the browser, 1 thread');
  const editor = await browser.open(1);
  await editor.choose('cunet');
  const measured: number[] = [];
  for (let i = 0; i < repeats; i++) measured.push(await editor.cancel(after));
  await editor.close();
  return must('cunet.wasm1.cancel', Math.max(...measured), 'ms', CANCEL_BOUND);
}
