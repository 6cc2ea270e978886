import { KomaError } from '@koma/core/errors';
import { FORMAT_MIME, hideOrientation, inspectImage, orientPixels, type ImageInfo } from '@koma/core/io';
import { createImage, imageFromBytes, type RasterImage } from '@koma/core/raster';
import { canDecodePng, decodePng } from './decode-png.ts';

export interface DecodedImage {
  readonly kind: 'picture';
  readonly image: RasterImage;
  readonly info: ImageInfo;
}

/**
 * Decodes a file's bytes to straight sRGB. Size and kind are checked before anything is decoded.
 * Pictures with transparency go through decoders that keep straight alpha; a canvas would round the
 * colours under it. All others, and those with a colour profile, go through the browser, which
 * converts to sRGB. Runs in a worker.
 * @throws KomaError of the FILE_ and IMAGE_ kinds
 */
export async function decodeImage(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<DecodedImage> {
  const info = inspectImage(bytes, { name });
  try {
    const isReadable = info.format !== 'png' || canDecodePng(bytes);
    if (info.hasAlpha && !info.hasIccProfile && !info.animated && isReadable) {
      const image = info.format === 'png' ? decodePng(bytes) : await decodeWebp(bytes);
      return { kind: 'picture', image: orientPixels(image, info.orientation), info };
    }
    return { kind: 'picture', image: await decodeInBrowser(bytes, info), info };
  } catch (error) {
    if (error instanceof KomaError) throw error;
    const message = `"${name}" could not be decoded. The file is probably damaged; save it again in another program and retry.`;
    throw new KomaError('IMAGE_DECODE_FAILED', message, { name }, { cause: error });
  }
}

async function decodeWebp(bytes: Uint8Array<ArrayBuffer>): Promise<RasterImage> {
  const { default: decode } = await import('@jsquash/webp/decode');
  const { width, height, data } = await decode(bytes.slice().buffer);
  return imageFromBytes(width, height, data as Uint8ClampedArray<ArrayBuffer>);
}

async function decodeInBrowser(bytes: Uint8Array<ArrayBuffer>, info: ImageInfo): Promise<RasterImage> {
  const shown = info.orientation === 1 ? bytes : hideOrientation(bytes, info.format);
  const blob = new Blob([shown], { type: FORMAT_MIME[info.format] });
  const bitmap = await createImageBitmap(blob, { imageOrientation: 'from-image', premultiplyAlpha: 'none' });
  try {
    const image = readBitmap(bitmap);
    return info.format === 'jpeg' ? image : orientPixels(image, info.orientation);
  } finally {
    bitmap.close();
  }
}

/** Pixels of a strip that is safely below every browser's canvas limits (16.7 megapixels on iOS). */
const STRIP_PIXELS = 4 * 2 ** 20;

function readBitmap(bitmap: ImageBitmap): RasterImage {
  const { width, height } = bitmap;
  const image = createImage(width, height);
  const rows = Math.min(height, Math.max(1, Math.floor(STRIP_PIXELS / width)));
  const canvas = new OffscreenCanvas(width, rows);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  for (let y = 0; y < height; y += rows) {
    const count = Math.min(rows, height - y);
    context.clearRect(0, 0, width, rows);
    context.drawImage(bitmap, 0, y, width, count, 0, 0, width, count);
    image.data.set(context.getImageData(0, 0, width, count).data, y * width * 4);
  }
  return image;
}
