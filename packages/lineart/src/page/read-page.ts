import { part, type Steps } from '../steps.ts';
import { dropRuns, findRuns } from '../tone/find-runs.ts';
import { keepLines } from '../tone/keep-lines.ts';
import { lineWidthOf } from '../tone/line-width-of.ts';
import { periodicInk } from '../tone/periodic-ink.ts';
import { findComponents } from '../tone/find-components.ts';
import { isStroke, toneCutoff } from '../tone/tone-cutoff.ts';
import { voteTones } from '../tone/vote-tones.ts';
import { blockStatistics } from './block-statistics.ts';
import { greyOf } from './grey-of.ts';
import { inkPlane, LINE, TONE } from './ink-plane.ts';
import { findLevels, type Levels } from './find-levels.ts';
import type { GreyPlane, PageImage } from './page-image.ts';
import type { PreparePageOptions } from './prepared-page.ts';
import { sauvola } from './sauvola.ts';
import { unevenness } from './unevenness.ts';

/** A page at its full size, with its lines told from its tones. */
export interface PageReading {
  /** The page itself, not a copy. */
  readonly image: PageImage;
  readonly grey: GreyPlane;
  readonly colour: boolean;
  readonly levels: Levels;
  /** PAPER, LINE or TONE for each page pixel. */
  readonly ink: Uint8Array;
  /** Median width of the lines, page px; 0 without any. */
  readonly lineWidth: number;
}

/** Unevenness from which on one threshold is wrong somewhere, as a part of the range from ink to paper. */
const UNEVEN = 0.3;
/** Grey up to which all is ink on an uneven page, as a part of that range. */
const SOLID = 0.2;

/**
 * Reads a page: grey, levels, black and white, lines and tones.
 * @throws RangeError if the image has no pixels, or fewer bytes than its size says
 */
export function* readPage(image: PageImage, options: PreparePageOptions = {}): Steps<PageReading> {
  const { width, height } = image;
  if (!(width >= 1 && height >= 1 && image.data.length >= 4 * width * height))
    throw new RangeError('the page has no pixels, or not as many as its size says');
  const { grey, histogram, colour } = yield* part(greyOf(image), 0, 0.2);
  const levels = findLevels(histogram);
  const ink = yield* part(findInk(grey, levels, colour), 0.2, 0.4);
  const runs = yield* part(findRuns(ink, width, height, LINE), 0.4, 0.5);
  let lineWidth = lineWidthOf(runs);
  if (options.toneRemoval ?? true) {
    const components = yield* part(findComponents(runs, width, height), 0.5, 0.6);
    const cutoff = toneCutoff(components, lineWidth);
    const lines = dropRuns(runs, (run) => {
      const component = components.ofRun[run]!;
      const isDot = components.area[component]! < cutoff && !isStroke(components, component);
      if (isDot) ink.fill(TONE, runs.start[run]!, runs.end[run]!);
      return isDot;
    });
    const marks = yield* part(periodicInk(ink, lines, width, height), 0.6, 0.8);
    const votes = yield* part(voteTones(lines, marks, width, height), 0.8, 0.9);
    yield* part(keepLines(ink, marks, votes, width, height), 0.9, 1);
    lineWidth = lineWidthOf(lines);
  }
  return { image, grey, colour, levels, ink, lineWidth };
}

/** Black and white: by one threshold, or by one that follows the paper where the paper or the ground changes. */
function* findInk(grey: GreyPlane, levels: Levels, colour: boolean): Steps<Uint8Array> {
  const range = levels.paper - levels.ink;
  const uneven = colour || (yield* part(unevenness(grey, levels), 0, 0.3)) > UNEVEN * range;
  if (uneven) {
    const blocks = yield* part(blockStatistics(grey), 0.3, 0.6);
    return yield* part(sauvola(grey, blocks, colour ? -1 : levels.ink + SOLID * range), 0.6, 1);
  }
  return yield* part(inkPlane(grey, (levels.ink + levels.paper + 1) / 2), 0.4, 1);
}
