import { log, type Bench } from '../bench-row.ts';
import { seededRandom } from '../editor/page/random.ts';
import { browserRows } from './browser/browser-rows.ts';
import { komaSegmenter } from './koma-segmenter.ts';
import { nearestStrokeSegmenter } from './nearest-stroke-segmenter.ts';
import { characterPage, characterRender } from './pages/character-page.ts';
import { hardPage } from './pages/hard/hard-page.ts';
import { prototypePage } from './pages/prototype-page.ts';
import { boundedRows, comparedRows, runOverPages } from './quality-rows.ts';
import { robustnessRows } from './robustness-rows.ts';
import { speedRows } from './speed-rows.ts';

/** The prototype's two pages first. */
const SEEDS = { a: [7, 21, 1, 2, 3, 4, 5, 6], b: [1, 2, 3, 4, 5, 6, 7, 8], c: [1, 2, 3, 4] } as const;
const RENDERS = 12;
/** How far the unsteady robot's hand is off, pixels. */
const JITTER = 5;

/**
 * Cutting characters out by strokes: a robot user over synthetic pages whose truth is known, in Node, and how
 * long it takes there and in the browser. What the rows mean: docs/BENCHMARKS.md.
 */
export const segmentBench: Bench = async function* ({ quick }) {
  const first = <T>(list: readonly T[], count: number): readonly T[] => list.slice(0, quick ? 1 : count);
  const a = SEEDS.a.map((seed) => () => prototypePage(seed));
  const b = SEEDS.b.map((seed) => () => hardPage(seed));
  const pagesOfC = SEEDS.c.map((seed) => () => characterPage(seed));
  const renders = Array.from({ length: RENDERS }, (_, i) => () => characterRender(i + 1));
  const koma = komaSegmenter();

  yield* speedRows(quick ? 1 : 3);
  yield* browserRows(quick ? 1 : 3);

  log("set A: the prototype's pages");
  yield* boundedRows('a', await runOverPages(koma, first(a, 8)), {
    to90: 2.6,
    to95: 4,
    fails: 0,
    boundaryF: 0.95,
  });
  // Enough is known of the rest where 95 % is reached.
  const enough = 0.95;
  log('set B: hard pages');
  yield* boundedRows('b', await runOverPages(koma, first(b, 8), { enough }), { to90: 4, to95: 7, fails: 5 });

  log('set C: pages and renders of the character engine');
  yield* comparedRows('c.pages', await runOverPages(koma, first(pagesOfC, 4), { enough }));
  yield* comparedRows('c.renders', await runOverPages(koma, first(renders, RENDERS), { enough }));

  log('what each part buys');
  const blind = komaSegmenter({ toneRemoval: false });
  yield* comparedRows('a.no-tone-removal', await runOverPages(blind, first(a, 2), { enough }));
  yield* comparedRows('b.no-tone-removal', await runOverPages(blind, first(b, 2), { enough }));
  yield* comparedRows('a.dilation', await runOverPages(nearestStrokeSegmenter, first(a, 2), { enough }));
  yield* comparedRows('b.dilation', await runOverPages(nearestStrokeSegmenter, first(b, 2), { enough }));

  log('an unsteady hand');
  const shaky = { enough, jitter: JITTER, random: seededRandom(1) };
  yield* comparedRows('a.shaky', await runOverPages(koma, first(a, 2), shaky), 'each stroke 5 px off');
  yield* comparedRows('b.shaky', await runOverPages(koma, first(b, 2), shaky), 'each stroke 5 px off');

  log('small changes');
  yield* robustnessRows(koma, first(a, 4));
};
