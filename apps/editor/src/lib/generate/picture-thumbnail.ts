import { resizeImage, type RasterImage } from '@koma/core/raster';

/** Pixels of the longer side of a picture on a shelf. */
const THUMBNAIL_SIZE = 192;
const QUALITY = 0.85;

/** A small file of a picture, for shelves. */
export async function pictureThumbnail(image: RasterImage): Promise<Blob> {
  const scale = Math.min(1, THUMBNAIL_SIZE / Math.max(image.width, image.height));
  const [width, height] = [image.width, image.height].map((side) => Math.max(1, Math.round(side * scale)));
  const small = resizeImage(image, width!, height!);
  const canvas = new OffscreenCanvas(small.width, small.height);
  canvas.getContext('2d')!.putImageData(new ImageData(small.data, small.width, small.height), 0, 0);
  // Browsers that cannot write WebP give a PNG.
  return canvas.convertToBlob({ type: 'image/webp', quality: QUALITY });
}
