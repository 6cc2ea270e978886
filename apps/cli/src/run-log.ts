import { EXIT_DONE, EXIT_SOME_FAILED } from './exit-codes.ts';
import type { Outcome } from './outcome.ts';
import type { Reporter } from './reporter.ts';

/** Runs one piece of work after the other and tells what became of each. */
export class RunLog {
  readonly #reporter: Reporter;
  #failed = false;

  constructor(reporter: Reporter) {
    this.#reporter = reporter;
  }

  /**
   * @param work told where to send notes and how far it is, 0-1
   * @param status what it is where nothing fails
   */
  async do(
    input: string,
    output: string,
    work: (note: (sentence: string) => void, progress: (fraction: number) => void) => Promise<void>,
    status: 'done' | 'skipped' = 'done',
  ): Promise<void> {
    const started = performance.now();
    const end = (result: Pick<Outcome, 'output' | 'status' | 'error'>): void =>
      this.#reporter.end({ input, ...result, ms: Math.round(performance.now() - started) });
    this.#reporter.begin(input);
    try {
      await work(
        (sentence) => this.note(sentence),
        (fraction) => this.#reporter.progress(fraction),
      );
      end({ output, status, error: null });
    } catch (error) {
      this.#failed = true;
      end({ output: null, status: 'failed', error: error instanceof Error ? error.message : String(error) });
    }
  }

  skip(input: string, output: string): void {
    this.#reporter.begin(input);
    this.#reporter.end({ input, output, status: 'skipped', error: null, ms: 0 });
  }

  note(sentence: string): void {
    this.#reporter.note(sentence);
  }

  /** Tells the sum. @returns the exit code */
  finish(): number {
    this.#reporter.finish();
    return this.#failed ? EXIT_SOME_FAILED : EXIT_DONE;
  }
}
