import { createImage, resizeImage, type RasterImage } from '@koma/core/raster';

/**
 * A picture in the middle of a canvas of another size, as large as fits, with nothing around it.
 * @returns the picture itself where it has that size
 */
export function fitInto(
  image: RasterImage,
  { width, height }: { readonly width: number; readonly height: number },
): RasterImage {
  if (image.width === width && image.height === height) return image;
  const scale = Math.min(width / image.width, height / image.height);
  const fitted = resizeImage(
    image,
    Math.max(1, Math.min(width, Math.round(image.width * scale))),
    Math.max(1, Math.min(height, Math.round(image.height * scale))),
  );
  const canvas = createImage(width, height);
  const left = Math.floor((width - fitted.width) / 2);
  const top = Math.floor((height - fitted.height) / 2);
  for (let y = 0; y < fitted.height; y++) {
    const row = fitted.data.subarray(y * fitted.width * 4, (y + 1) * fitted.width * 4);
    canvas.data.set(row, ((top + y) * width + left) * 4);
  }
  return canvas;
}
