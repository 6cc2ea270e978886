import type { Stroke } from '@koma/core/plugin';
import { cutPixels, Fixed, pixelPrices, type GreyPlane, type PageImage } from '@koma/lineart';
import { aim, info, log, must, type BenchRow } from '../bench-row.ts';
import { percentile } from '../editor/percentile.ts';
import { runGrabCut } from './grab-cut.ts';
import { komaSegmenter } from './koma-segmenter.ts';
import { openPage } from './open-page.ts';
import { measureMemory } from './page-memory.ts';
import { prototypePage } from './pages/prototype-page.ts';
import type { TestPage } from './pages/test-page.ts';
import { runRobot } from './robot/robot-user.ts';

const MEGABYTE = 1e6;
/** A stroke is answered so many times while it is drawn. */
const STEPS = 12;

/**
 * How long a page of 2048 × 3000 pixels and strokes on it take in Node, one thread, without the worker's
 * messages; and how long others need for one answer.
 */
export async function* speedRows(repeats: number): AsyncGenerator<BenchRow> {
  const page = prototypePage(7);
  // Brings the code into the engine's faster forms, as a page before this one would have.
  await openAndAnswer(prototypePage(1, 1024, 1500));

  log('opening a page of 2048 × 3000');
  const opened: OpeningTimes[] = [];
  for (let repeat = 0; repeat < repeats; repeat++) opened.push(await openAndAnswer(page));
  const least = (of: (times: OpeningTimes) => number): number => Math.min(...opened.map(of));
  yield must(
    'speed.first-answer',
    least(({ first }) => first),
    'ms',
    '<=400',
    'from opening to labels',
  );
  yield must(
    'speed.prepared',
    least(({ full }) => full),
    'ms',
    '<=1500',
    'from opening, at full quality',
  );

  log('strokes on it');
  const times = await strokeTimes(page);
  const typical = percentile(times.answers, 0.5);
  yield info('speed.stroke.p50', typical, 'ms', `${times.answers.length} answers while strokes are drawn`);
  const slowest = percentile(times.answers, 0.95);
  yield must('speed.stroke.p95', slowest, 'ms', '<=100');
  yield aim('speed.stroke.p95.aim', slowest, 'ms', '<=33');
  yield info('speed.refined.p50', percentile(times.refined, 0.5), 'ms', 'borders, after 50 ms of rest');

  log('an exact cut of its pixels');
  const exact = timeExactCut(page);
  yield info('speed.exact-cut', exact, 'ms', 'WASM, the page by its pixels, one stroke');
  yield info('speed.exact-cut.ratio', exact / typical, '×', 'over speed.stroke.p50');
  log("OpenCV.js's grabCut");
  const grabCut = await runGrabCut(page, page.panels[0]!, 1);
  yield info('speed.grab-cut', grabCut.milliseconds, 'ms', 'one iteration, 512 × 750');
  yield info('speed.grab-cut.ratio', grabCut.milliseconds / typical, '×', 'over speed.stroke.p50');
  yield info('speed.grab-cut.iou', grabCut.iou, 'IoU', 'after the first stroke');

  log('memory');
  const memory = await measureMemory();
  if (!memory) {
    log('no /proc: memory is left out');
    return;
  }
  yield must(
    'memory.peak',
    memory.peak / MEGABYTE,
    'MB',
    '<=120',
    'resident set over that with the page alone',
  );
  yield info('memory.kept', memory.kept / MEGABYTE, 'MB', 'heap and buffers after garbage collection');
}

interface OpeningTimes {
  readonly first: number;
  readonly full: number;
}

/** Opens a page and draws a stroke at once. */
async function openAndAnswer({ image, panels }: TestPage): Promise<OpeningTimes> {
  const started = performance.now();
  const page = await openPage(image);
  await page.update(panels[0]!.first);
  const first = performance.now() - started;
  await page.until('full');
  const full = performance.now() - started;
  page.close();
  return { first, full };
}

/** Milliseconds of answers while the robot's strokes are drawn on each panel, and of refining borders after it. */
async function strokeTimes(test: TestPage): Promise<{ answers: number[]; refined: number[] }> {
  const session = await komaSegmenter().open(test.image);
  const drawn: Stroke[][] = [];
  for (const panel of test.panels)
    drawn.push([...(await runRobot(session, test.image.width, panel, { enough: 0.95 })).strokes]);
  session.close();

  const page = await openPage(test.image);
  const [answers, refined]: [number[], number[]] = [[], []];
  const timed = async (strokes: readonly Stroke[]): Promise<void> => {
    const started = performance.now();
    await page.update(strokes);
    answers.push(performance.now() - started);
  };
  await page.update(drawn[0]!);
  await page.until('refined');
  for (const strokes of drawn)
    for (const [i, stroke] of strokes.entries()) {
      const before = strokes.slice(0, i);
      if (stroke.label === 'bg' && i === 0) continue;
      const steps = Math.min(STEPS, stroke.points.length);
      // Strokes of few corners are drawn through places between them, as a hand does.
      for (const points of growing(stroke.points, Math.max(steps, stroke.points.length > 1 ? STEPS : 1)))
        await timed([...before, { ...stroke, points }]);
      const started = performance.now();
      await page.until('refined');
      refined.push(performance.now() - started);
    }
  page.close();
  return { answers, refined };
}

/** A line from its start to further and further along it. */
function growing(points: Stroke['points'], steps: number): Stroke['points'][] {
  const ends = points.slice(1).map(([x, y], i) => Math.hypot(x - points[i]![0], y - points[i]![1]));
  const length = ends.reduce((sum, end) => sum + end, 0);
  return Array.from({ length: steps }, (_, step) => {
    let left = (length * (step + 1)) / steps;
    const line: [number, number][] = [[...points[0]!]];
    for (const [i, end] of ends.entries()) {
      const share = end === 0 ? 1 : Math.min(1, left / end);
      const [[ax, ay], [bx, by]] = [points[i]!, points[i + 1]!];
      line.push([ax + (bx - ax) * share, ay + (by - ay) * share]);
      left -= end;
      if (left <= 0) break;
    }
    return line;
  });
}

/** Milliseconds of the cut of least energy of all pixels, from the first strokes on the first panel. */
function timeExactCut({ image, panels }: TestPage): number {
  const grey = greyOf(image);
  const { width, height } = image;
  const fixed = new Uint8Array(width * height);
  for (const { label, points } of panels[0]!.first)
    for (const [i, [x, y]] of points.entries()) {
      const [bx, by] = points[i + 1] ?? [x, y];
      const count = Math.max(1, Math.ceil(Math.hypot(bx - x, by - y)));
      for (let k = 0; k <= count; k++) {
        const at = Math.floor(y + ((by - y) * k) / count) * width + Math.floor(x + ((bx - x) * k) / count);
        fixed[at] = label === 'fg' ? Fixed.SUBJECT : Fixed.BACKGROUND;
      }
    }
  const started = performance.now();
  cutPixels({ width, height, price: pixelPrices(grey), fixed }, new Uint8Array(width * height));
  return performance.now() - started;
}

/** The pages that this is used on are grey. */
function greyOf({ width, height, data }: PageImage): GreyPlane {
  return { width, height, data: Uint8Array.from({ length: width * height }, (_, i) => data[i * 4]!) };
}
