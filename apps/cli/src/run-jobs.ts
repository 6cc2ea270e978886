import { KomaError } from '@koma/core/errors';
import type { BackendReport } from '@koma/core/inference';
import type { OperationRunner, ParamValue } from '@koma/core/plugin';
import type { Command } from './builtin-plugins.ts';
import { encodePicture, type Encoding } from './encode-picture.ts';
import type { Outcome } from './outcome.ts';
import type { Job } from './plan-jobs.ts';
import { readPicture } from './read-picture.ts';
import { replaceFile } from './replace-file.ts';
import type { Reporter } from './reporter.ts';
import { startRunner, type RunnerRequest } from './start-runner.ts';

/** What is done to every file. */
export interface Work extends RunnerRequest {
  readonly command: Command;
  readonly params: Readonly<Record<string, ParamValue>>;
  readonly encoding: Encoding;
}

/**
 * Works through the jobs one after the other. A failing file never stops the rest.
 * @param skipped jobs whose result is already there
 */
export async function runJobs(
  work: Work,
  jobs: readonly Job[],
  skipped: ReadonlySet<Job>,
  reporter: Reporter,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const { plugin } = work.command;
  let runner: OperationRunner | undefined;
  for (const job of jobs) {
    const started = performance.now();
    const end = (result: Pick<Outcome, 'output' | 'status' | 'error'>): Outcome => ({
      input: job.input.path,
      ...result,
      ms: Math.round(performance.now() - started),
    });
    let outcome: Outcome;
    reporter.begin(job.input.path);
    try {
      if (job.input.problem) throw job.input.problem;
      if (skipped.has(job)) {
        outcome = end({ output: job.output, status: 'skipped', error: null });
      } else {
        runner ??= await startRunner(plugin, work);
        await runJob(runner, work, job, reporter);
        outcome = end({ output: job.output, status: 'done', error: null });
      }
    } catch (error) {
      outcome = end({ output: null, status: 'failed', error: inWords(error) });
    }
    outcomes.push(outcome);
    reporter.end(outcome);
  }
  await runner?.dispose();
  return outcomes;
}

async function runJob(
  runner: OperationRunner,
  { command, params, encoding }: Work,
  job: Job,
  reporter: Reporter,
): Promise<void> {
  const { id, inputs, outputs } = command.operation;
  const listener = {
    progress: (fraction: number) => reporter.progress(fraction),
    preview: () => {},
    backend: (report: BackendReport) => reporter.backend(report),
  };
  const source = inputs[0]!.name;
  const neverAborted = new AbortController().signal;
  // Nothing here keeps the source while the result is encoded: that is 256 MB at the limit.
  const results = await runner.run(
    id,
    { [source]: await readPicture(job.input.path) },
    params,
    listener,
    neverAborted,
  );
  const image = results[outputs[0]!.name];
  if (!image)
    throw new KomaError('PLUGIN_FAILED', `${command.operation.title.en} returned no picture.`, {
      reason: id,
    });
  await replaceFile(job.output, await encodePicture(image, encoding));
}

function inWords(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
