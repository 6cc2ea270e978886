import type { TileSpill } from '@koma/core/raster';

/** What is used of a `FileSystemSyncAccessHandle`, which TypeScript's worker library may lack. */
export interface SpillFile {
  /** @returns how many bytes were read */
  read(into: Uint8Array, options: { at: number }): number;
  /** @returns how many bytes were written; throws where the quota is exceeded */
  write(from: Uint8Array, options: { at: number }): number;
}

/**
 * Keeps pieces of memory in a file; places that are freed are used again for pieces of the same length, so
 * that the file grows no larger than what was ever in it at once.
 */
export function fileSpill(file: SpillFile): TileSpill {
  const free = new Map<number, number[]>();
  let end = 0;
  return {
    write(bytes) {
      const places = free.get(bytes.length);
      const at = places?.at(-1) ?? end;
      // A view of shared memory is not taken by every browser.
      const own = bytes.buffer instanceof ArrayBuffer ? bytes : bytes.slice();
      if (file.write(own, { at }) !== bytes.length) throw new Error('the disk is full');
      if (at === end) end += bytes.length;
      else places!.pop();
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
