import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { KomaError } from '@koma/core/errors';
import { diskError } from './disk-error.ts';

/** More than any picture that Koma opens takes, even 16 bits a channel and not compressed. */
const MAX_FILE_BYTES = 2 ** 30;

/**
 * The content of a file, or of a pipe: `koma upscale <(curl …)`.
 * @throws KomaError or DiskError, with a sentence for the person
 */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const stats = await stat(path);
    if (stats.isFile() && stats.size > MAX_FILE_BYTES) {
      const name = basename(path);
      const message = `"${name}" is larger than ${MAX_FILE_BYTES / 2 ** 30} GB, which nothing that Koma opens is.`;
      throw new KomaError('IMAGE_DECODE_FAILED', message, { name, reason: 'too large' });
    }
    // A device such as /dev/zero never ends.
    if (!stats.isFile() && !stats.isFIFO()) {
      throw new KomaError('FILE_NOT_AN_IMAGE', `"${path}" is neither a file nor a folder.`, {
        name: basename(path),
      });
    }
    return await readFile(path);
  } catch (error) {
    throw diskError(error, 'read', path);
  }
}
