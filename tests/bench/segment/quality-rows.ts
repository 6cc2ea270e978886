import { info, log, must, type BenchRow } from '../bench-row.ts';
import { runRobot, type RobotOptions, type RobotResult } from './robot/robot-user.ts';
import { summarize } from './robot/robot-summary.ts';
import type { Segmenter } from './segmenter.ts';
import type { TestPage } from './pages/test-page.ts';

/** Pages are made when they are needed, and let go of: each takes 30 MB. */
export type Pages = readonly (() => Promise<TestPage> | TestPage)[];

/** Lets the robot loose on all panels of some pages. */
export async function runOverPages(
  segmenter: Segmenter,
  pages: Pages,
  options: RobotOptions = {},
): Promise<RobotResult[]> {
  const results: RobotResult[] = [];
  for (const make of pages) {
    const page = await make();
    const session = await segmenter.open(page.image);
    for (const panel of page.panels) results.push(await runRobot(session, page.image.width, panel, options));
    session.close();
    log(`  ${page.id}: ${page.panels.length} panels`);
  }
  return results;
}

/** Of sets whose panels are left where nothing more is to be learned about strokes. */
const WHERE_LEFT = 'where the robot stops: 95 % IoU or 20 strokes';

export interface Bounds {
  readonly to90: number;
  readonly to95: number;
  /** Percent. */
  readonly fails: number;
  /** Where the robot goes on to the end. */
  readonly boundaryF?: number;
}

/** The rows of a set that has bounds. */
export function* boundedRows(
  set: string,
  results: readonly RobotResult[],
  bounds: Bounds,
): Generator<BenchRow> {
  const sum = summarize(results);
  yield info(`${set}.panels`, sum.panels, 'panels');
  yield must(`${set}.strokes-to-90`, sum.to90, 'strokes', `<=${bounds.to90}`);
  yield must(`${set}.strokes-to-95`, sum.to95, 'strokes', `<=${bounds.to95}`);
  yield must(`${set}.failing-90`, sum.fails90, '% of panels', `<=${bounds.fails}`, 'in 20 strokes');
  yield info(`${set}.failing-95`, sum.fails95, '% of panels');
  yield info(`${set}.iou-1`, sum.iou1, 'IoU', 'after the first stroke');
  yield info(`${set}.iou-3`, sum.iou3, 'IoU', 'after 3 strokes');
  yield info(`${set}.iou-5`, sum.iou5, 'IoU', 'after 5 strokes');
  if (bounds.boundaryF === undefined) yield info(`${set}.boundary-f`, sum.boundaryF, 'F at 2 px', WHERE_LEFT);
  else yield must(`${set}.boundary-f`, sum.boundaryF, 'F at 2 px', `>=${bounds.boundaryF}`, 'at the end');
}

/** The rows of a set that is there to compare. */
export function* comparedRows(
  set: string,
  results: readonly RobotResult[],
  reference: string | null = null,
): Generator<BenchRow> {
  const sum = summarize(results);
  yield info(`${set}.strokes-to-90`, sum.to90, 'strokes', reference);
  yield info(`${set}.strokes-to-95`, sum.to95, 'strokes');
  yield info(`${set}.failing-90`, sum.fails90, '% of panels', `of ${sum.panels}`);
  yield info(`${set}.iou-1`, sum.iou1, 'IoU', 'after the first stroke');
  yield info(`${set}.boundary-f`, sum.boundaryF, 'F at 2 px', WHERE_LEFT);
}
