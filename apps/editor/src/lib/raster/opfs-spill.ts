import type { TileSpill } from '@koma/core/raster';

/** Where steps of the history lie that do not fit into memory; one folder for all tabs. */
const FOLDER = 'koma-history';

/** The part of the OPFS that TypeScript's worker library may lack. */
interface SyncAccessHandle {
  read(into: Uint8Array, options: { at: number }): number;
  write(from: Uint8Array, options: { at: number }): number;
  truncate(size: number): void;
  close(): void;
}

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
      file as unknown as { createSyncAccessHandle(): Promise<SyncAccessHandle> }
    ).createSyncAccessHandle();
    return fileSpill(handle);
  } catch {
    return undefined;
  }
}

/** Keeps pieces of a file; what is freed is written over. */
export function fileSpill(file: SyncAccessHandle): TileSpill {
  const free = new Map<number, number[]>();
  let end = 0;
  return {
    write(bytes) {
      const reused = free.get(bytes.length)?.pop();
      const at = reused ?? end;
      // A view of shared memory is not taken by every browser.
      const own = bytes.buffer instanceof ArrayBuffer ? bytes : bytes.slice();
      if (file.write(own, { at }) !== bytes.length) {
        if (reused !== undefined) free.get(bytes.length)!.push(reused);
        throw new Error('the disk is full');
      }
      if (reused === undefined) end += bytes.length;
      return at;
    },
    read(position, into) {
      const own = into.buffer instanceof ArrayBuffer ? into : new Uint8Array(into.length);
      if (file.read(own, { at: position }) !== into.length)
        throw new Error('the history on the disk is gone');
      if (own !== into) into.set(own);
    },
    free(position, length) {
      const places = free.get(length) ?? [];
      places.push(position);
      free.set(length, places);
    },
  };
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
