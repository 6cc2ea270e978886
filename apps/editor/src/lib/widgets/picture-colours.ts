import { extractPalette, formatHex, imageFromBytes, type RasterImage } from '@koma/core/raster';

/** Colours taken from a picture. */
export const PICTURE_COLOURS = 12;
/** Pixels of the longer side at which colours are counted: more change nothing but the time it takes. */
const COUNT_SIZE = 512;

/** The dominant colours of a picture, the most common first. */
export function coloursOf(image: RasterImage): string[] {
  return extractPalette(image, PICTURE_COLOURS).map(({ colour }) => formatHex(colour));
}

/** The dominant colours of a picture's file. @throws DOMException where the browser cannot read it */
export async function coloursOfFile(file: Blob): Promise<string[]> {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, COUNT_SIZE / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const context = new OffscreenCanvas(width, height).getContext('2d')!;
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const { data } = context.getImageData(0, 0, width, height);
  return coloursOf(imageFromBytes(width, height, data));
}
