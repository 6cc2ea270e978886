/** What became of one input; with `--json`, a line is exactly this. */
export interface Outcome {
  readonly input: string;
  /** Null if failed. */
  readonly output: string | null;
  readonly status: 'done' | 'skipped' | 'failed';
  /** A sentence; null unless failed. */
  readonly error: string | null;
  /** Whole milliseconds. */
  readonly ms: number;
}
