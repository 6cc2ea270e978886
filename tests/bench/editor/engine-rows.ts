import { aim, info, log, must, type BenchRow } from '../bench-row.ts';
import type { BenchPage } from './bench-page.ts';
import { percentile } from './percentile.ts';

/** How often what is measured is repeated; of each frame or event the least time counts. */
const ROUNDS = 5;
const STROKES = 200;
const MEBIBYTE = 2 ** 20;

/** The engine's own classes, on a page of the benchmark. */
export async function* engineRows(page: BenchPage, quick: boolean): AsyncGenerator<BenchRow> {
  // One to warm up, where the least of many does not.
  const rounds = quick ? 2 : ROUNDS;
  log('making the document of ten layers');
  yield* memoryRows(page);
  log('pan and zoom');
  yield* panZoomRows(page, rounds);
  log('the brush');
  yield* brushRows(page, rounds);
  log('undo');
  const { undo, redo, everything, toggle } = await page.ask('undo', rounds);
  yield must('undo.vs-recomposite', undo / everything, '×', '<=0.1');
  yield info('undo.time', undo, 'ms');
  yield info('redo.time', redo, 'ms');
  yield info('recomposite.time', everything, 'ms');
  yield info('toggle-layer.time', toggle, 'ms');
  log('flatten');
  yield* flattenRows(page, rounds);
  log(`${STROKES} strokes`);
  yield* historyRows(page);
  log('the raster worker as the editor starts it');
  const live = await page.ask('live', quick ? 1 : 3);
  yield must('brush.frames.p95', percentile(live.frames, 0.95), 'frames', '<=2');
  yield info('worker.toggle-layer', live.toggle, 'ms');
  yield info('worker.undo', live.undo, 'ms');
}

async function* memoryRows(page: BenchPage): AsyncGenerator<BenchRow> {
  const { tiles, reserved } = await page.ask('memory');
  yield must('memory.document', reserved / tiles, '×', '<=1.15');
  yield info('memory.document.tiles', tiles / MEBIBYTE, 'MiB');
}

async function* panZoomRows(page: BenchPage, rounds: number): AsyncGenerator<BenchRow> {
  const { first, again } = await page.ask('panZoom', rounds);
  for (const [name, times] of [
    ['first', first],
    ['again', again],
  ] as const) {
    const [editor, bitmap] = [percentile(times.editor, 0.95), percentile(times.bitmap, 0.95)];
    yield must(`pan-zoom.${name}.p95-vs-bitmap`, editor / bitmap, '×', '<=1.3');
    const medians = percentile(times.editor, 0.5) / percentile(times.bitmap, 0.5);
    yield info(`pan-zoom.${name}.median-vs-bitmap`, medians, '×');
    yield info(`pan-zoom.${name}.p95`, editor, 'ms');
    yield info(`pan-zoom.${name}.bitmap-p95`, bitmap, 'ms');
    yield info(`pan-zoom.${name}.between-p95`, percentile(times.between, 0.95), 'ms');
    yield info(`pan-zoom.${name}.coarse-frames`, times.coarse, '%');
  }
}

async function* brushRows(page: BenchPage, rounds: number): AsyncGenerator<BenchRow> {
  const { actualPixels, wholePage, tiles } = await page.ask('brush', rounds);
  yield must('brush.composited.p95', percentile(actualPixels, 0.95), 'ms', '<=8');
  yield info('brush.composited.median', percentile(actualPixels, 0.5), 'ms');
  yield must('brush.composited-fit.p95', percentile(wholePage, 0.95), 'ms', '<=8');
  yield info('brush.composited-fit.median', percentile(wholePage, 0.5), 'ms');
  yield must('brush.tiles-composited', tiles.composited / tiles.reached, '×', '<=1');
  yield must('brush.tiles-replaced', tiles.replaced / tiles.different, '×', '<=1');
}

async function* flattenRows(page: BenchPage, rounds: number): AsyncGenerator<BenchRow> {
  const { core, pool, canvas, canvasBytes } = await page.ask('flatten', rounds);
  const [one, all] = [Math.min(...core), Math.min(...pool)];
  const [drawn, read] = [Math.min(...canvas), Math.min(...canvasBytes)];
  yield aim('flatten.1-thread.vs-canvas', one / drawn, '×', '<=2');
  yield aim('flatten.workers.vs-canvas', all / drawn, '×', '<=1');
  yield info('flatten.1-thread', one, 'ms');
  yield info('flatten.workers', all, 'ms');
  yield info('flatten.canvas', drawn, 'ms');
  yield info('flatten.canvas-and-bytes', read, 'ms');
}

async function* historyRows(page: BenchPage): AsyncGenerator<BenchRow> {
  const { budget, peak, spilled, undone, different, reserve } = await page.ask('history', STROKES);
  yield must('history.undoable', undone, 'strokes', `>=${STROKES}`);
  yield must('history.memory', peak / budget, '×', '<=1');
  yield info('history.peak', peak / MEBIBYTE, 'MiB');
  yield info('history.spilled', spilled / MEBIBYTE, 'MiB');
  yield must('history.undone-different', different, 'pixels', '<=0');
  yield must('memory.after-strokes', reserve, '×', '<=1.15');
}
