import type { BigIntStats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { identityOf } from './file-identity.ts';
import type { Job } from './plan-jobs.ts';
import { UsageError } from './usage-error.ts';

/**
 * Finds the results that are already there.
 * @param files other paths that are read
 * @returns the jobs whose outputs all exist as files
 * @throws UsageError where an output is one of the inputs, under whatever path: work on it would
 *   destroy the source
 */
export async function findExistingOutputs(
  jobs: readonly Job[],
  files: readonly string[] = [],
): Promise<Set<Job>> {
  const sources = new Map<string, string>();
  for (const path of [...files, ...jobs.map(({ input }) => input.path)]) {
    const stats = await statIfThere(path);
    if (stats) sources.set(identityOf(stats), path);
  }
  const existing = new Set<Job>();
  for (const job of jobs) {
    const further = (job.further ?? []).map(({ path }) => path);
    const outputs = [job.output, ...(job.layered === undefined ? [] : [job.layered]), ...further];
    let there = 0;
    for (const output of outputs) {
      const stats = await statIfThere(output);
      if (!stats?.isFile()) continue;
      const source = sources.get(identityOf(stats));
      if (source !== undefined)
        throw new UsageError(`"${output}" would replace the input "${source}": choose another --out.`);
      there++;
    }
    if (there === outputs.length) existing.add(job);
  }
  return existing;
}

/** Undefined for whatever cannot be looked at; reading or writing it tells why. */
async function statIfThere(path: string): Promise<BigIntStats | undefined> {
  return stat(path, { bigint: true }).catch(() => undefined);
}
