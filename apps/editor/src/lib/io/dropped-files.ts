import { KomaError } from '@koma/core/errors';

/**
 * The files of a drop or a paste. A folder comes as a file that cannot be read, so folders are
 * recognised here, while the browser still tells.
 * @throws KomaError `FILE_IS_FOLDER`
 */
export function droppedFiles(data: DataTransfer): File[] {
  for (const item of data.items) {
    const entry = item.webkitGetAsEntry?.();
    if (entry?.isDirectory) {
      const message = `"${entry.name}" is a folder. Open the pictures in it, or use the command line for whole folders.`;
      throw new KomaError('FILE_IS_FOLDER', message, { name: entry.name });
    }
  }
  return [...data.files];
}
