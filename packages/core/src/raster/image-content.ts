import { createImage, type RasterImage } from './raster-image.ts';

/** True where every pixel has alpha 255. */
export function isOpaque({ data }: RasterImage): boolean {
  for (let i = 3; i < data.length; i += 4) if (data[i] !== 255) return false;
  return true;
}

/** True where every pixel that shows at all has equal R, G and B. */
export function isGrey({ data }: RasterImage): boolean {
  for (let i = 0; i < data.length; i += 4) {
    if ((data[i] !== data[i + 1] || data[i] !== data[i + 2]) && data[i + 3] !== 0) return false;
  }
  return true;
}

/** The picture over one opaque colour (W3C source-over), fully opaque. Codes 0-255. */
export function flattenOnto(image: RasterImage, red: number, green: number, blue: number): RasterImage {
  const result = createImage(image.width, image.height);
  const { data } = image;
  for (let i = 0; i < data.length; i += 4) {
    const alpha = data[i + 3]! / 255;
    result.data[i] = red + (data[i]! - red) * alpha;
    result.data[i + 1] = green + (data[i + 1]! - green) * alpha;
    result.data[i + 2] = blue + (data[i + 2]! - blue) * alpha;
    result.data[i + 3] = 255;
  }
  return result;
}
