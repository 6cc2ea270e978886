import { closeSync, openSync, unlinkSync } from 'node:fs';
import { mkdir, rename, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { diskError } from './disk-error.ts';

const unfinished = new Set<string>();
let counter = 0;

/**
 * Writes a file in one step as others see it: under a hidden temporary name in the same folder, then
 * renamed. A failure leaves what was there before and no temporary file. Makes missing folders.
 * @throws DiskError
 */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  // Short, because names near the limit of 255 bytes have to work too.
  const temporary = join(dirname(path), `.koma-${process.pid}-${counter++}.tmp`);
  try {
    await makeFolder(dirname(path));
    // Opened synchronously, so that a signal can never come between the file and its entry here.
    unfinished.add(temporary);
    closeSync(openSync(temporary, 'wx'));
    await writeFile(temporary, bytes);
    await rename(temporary, path);
  } catch (error) {
    await unlink(temporary).catch(() => {});
    throw diskError(error, 'write', path);
  } finally {
    unfinished.delete(temporary);
  }
}

/**
 * Makes a folder and those above it. Not `mkdir` with `recursive`, which never returns where a file
 * system answers ENOENT for a folder whose parent exists, as /proc does (seen in Node 24).
 */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await mkdir(path);
  }
}

/** Removes what {@link replaceFile} has not finished, at once; for a process that is about to end. */
export function removeUnfinishedFiles(): void {
  for (const path of unfinished) {
    try {
      unlinkSync(path);
    } catch {
      // Not made yet, or renamed already.
    }
  }
}
