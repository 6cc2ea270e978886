import type { TileSpill } from '@koma/core/raster';
import { fileSpill, type SpillFile } from './file-spill.ts';

/** Where steps of the history lie that do not fit into memory; one folder for all tabs. */
const FOLDER = 'koma-history';

/**
 * Opens a file in the browser's private file system for tiles of the history. Files that tabs which are
 * gone have left are deleted: nobody can undo into them. A Web Lock tells who is still there.
 * @returns undefined where the browser offers none; the history is then kept in memory alone
 */
export async function openSpill(): Promise<TileSpill | undefined> {
  try {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle(FOLDER, { create: true });
    const name = crypto.randomUUID();
    // Held until the worker ends.
    void navigator.locks.request(`${FOLDER}/${name}`, () => new Promise(() => {}));
    await removeAbandoned(folder);
    const file = await folder.getFileHandle(name, { create: true });
    const handle = await (
      file as unknown as { createSyncAccessHandle(): Promise<SpillFile> }
    ).createSyncAccessHandle();
    return fileSpill(handle);
  } catch {
    return undefined;
  }
}

async function removeAbandoned(folder: FileSystemDirectoryHandle): Promise<void> {
  const { held = [] } = await navigator.locks.query();
  const alive = new Set(held.map((lock) => lock.name));
  const names = (folder as unknown as { keys(): AsyncIterable<string> }).keys();
  for await (const name of names) {
    if (alive.has(`${FOLDER}/${name}`)) continue;
    await folder.removeEntry(name).catch(() => {});
  }
}
