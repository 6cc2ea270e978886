import type { RasterImage } from '@koma/plugin-kit';

/** A rectangle of pixels; may reach beyond a picture, and has no need of whole numbers. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * A part of a picture, each new pixel the mean of those that it covers, by area and weighted by alpha. What lies beyond
 * the picture is transparent. Parts are not enlarged smoothly: their pixels become larger.
 */
export function shrink(image: RasterImage, part: Rectangle, width: number, height: number): RasterImage {
  const data = new Uint8ClampedArray(width * height * 4);
  const columns = Array.from({ length: width }, (_, x) => spanOf(part.x, part.width, x, width, image.width));
  for (let y = 0; y < height; y++) {
    const rows = spanOf(part.y, part.height, y, height, image.height);
    for (let x = 0; x < width; x++) {
      let [red, green, blue, alpha] = [0, 0, 0, 0];
      for (const [row, tall] of rows)
        for (const [column, wide] of columns[x]!) {
          const i = (row * image.width + column) * 4;
          const weight = tall * wide * image.data[i + 3]!;
          red += image.data[i]! * weight;
          green += image.data[i + 1]! * weight;
          blue += image.data[i + 2]! * weight;
          alpha += weight;
        }
      if (alpha > 0) data.set([red / alpha, green / alpha, blue / alpha, alpha], (y * width + x) * 4);
    }
  }
  return { width, height, data };
}

/** The source pixels under pixel `at` of `count`, each with its share of that pixel, 0-1. */
function spanOf(
  start: number,
  length: number,
  at: number,
  count: number,
  size: number,
): (readonly [pixel: number, share: number])[] {
  const step = length / count;
  const from = start + at * step;
  const to = from + step;
  const span: (readonly [number, number])[] = [];
  for (let pixel = Math.max(0, Math.floor(from)); pixel < Math.min(size, Math.ceil(to)); pixel++) {
    const share = (Math.min(to, pixel + 1) - Math.max(from, pixel)) / step;
    if (share > 1e-9) span.push([pixel, share]);
  }
  return span;
}
