import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { KomaError } from '@koma/core/errors';
import { inspectImage, MAX_INPUT_PIXELS, type ImageInfo } from '@koma/core/io';
import type { ImageInput } from '@koma/core/plugin';
import { imageFromBytes } from '@koma/core/raster';
import { diskError } from './disk-error.ts';
import { loadSharp } from './load-sharp.ts';

/** More than any picture of {@link MAX_INPUT_PIXELS} takes, even 16 bits a channel and not compressed. */
const MAX_FILE_BYTES = 2 ** 30;

/**
 * Reads a picture file as straight-alpha sRGB, 8 bits a channel, upright, with what its header tells
 * about where it came from. Of an animation the first frame is read.
 * @throws KomaError or DiskError, with a sentence for the person
 */
export async function readPicture(path: string): Promise<ImageInput> {
  const name = basename(path);
  const bytes = await readBytes(path);
  const info = inspectImage(bytes, { name });
  const sharp = await loadSharp();
  try {
    const { data, info: decoded } = await sharp(bytes, {
      failOn: 'error',
      limitInputPixels: MAX_INPUT_PIXELS,
    })
      .autoOrient()
      // Converts from the file's ICC profile, and from 16 bits.
      .toColourspace('srgb')
      .ensureAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    return { image: imageFromBytes(decoded.width, decoded.height, data), origin: originOf(info) };
  } catch (error) {
    const reason = firstLine(error);
    const message = `"${name}" could not be decoded (${reason}). It may be damaged: copy or export it again.`;
    throw new KomaError('IMAGE_DECODE_FAILED', message, { name, reason }, { cause: error });
  }
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const stats = await stat(path);
    if (stats.isFile() && stats.size > MAX_FILE_BYTES) {
      const name = basename(path);
      const message = `"${name}" is larger than ${MAX_FILE_BYTES / 2 ** 30} GB, which no picture that Koma opens is.`;
      throw new KomaError('IMAGE_DECODE_FAILED', message, { name, reason: 'too large' });
    }
    // A device such as /dev/zero never ends. A pipe does: `koma upscale <(curl …)`.
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

function originOf({ format, lossless, jpegQuality }: ImageInfo): NonNullable<ImageInput['origin']> {
  return jpegQuality === undefined ? { format, lossless } : { format, lossless, jpegQuality };
}

/** libvips lists everything it tried; the first line is the reason. */
function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]!.trim();
}
