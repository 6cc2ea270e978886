import type { Command } from './cli-plugin.ts';
import { dataExtension, mainData } from './data-output.ts';
import { findExistingOutputs } from './check-outputs.ts';
import { collectInputs } from './collect-inputs.ts';
import { EXIT_DONE, EXIT_SOME_FAILED } from './exit-codes.ts';
import { makesLayers, type Invocation } from './invocation.ts';
import { resolveDataTarget, resolveTarget } from './output-target.ts';
import { withFurtherOutputs } from './further-outputs.ts';
import { planJobs, type Job } from './plan-jobs.ts';
import { readInputs } from './read-inputs.ts';
import { Reporter, type TextStream } from './reporter.ts';
import { runJobs } from './run-jobs.ts';

/** Where a command's output goes. */
export interface Streams {
  readonly stdout: TextStream;
  readonly stderr: TextStream;
}

/**
 * Runs one operation over all inputs. Everything that can be wrong about the command line is found
 * before the first file is opened.
 * @returns the exit code
 * @throws UsageError
 */
export async function runCommand(
  command: Command,
  invocation: Invocation,
  streams: Streams,
): Promise<number> {
  const { inputs: given, files, output, further, json, quiet, backend, threads, params } = invocation;
  const data = mainData(command.operation);
  const target = data
    ? await resolveDataTarget(output, dataExtension(data))
    : await resolveTarget(output, makesLayers(command.operation));
  const planned = planJobs(await collectInputs(given, output.out), target);
  const inputs = await readInputs(command.operation, files);
  const jobs = await withFurtherOutputs(planned, command.operation, further, inputs, target);
  const existing = await findExistingOutputs(jobs, Object.values(files));
  const skipped = target.kind === 'folder' && !output.force ? existing : new Set<Job>();
  const reporter = new Reporter(jobs.length, { json, quiet, ...streams });
  const work = { command, params, inputs, target, backend, ...(threads === undefined ? {} : { threads }) };
  const outcomes = await runJobs(work, jobs, skipped, reporter);
  reporter.finish();
  return outcomes.some(({ status }) => status === 'failed') ? EXIT_SOME_FAILED : EXIT_DONE;
}
