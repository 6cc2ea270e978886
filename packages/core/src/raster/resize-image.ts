import { areaDownscale } from './area-downscaler.ts';
import { createImage, type RasterImage } from './raster-image.ts';

/**
 * A picture at another size: the area filter where it gets smaller, bilinear where it gets larger, each
 * axis by itself. The same picture comes back where nothing changes.
 */
export function resizeImage(image: RasterImage, width: number, height: number): RasterImage {
  const smaller = areaIfSmaller(image, Math.min(width, image.width), Math.min(height, image.height));
  return smaller.width === width && smaller.height === height
    ? smaller
    : enlargeBilinear(smaller, width, height);
}

function areaIfSmaller(image: RasterImage, width: number, height: number): RasterImage {
  return width === image.width && height === image.height ? image : areaDownscale(image, width, height);
}

/** Bilinear interpolation between pixel centres, colours weighted by alpha; edges repeat. */
function enlargeBilinear(image: RasterImage, width: number, height: number): RasterImage {
  const result = createImage(width, height);
  const { data } = image;
  const columns = Array.from({ length: width }, (_, x) => sample(x, width, image.width));
  for (let y = 0; y < height; y++) {
    const row = sample(y, height, image.height);
    for (let x = 0; x < width; x++) {
      const column = columns[x]!;
      const sums = [0, 0, 0, 0];
      for (const [sy, wy] of [
        [row.first, 1 - row.weight],
        [row.second, row.weight],
      ] as const)
        for (const [sx, wx] of [
          [column.first, 1 - column.weight],
          [column.second, column.weight],
        ] as const) {
          const p = (sy * image.width + sx) * 4;
          const alpha = wx * wy * data[p + 3]!;
          for (let c = 0; c < 3; c++) sums[c]! += alpha * data[p + c]!;
          sums[3]! += alpha;
        }
      const o = (y * width + x) * 4;
      if (sums[3]! > 0) for (let c = 0; c < 3; c++) result.data[o + c] = sums[c]! / sums[3]!;
      result.data[o + 3] = sums[3]!;
    }
  }
  return result;
}

/** The two source positions around a result position, and the second one's weight. */
function sample(
  position: number,
  size: number,
  sourceSize: number,
): { first: number; second: number; weight: number } {
  const at = Math.max(0, Math.min(sourceSize - 1, ((position + 0.5) * sourceSize) / size - 0.5));
  const first = Math.floor(at);
  return { first, second: Math.min(sourceSize - 1, first + 1), weight: at - first };
}
