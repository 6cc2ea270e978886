import { createImage, resizeImage, type RasterImage } from '@koma/core/raster';
import type { Size } from './sheet-layout.ts';

/** The smallest canvas on which each of some pictures has room as it is. */
export function commonCanvas(sizes: readonly Size[]): Size {
  return {
    width: Math.max(...sizes.map(({ width }) => width)),
    height: Math.max(...sizes.map(({ height }) => height)),
  };
}

/**
 * A picture in the middle of a canvas with nothing around it: pixel by pixel as it is where it has room, else as large
 * as fits.
 * @returns the picture itself where it has the canvas's size
 */
export function placeOn(image: RasterImage, { width, height }: Size): RasterImage {
  if (image.width === width && image.height === height) return image;
  const scale = Math.min(1, width / image.width, height / image.height);
  const fitted =
    scale === 1
      ? image
      : resizeImage(
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
