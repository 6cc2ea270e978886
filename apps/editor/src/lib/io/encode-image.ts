import { KomaError } from '@koma/core/errors';
import { encodePng, FORMAT_MIME, FORMAT_NAMES, type ImageFormat } from '@koma/core/io';
import { flattenOnto, isOpaque, type RasterImage } from '@koma/core/raster';

/**
 * Encodes a picture to a file's bytes. PNG is lossless with straight alpha; JPEG has no transparency
 * and is put on white; WebP keeps alpha. Runs in a worker.
 * @param quality 1-100, for JPEG and WebP
 * @param onProgress told how much is done, 0-1, where the encoder can tell: for PNG
 * @throws KomaError `IMAGE_TOO_LONG` or `IMAGE_ENCODE_FAILED`
 */
export async function encodeImage(
  image: RasterImage,
  format: ImageFormat,
  quality: number,
  onProgress?: (fraction: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const limit = { png: 2 ** 31 - 1, jpeg: 65_500, webp: 16_383 }[format];
  if (Math.max(image.width, image.height) > limit) {
    const message = `A ${FORMAT_NAMES[format]} file can be at most ${limit} pixels wide or high. Save as PNG instead.`;
    throw new KomaError('IMAGE_TOO_LONG', message, { format: FORMAT_NAMES[format], limit });
  }
  try {
    return await encodeAs(image, format, quality, onProgress);
  } catch (error) {
    const message = `The browser could not make a ${FORMAT_NAMES[format]} of this size. Save as PNG instead.`;
    throw new KomaError('IMAGE_ENCODE_FAILED', message, { format: FORMAT_NAMES[format] }, { cause: error });
  }
}

async function encodeAs(
  image: RasterImage,
  format: ImageFormat,
  quality: number,
  onProgress?: (fraction: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  switch (format) {
    case 'png':
      return encodePng(image, onProgress);
    case 'webp': {
      const { default: encode } = await import('@jsquash/webp/encode');
      const pixels = { ...image, colorSpace: 'srgb' } as unknown as ImageData;
      return new Uint8Array(await encode(pixels, { quality, exact: 1 }));
    }
    case 'jpeg':
      return encodeJpeg(isOpaque(image) ? image : flattenOnto(image, 255, 255, 255), quality);
  }
}

async function encodeJpeg(image: RasterImage, quality: number): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(image.width, image.height);
  canvas.getContext('2d')!.putImageData(new ImageData(image.data, image.width, image.height), 0, 0);
  const blob = await canvas.convertToBlob({ type: FORMAT_MIME.jpeg, quality: quality / 100 });
  return new Uint8Array(await blob.arrayBuffer());
}
