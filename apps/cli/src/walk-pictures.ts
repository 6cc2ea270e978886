import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { formatFromFileName } from '@koma/core/io';
import { identify, pointsToFile } from './file-identity.ts';

/**
 * The PNG, JPEG and WebP files below a folder by their extension, in no order. Hidden files and
 * folders are left out, and so are links to folders, which may lead in a circle.
 * @param skipped identity of a folder below that is left out
 * @throws the system's error where a folder cannot be read
 */
export async function walkPictures(folder: string, skipped: string | undefined): Promise<string[]> {
  const files: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      const wanted = skipped === undefined || (await identify(path)) !== skipped;
      if (wanted) files.push(...(await walkPictures(path, skipped)));
    } else if (formatFromFileName(entry.name) !== undefined) {
      const isFile = entry.isFile() || (entry.isSymbolicLink() && (await pointsToFile(path)));
      if (isFile) files.push(path);
    }
  }
  return files;
}
