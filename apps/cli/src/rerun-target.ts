import type { BigIntStats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { diskError } from './disk-error.ts';
import { DOCUMENT_FORMATS, type DocumentFormat } from './encode-document.ts';
import { identityOf } from './file-identity.ts';
import { assertReachable } from './output-target.ts';
import { UsageError } from './usage-error.ts';

/** A file that `koma rerun` writes. */
export interface RerunTarget {
  readonly path: string;
  readonly format: DocumentFormat;
}

/**
 * Decides what is written where. Only looks at the disk, writes nothing.
 * @param input the project
 * @param out undefined to replace the project
 * @throws UsageError where the project is no file, or nothing can be written there
 */
export async function resolveRerunTarget(input: string, out: string | undefined): Promise<RerunTarget> {
  const project = await statProject(input);
  if (out === undefined) return { path: input, format: 'koma' };
  const format = DOCUMENT_FORMATS.find((name) => `.${name}` === extname(out).toLowerCase());
  if (format === undefined)
    throw new UsageError(`"${out}" has to end in .koma, .psd, .ora or .png, to say what to write.`);
  await assertReachable(out, 'file');
  const existing = await stat(out, { bigint: true }).catch(() => undefined);
  if (existing?.isDirectory()) throw new UsageError(`"${out}" is a folder: give --out a file's name.`);
  if (existing && identityOf(existing) === identityOf(project))
    throw new UsageError(`"${out}" would replace the input: choose another --out, or say --in-place.`);
  return { path: out, format };
}

async function statProject(input: string): Promise<BigIntStats> {
  let stats: BigIntStats;
  try {
    stats = await stat(input, { bigint: true });
  } catch (error) {
    const told = diskError(error, 'read', input);
    throw new UsageError(told instanceof Error ? told.message : String(told), { cause: error });
  }
  if (stats.isDirectory()) throw new UsageError(`"${input}" is a folder, not a project.`);
  return stats;
}
