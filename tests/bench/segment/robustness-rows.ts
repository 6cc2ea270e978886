import { randomStream } from '@koma/character';
import { percentile } from '../editor/percentile.ts';
import { info, log, must, type BenchRow } from '../bench-row.ts';
import type { Pages } from './quality-rows.ts';
import { withGap, withHalftone } from './robot/changed-page.ts';
import { changedShare, maskOfPanel } from './robot/judge-panel.ts';
import { runRobot, shake } from './robot/robot-user.ts';
import type { Stroke } from '@koma/core/plugin';
import type { Segmenter } from './segmenter.ts';

/** How far a hand is off, pixels. */
const JITTER = 5;
/** Percent of the mask's pixels that may change. */
const BOUNDS = { halftone: 1, gap: 2, jitter: 2 } as const;
type Change = keyof typeof BOUNDS;

/** How much of a finished mask changes where the page or the hand is a little different; same strokes. */
export async function* robustnessRows(segmenter: Segmenter, pages: Pages): AsyncGenerator<BenchRow> {
  const changes: Record<Change, number[]> = { halftone: [], gap: [], jitter: [] };
  for (const [index, make] of pages.entries()) {
    const page = await make();
    log(`  ${page.id} with changes`);
    const random = randomStream(index, 'robustness');
    const session = await segmenter.open(page.image);
    const strokes: Stroke[][] = [];
    const masks: Uint8Array[] = [];
    for (const panel of page.panels) {
      const result = await runRobot(session, page.image.width, panel, { enough: 0.95 });
      strokes.push([...result.strokes]);
      masks.push(result.mask);
      const shaken = result.strokes.map((stroke) => shake(stroke, JITTER, () => random.next()));
      const mask = await session.update(shaken, panel.edge);
      changes.jitter.push(100 * changedShare(result.mask, maskOfPanel(mask, page.image.width, panel)));
    }
    session.close();
    for (const [change, { image, changed }] of [
      ['halftone', withHalftone(page, random)],
      ['gap', withGap(page, random)],
    ] as const) {
      const again = await segmenter.open(image);
      for (const [i, panel] of page.panels.entries()) {
        if (!changed.includes(panel)) continue;
        const mask = await again.update(strokes[i]!, panel.edge);
        changes[change].push(100 * changedShare(masks[i]!, maskOfPanel(mask, page.image.width, panel)));
      }
      again.close();
    }
  }
  for (const [change, bound] of Object.entries(BOUNDS) as [Change, number][]) {
    const shares = changes[change];
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    yield must(`robust.${change}`, mean, '% of the mask', `<=${bound}`, `mean of ${shares.length} panels`);
    yield info(`robust.${change}.p95`, percentile(shares, 0.95), '% of the mask');
    const within = shares.filter((share) => share <= bound).length;
    yield info(
      `robust.${change}.within`,
      (100 * within) / shares.length,
      '% of panels',
      `at most ${bound} %`,
    );
  }
}
