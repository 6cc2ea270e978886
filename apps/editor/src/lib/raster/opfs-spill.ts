import type { TileSpill } from '@koma/core/raster';
import { fileSpill, type SpillFile } from './file-spill.ts';

/** Where steps of the history lie that do not fit into memory; one folder for all tabs. */
const FOLDER = 'koma-history';

/**
 * Opens a file in the browser's private file system for tiles of the history. Files that tabs which are
 * gone have left are deleted: nobody can undo into them. A Web Lock tells who is still there.
 * @param browser where files and locks are; other than the worker's own in tests
 * @returns undefined where the browser offers none; the history is then kept in memory alone
 */
export async function openSpill(
  browser: Pick<Navigator, 'storage' | 'locks'> = navigator,
): Promise<TileSpill | undefined> {
  try {
    const root = await browser.storage.getDirectory();
    const folder = await root.getDirectoryHandle(FOLDER, { create: true });
    await removeAbandoned(folder, browser.locks);
    return fileSpill(await createLocked(folder, crypto.randomUUID(), browser.locks));
  } catch {
    return undefined;
  }
}

const lockOf = (name: string) => `${FOLDER}/${name}`;

/** Makes a file while its lock is held, which stays so until the worker ends. */
function createLocked(
  folder: FileSystemDirectoryHandle,
  name: string,
  locks: LockManager,
): Promise<SpillFile> {
  return new Promise((resolve, reject) => {
    const held = locks.request(lockOf(name), async () => {
      resolve(await createFile(folder, name));
      await new Promise(() => {});
    });
    held.catch(reject);
  });
}

async function createFile(folder: FileSystemDirectoryHandle, name: string): Promise<SpillFile> {
  const file = await folder.getFileHandle(name, { create: true });
  return (file as unknown as { createSyncAccessHandle(): Promise<SpillFile> }).createSyncAccessHandle();
}

/** Names are listed before locks: whoever made one of these files had its lock by then. */
async function removeAbandoned(folder: FileSystemDirectoryHandle, locks: LockManager): Promise<void> {
  const names: string[] = [];
  for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(name);
  const { held = [] } = await locks.query();
  const alive = new Set(held.map((lock) => lock.name));
  for (const name of names) if (!alive.has(lockOf(name))) await folder.removeEntry(name).catch(() => {});
}
