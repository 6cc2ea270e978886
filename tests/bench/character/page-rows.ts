import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { FaceBox } from '@koma/core/plugin';
import { info, log, must, type BenchRow } from '../bench-row.ts';
import { percentile } from '../editor/percentile.ts';
import type { FacePageMessage } from './face-page-worker.ts';
import type { Pasted } from './face-page.ts';

/** A page of 20 megapixels. */
const WIDTH = 3840;
const HEIGHT = 5210;
/** Parts of the work at which a search is cancelled. */
const CANCEL_AT: readonly number[] = [0.02, 0.2, 0.5, 0.8];
/** Milliseconds between two looks at the memory. */
const INTERVAL = 10;

/** Looking for the faces of a page of 20 megapixels, in a thread of its own as in the editor. */
export async function* pageRows(rounds: number): AsyncGenerator<BenchRow> {
  log(`drawing a page of ${WIDTH} × ${HEIGHT} full of faces`);
  const page = new Worker(new URL('./face-page-worker.ts', import.meta.url), {
    workerData: { width: WIDTH, height: HEIGHT },
  });
  try {
    const thread: Thread = { page, messages: on(page, 'message') };
    const drawn = await next(thread);
    if (drawn.kind !== 'drawn') throw new Error(`The page says "${drawn.kind}" first.`);
    const { busts } = drawn;
    log(`looking for ${busts.length} faces`);
    const searches: Search[] = [];
    for (let round = 0; round < rounds; round++) searches.push(await search(thread));
    const cancels: number[] = [];
    for (const fraction of CANCEL_AT) cancels.push(await cancel(thread, fraction));

    const { faces, steps, partials } = searches[0]!;
    const found = busts.filter((bust) => faces.some((face) => isOf(face, bust)));
    const extra = faces.filter((face) => !busts.some((bust) => isOf(face, bust)));
    yield must('page.found', (found.length / busts.length) * 100, '%', '>=95', `${busts.length} faces`);
    yield must('page.extra-boxes', extra.length, 'boxes', '<=2');
    const seconds = searches.map((each) => each.milliseconds / 1000);
    const median = `median ${percentile(seconds, 0.5).toFixed(1)} s`;
    yield info('page.seconds', Math.min(...seconds), 's', median);
    yield must('page.steps', steps, '', '>=20', 'times that progress was told');
    yield info('page.previews', partials, '', 'times that the faces so far were told');
    const memory = Math.max(...searches.map((each) => each.bytes));
    yield must('page.memory', memory / 1e6, 'MB', '<=150', 'beside the picture of 80 MB');
    yield must('page.cancel', Math.max(...cancels), 'ms', '<=1000', `most of ${cancels.length}`);
  } finally {
    await page.terminate();
  }
}

interface Thread {
  readonly page: Worker;
  /** What it tells, in order; one question at a time is asked. */
  readonly messages: AsyncIterator<unknown>;
}

async function next({ messages }: Thread): Promise<FacePageMessage> {
  const { value } = (await messages.next()) as IteratorYieldResult<[FacePageMessage]>;
  return value[0];
}

interface Search {
  readonly faces: readonly FaceBox[];
  readonly milliseconds: number;
  readonly steps: number;
  readonly partials: number;
  /** Memory of the process at its most, over that at the start. */
  readonly bytes: number;
}

async function search(thread: Thread): Promise<Search> {
  const before = process.memoryUsage.rss();
  let [peak, steps, partials] = [before, 0, 0];
  const timer = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), INTERVAL);
  const started = performance.now();
  try {
    thread.page.postMessage('search', []);
    for (;;) {
      const message = await next(thread);
      if (message.kind === 'progress') steps++;
      if (message.kind === 'partial') partials++;
      if (message.kind !== 'found') continue;
      const milliseconds = performance.now() - started;
      return { faces: message.faces, milliseconds, steps, partials, bytes: peak - before };
    }
  } finally {
    clearInterval(timer);
  }
}

/** Cancels a search once so much of it is done. @returns milliseconds until it has stopped */
async function cancel(thread: Thread, fraction: number): Promise<number> {
  let cancelled = Infinity;
  thread.page.postMessage('search', []);
  for (;;) {
    const message = await next(thread);
    if (message.kind === 'progress' && message.fraction >= fraction && cancelled === Infinity) {
      cancelled = performance.now();
      thread.page.postMessage('cancel', []);
    }
    if (message.kind === 'found') throw new Error('The search was over before it could be cancelled.');
    if (message.kind === 'cancelled') return performance.now() - cancelled;
  }
}

/** Whether a box is about the face of a bust: its middle lies in the middle of it, and its size fits. */
function isOf(box: FaceBox, { x, y, side }: Pasted): boolean {
  const [cx, cy] = [(box.x + box.width / 2 - x) / side, (box.y + box.height / 2 - y) / side];
  const size = box.width / side;
  return cx > 0.3 && cx < 0.7 && cy > 0.25 && cy < 0.75 && size > 0.25 && size < 0.85;
}
