import { toGrey, type GreyImage } from '@koma/character';
import type { RasterImage } from '@koma/core/raster';

/** Rows that are read at a time. */
const ROWS = 256;

/**
 * The luma of a picture on white paper, some rows at a time.
 * @returns yields the part that is done, 0-1
 */
export function* greyOnWhite({ width, height, data }: RasterImage): Generator<number, GreyImage> {
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y += ROWS) {
    if (y > 0) yield y / height;
    const rows = Math.min(ROWS, height - y);
    const strip = onWhite(data.subarray(y * width * 4, (y + rows) * width * 4));
    grey.set(toGrey(strip, width, rows).data, y * width);
  }
  return { width, height, data: grey };
}

/** Pixels on white paper; the same ones where nothing shines through. */
function onWhite(data: Uint8ClampedArray): Uint8ClampedArray {
  let opaque = true;
  for (let p = 3; p < data.length && opaque; p += 4) opaque = data[p] === 255;
  if (opaque) return data;
  const result = new Uint8ClampedArray(data);
  for (let p = 0; p < result.length; p += 4) {
    const alpha = result[p + 3]! / 255;
    for (let c = 0; c < 3; c++) result[p + c] = 255 + (result[p + c]! - 255) * alpha;
    result[p + 3] = 255;
  }
  return result;
}
