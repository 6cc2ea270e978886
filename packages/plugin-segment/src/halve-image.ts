import { createImage, type RasterImage } from '@koma/core/raster';
import type { PageImage } from '@koma/lineart';

/**
 * A picture at half its size, rounded up: each pixel is the mean of up to four over white, and opaque.
 */
export function halveImage({ width, height, data }: PageImage): RasterImage {
  const half = createImage(Math.ceil(width / 2), Math.ceil(height / 2));
  for (let y = 0, to = 0; y < half.height; y++) {
    const top = 2 * y * width;
    // At an odd edge the last row or column stands for its missing neighbour.
    const bottom = 2 * y + 1 < height ? top + width : top;
    for (let x = 0; x < half.width; x++, to += 4) {
      const left = 2 * x;
      const right = left + 1 < width ? left + 1 : left;
      const [a, b, c, d] = [4 * (top + left), 4 * (top + right), 4 * (bottom + left), 4 * (bottom + right)];
      for (let channel = 0; channel < 3; channel++)
        half.data[to + channel] =
          (onWhite(data, a, channel) +
            onWhite(data, b, channel) +
            onWhite(data, c, channel) +
            onWhite(data, d, channel)) /
          4;
      half.data[to + 3] = 255;
    }
  }
  return half;
}

function onWhite(data: Uint8ClampedArray, at: number, channel: number): number {
  const alpha = data[at + 3]!;
  return alpha === 255 ? data[at + channel]! : 255 + ((data[at + channel]! - 255) * alpha) / 255;
}
