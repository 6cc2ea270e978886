import type { BackendReport } from '@koma/core/inference';
import type { Outcome } from './outcome.ts';
import { printable, progressLine } from './progress-line.ts';

/** The parts of a stream that are written to. */
export interface TextStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** How the work is shown. */
export interface ReporterOptions {
  readonly json: boolean;
  readonly quiet: boolean;
  readonly stdout: TextStream;
  readonly stderr: TextStream;
  /** Milliseconds, never falling. */
  readonly now?: () => number;
}

/** Redrawing more often than this only costs time. */
const REDRAW_MS = 100;
/** Time left means nothing before this much of the work is done. */
const MIN_SHARE = 0.01;
const CLEAR_LINE = '\r\x1b[K';
const DEFAULT_COLUMNS = 80;

/**
 * Tells what happens. Results go to standard output, and only as JSON; everything for people goes to
 * standard error: a bar redrawn in place on a terminal, else one line a file.
 */
export class Reporter {
  readonly #options: ReporterOptions;
  readonly #now: () => number;
  readonly #total: number;
  readonly #style: 'bar' | 'lines' | 'none';
  readonly #failed: Outcome[] = [];
  #finished = 0;
  #skipped = 0;
  #input = '';
  #started = 0;
  #drawn = -Infinity;
  #backendTold = false;

  /** @param total number of files, those to be skipped included */
  constructor(total: number, options: ReporterOptions) {
    this.#total = total;
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
    this.#started = this.#now();
    const visible = options.stderr.isTTY ? 'bar' : options.json ? 'none' : 'lines';
    this.#style = options.quiet ? 'none' : visible;
  }

  begin(input: string): void {
    this.#input = input;
    this.progress(0);
  }

  /** @param fraction of the file that was begun, 0-1 */
  progress(fraction: number): void {
    const now = this.#now();
    if (this.#style !== 'bar' || now - this.#drawn < REDRAW_MS) return;
    this.#drawn = now;
    // Files that were skipped took no time, so they count neither as work done nor as work to do.
    const share = (this.#finished - this.#skipped + fraction) / (this.#total - this.#skipped);
    const left = share >= MIN_SHARE ? ((now - this.#started) * (1 - share)) / share : undefined;
    const state = { finished: this.#finished, total: this.#total, fraction, input: this.#input, left };
    const { stderr } = this.#options;
    // The last column stays free: some terminals wrap when it is written.
    stderr.write(CLEAR_LINE + progressLine(state, (stderr.columns ?? DEFAULT_COLUMNS) - 1));
  }

  /** Says once that something else runs than what was asked for. */
  backend({ name, fallback }: BackendReport): void {
    if (!fallback || this.#backendTold || this.#options.quiet) return;
    this.#backendTold = true;
    this.#line(`koma: the ${fallback.from} backend does not work here (${fallback.reason}); using ${name}.`);
  }

  /** Says something that is neither progress nor a failure. */
  note(sentence: string): void {
    if (!this.#options.quiet) this.#line(`koma: ${sentence}`);
  }

  end(outcome: Outcome): void {
    this.#finished++;
    if (outcome.status === 'skipped') this.#skipped++;
    if (outcome.status === 'failed') this.#failed.push(outcome);
    if (this.#options.json) this.#options.stdout.write(`${JSON.stringify(outcome)}\n`);
    if (this.#style === 'lines') this.#line(`[${this.#finished}/${this.#total}] ${describe(outcome)}`);
    else if (this.#style === 'bar' && outcome.status === 'failed') this.#line(describe(outcome));
  }

  /** Ends the display and names all failed files again; they are told even with `--quiet`. */
  finish(): void {
    if (this.#style !== 'none') {
      const done = this.#finished - this.#skipped - this.#failed.length;
      const counts = [`${done} done`];
      if (this.#skipped > 0) counts.push(`${this.#skipped} skipped`);
      if (this.#failed.length > 0) counts.push(`${this.#failed.length} failed`);
      this.#line(`${counts.join(', ')}.`);
    }
    if (this.#failed.length === 0) return;
    this.#line(`koma: ${this.#failed.length} of ${this.#total} failed:`);
    for (const outcome of this.#failed) this.#line(`  ${describe(outcome)}`);
  }

  /** Leaves the terminal as it was. */
  clear(): void {
    if (this.#style === 'bar') this.#options.stderr.write(CLEAR_LINE);
  }

  #line(text: string): void {
    this.clear();
    this.#options.stderr.write(`${printable(text)}\n`);
  }
}

function describe({ input, output, status, error, ms }: Outcome): string {
  switch (status) {
    case 'done':
      return `${output} (${(ms / 1000).toFixed(1)} s)`;
    case 'skipped':
      return `${output} is already there`;
    case 'failed':
      return `${input}: ${error}`;
  }
}
