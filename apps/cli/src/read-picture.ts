import { basename } from 'node:path';
import { KomaError } from '@koma/core/errors';
import { inspectImage, MAX_INPUT_PIXELS, type ImageInfo } from '@koma/core/io';
import type { ImageInput } from '@koma/core/plugin';
import { imageFromBytes } from '@koma/core/raster';
import { loadSharp } from './load-sharp.ts';
import { readBytes } from './read-bytes.ts';

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

function originOf({ format, lossless, jpegQuality }: ImageInfo): NonNullable<ImageInput['origin']> {
  return jpegQuality === undefined ? { format, lossless } : { format, lossless, jpegQuality };
}

/** libvips lists everything it tried; the first line is the reason. */
function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]!.trim();
}
