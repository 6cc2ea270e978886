import type { BigIntStats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { identityOf } from './file-identity.ts';
import type { Job } from './plan-jobs.ts';
import { UsageError } from './usage-error.ts';

/**
 * Finds the results that are already there.
 * @returns the jobs whose output exists as a file
 * @throws UsageError where an output is one of the inputs, under whatever path: work on it would
 *   destroy the source
 */
export async function findExistingOutputs(jobs: readonly Job[]): Promise<Set<Job>> {
  const sources = new Map<string, string>();
  for (const { input } of jobs) {
    const stats = await statIfThere(input.path);
    if (stats) sources.set(identityOf(stats), input.path);
  }
  const existing = new Set<Job>();
  for (const job of jobs) {
    const stats = await statIfThere(job.output);
    if (!stats?.isFile()) continue;
    const source = sources.get(identityOf(stats));
    if (source !== undefined)
      throw new UsageError(`"${job.output}" would replace the input "${source}": choose another --out.`);
    existing.add(job);
  }
  return existing;
}

/** Undefined for whatever cannot be looked at; reading or writing it tells why. */
async function statIfThere(path: string): Promise<BigIntStats | undefined> {
  return stat(path, { bigint: true }).catch(() => undefined);
}
