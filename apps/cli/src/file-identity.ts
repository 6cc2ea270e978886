import type { BigIntStats } from 'node:fs';
import { stat } from 'node:fs/promises';

/** The same for every path that leads to the same file or folder. */
export function identityOf(stats: BigIntStats): string {
  return `${stats.dev}:${stats.ino}`;
}

/** {@link identityOf} what a path leads to; undefined where that cannot be looked at. */
export async function identify(path: string): Promise<string | undefined> {
  const stats = await stat(path, { bigint: true }).catch(() => undefined);
  return stats && identityOf(stats);
}

/** True for a file, and for a link to one. */
export async function pointsToFile(path: string): Promise<boolean> {
  const stats = await stat(path).catch(() => undefined);
  return stats?.isFile() === true;
}
