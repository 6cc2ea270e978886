import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { assertReachable } from '../output-target.ts';
import { Reporter } from '../reporter.ts';
import type { Streams } from '../run-command.ts';
import { RunLog } from '../run-log.ts';
import type { PageInvocation } from './page-invocation.ts';
import { writePage } from './write-page.ts';

/**
 * `koma page`: draws the pages of one seed after the other into a folder.
 * @returns the exit code
 * @throws UsageError before any work
 */
export async function runPage(invocation: PageInvocation, streams: Streams): Promise<number> {
  const { out, count, seed, truth, layers, force, json, quiet } = invocation;
  await assertReachable(out, 'folder');
  const run = new RunLog(new Reporter(count, { json, quiet, ...streams }));
  for (let i = 0; i < count; i++) {
    const base = join(out, String(seed + i));
    const path = `${base}.png`;
    const files = [path, ...(truth ? [`${base}.json`] : []), ...(layers ? [`${base}.${layers}`] : [])];
    const name = `seed ${seed + i}`;
    if (!force && (await Promise.all(files.map(isFile))).every(Boolean)) run.skip(name, path);
    else await run.do(name, path, (note, progress) => writePage(seed + i, base, invocation, note, progress));
  }
  return run.finish();
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() === true;
}
