import { KomaError } from '@koma/core/errors';
import { FORMAT_EXTENSIONS, type ImageFormat } from '@koma/core/io';
import { isGrey, isOpaque, type RasterImage } from '@koma/core/raster';
import type { Sharp } from 'sharp';
import { loadSharp } from './load-sharp.ts';

/** How a result is encoded. */
export interface Encoding {
  readonly format: ImageFormat;
  /** 1-100; no meaning for PNG. */
  readonly quality: number;
}

/** Longest side in pixels that the formats can store (WebP container specification; JPEG's libjpeg limit). */
const MAX_SIDE: Readonly<Record<ImageFormat, number>> = { png: 2 ** 31 - 1, jpeg: 65_500, webp: 16_383 };

/**
 * Optimised Huffman tables make a JPEG a few percent smaller, but libjpeg holds every coefficient for
 * them: 6 bytes a pixel, 290 MB for an enlarged 12-megapixel page. Larger pictures do without.
 */
const MAX_OPTIMISED_PIXELS = 16e6;

/**
 * The bytes of a picture file without metadata; the same picture gives the same bytes. Grey pictures
 * become grey files, opaque ones have no alpha channel, and in JPEG transparency becomes white.
 * @throws KomaError `IMAGE_ENCODE_FAILED`
 */
export async function encodePicture(image: RasterImage, { format, quality }: Encoding): Promise<Uint8Array> {
  const { width, height } = image;
  if (Math.max(width, height) > MAX_SIDE[format]) {
    const name = FORMAT_EXTENSIONS[format][0];
    const message = `The result is ${width} x ${height} pixels, and a ${name} file has at most ${MAX_SIDE[format]} a side. Write PNG instead.`;
    throw new KomaError('IMAGE_ENCODE_FAILED', message, { width, height, limit: MAX_SIDE[format] });
  }
  const sharp = await loadSharp();
  const raw = { width, height, channels: 4 } as const;
  const channels = neededChannels(sharp(image.data, { raw, limitInputPixels: false }), image, format);
  try {
    return await encoder(channels, image, { format, quality }).toBuffer();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new KomaError(
      'IMAGE_ENCODE_FAILED',
      `The result could not be encoded (${reason}).`,
      { reason },
      { cause: error },
    );
  }
}

/** Drops the channels that say nothing, exactly: values are picked or kept, never computed from others. */
function neededChannels(pixels: Sharp, image: RasterImage, format: ImageFormat): Sharp {
  const opaque = isOpaque(image);
  const grey = format !== 'webp' && isGrey(image);
  if (format === 'jpeg' && !opaque) return grey ? toGrey(onWhite(pixels)) : onWhite(pixels);
  if (!opaque) return grey ? toGrey(pixels) : pixels;
  return grey ? pixels.extractChannel(0) : pixels.removeAlpha();
}

function onWhite(pixels: Sharp): Sharp {
  return pixels.flatten({ background: '#ffffff' });
}

/** For pixels of equal R, G and B, libvips' conversion returns that value. */
function toGrey(pixels: Sharp): Sharp {
  return pixels.toColourspace('b-w');
}

function encoder(pixels: Sharp, { width, height }: RasterImage, { format, quality }: Encoding): Sharp {
  switch (format) {
    case 'png':
      return pixels.png();
    case 'jpeg':
      // Full-resolution colour: line art with 4:2:0 gets coloured fringes.
      return pixels.jpeg({
        quality,
        chromaSubsampling: '4:4:4',
        mozjpeg: false,
        optimiseCoding: width * height <= MAX_OPTIMISED_PIXELS,
      });
    case 'webp':
      return pixels.webp({ quality });
  }
}
