import { createImage, type RasterImage } from '@koma/core/raster';

/** Catmull-Rom weights (Keys 1981, a = -0.5) of four pixels, a quarter of a pixel behind the second. */
const WEIGHTS = [-0.0703125, 0.8671875, 0.2265625, -0.0234375] as const;

/** A picture of twice the size, by bicubic interpolation between pixel centres; edges repeat. Opaque pictures. */
export function enlargeBicubic(image: RasterImage): RasterImage {
  const { width, height } = image;
  const wide = new Float32Array(width * 2 * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width * 2; x++)
      for (let c = 0; c < 3; c++)
        wide[(y * width * 2 + x) * 3 + c] = tap(x, width, (at) => image.data[(y * width + at) * 4 + c]!);
  const result = createImage(width * 2, height * 2);
  for (let y = 0; y < height * 2; y++)
    for (let x = 0; x < width * 2; x++) {
      const p = (y * width * 2 + x) * 4;
      for (let c = 0; c < 3; c++)
        result.data[p + c] = tap(y, height, (at) => wide[(at * width * 2 + x) * 3 + c]!);
      result.data[p + 3] = 255;
    }
  return result;
}

/** One value at position `at` of a line twice as long as the given one. */
function tap(at: number, length: number, value: (index: number) => number): number {
  const centre = at >> 1;
  // Even positions lie before the centre of their pixel, odd ones behind it.
  const step = at % 2 === 0 ? -1 : 1;
  let sum = 0;
  for (let i = 0; i < 4; i++)
    sum += WEIGHTS[i]! * value(Math.min(length - 1, Math.max(0, centre + (i - 1) * step)));
  return sum;
}
