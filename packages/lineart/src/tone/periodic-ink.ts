import { LINE } from '../page/ink-plane.ts';
import { inRows, part, type Steps } from '../steps.ts';
import type { Runs } from './find-runs.ts';

/** Runs at even distances that make a pattern. */
const RUNS = 4;
/** Farthest from the middle of one run to the next one's, px: coarser patterns are drawn, not laid on. */
const LONGEST_PERIOD = 24;

/**
 * Follows the runs along one line of pixels (a row or a column) and finds stretches where they come at even distances
 * and with even widths, as they do in screentones of any kind: dots, lines at any angle, nets.
 */
export class PeriodTracker {
  /** Per line: where the stretch begins, runs in it, the last run, and the mean period in half pixels. */
  readonly #first: Int32Array;
  readonly #runs: Int32Array;
  readonly #start: Int32Array;
  readonly #end: Int32Array;
  readonly #period: Float32Array;

  /** @param lines how many lines are followed at a time */
  constructor(lines: number) {
    this.#first = new Int32Array(lines);
    this.#runs = new Int32Array(lines);
    this.#start = new Int32Array(lines);
    this.#end = new Int32Array(lines);
    this.#period = new Float32Array(lines);
  }

  /** Forgets what was seen of a line. */
  reset(line: number): void {
    this.#runs[line] = 0;
  }

  /**
   * The next run of a line.
   * @returns where marks are to begin: the run's start in the midst of a pattern, the first run's where a pattern shows
   * now; -1 if there is none
   */
  next(line: number, start: number, end: number): number {
    const period = start + end - this.#start[line]! - this.#end[line]!;
    const width = end - start;
    const before = this.#end[line]! - this.#start[line]!;
    const runs = this.#runs[line]!;
    const isAlike =
      runs > 0 &&
      period <= 2 * LONGEST_PERIOD &&
      Math.abs(width - before) <= Math.max(1, 0.35 * Math.max(width, before));
    if (!isAlike) {
      this.#first[line] = start;
      this.#runs[line] = 1;
    } else if (runs === 1) {
      this.#period[line] = period;
      this.#runs[line] = 2;
    } else {
      const mean = this.#period[line]!;
      if (Math.abs(period - mean) <= Math.max(2, 0.1 * mean)) {
        this.#period[line] = 0.75 * mean + 0.25 * period;
        this.#runs[line] = runs + 1;
      } else {
        this.#first[line] = this.#start[line]!;
        this.#period[line] = period;
        this.#runs[line] = 2;
      }
    }
    this.#start[line] = start;
    this.#end[line] = end;
    const now = this.#runs[line]!;
    return now < RUNS ? -1 : now === RUNS ? this.#first[line]! : start;
  }
}

/**
 * Marks ink that lies in even patterns along its row or its column.
 * @param runs of LINE ink, the only ink that counts
 * @returns 1 for each such pixel
 */
export function* periodicInk(ink: Uint8Array, runs: Runs, width: number, height: number): Steps<Uint8Array> {
  const marks = new Uint8Array(ink.length);
  const across = new PeriodTracker(1);
  const rows = inRows(width, height, (first, last) => {
    for (let y = first; y < last; y++) {
      across.reset(0);
      for (let run = runs.rows[y]!; run < runs.rows[y + 1]!; run++) {
        const end = runs.end[run]!;
        const from = across.next(0, runs.start[run]!, end);
        if (from < 0) continue;
        for (let i = from; i < end; i++) if (ink[i] === LINE) marks[i] = 1;
      }
    }
  });
  yield* part(rows, 0, 0.4);
  const down = new PeriodTracker(width);
  const starts = new Int32Array(width).fill(-1);
  const columns = inRows(width, height + 1, (first, last) => {
    for (let y = first; y < last; y++)
      for (let x = 0, i = y * width; x < width; x++, i++) {
        const isInk = y < height && ink[i] === LINE;
        const start = starts[x]!;
        if (isInk === start >= 0) continue;
        if (isInk) {
          starts[x] = y;
          continue;
        }
        starts[x] = -1;
        const from = down.next(x, start, y);
        if (from < 0) continue;
        for (let j = from * width + x; j < i; j += width) if (ink[j] === LINE) marks[j] = 1;
      }
  });
  yield* part(columns, 0.4, 1);
  return marks;
}
