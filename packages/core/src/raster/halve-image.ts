import { createImage, type RasterImage } from './raster-image.ts';

/**
 * Half the size in each axis (rounded up): the mean of 2x2 pixels, colours weighted by alpha. One level
 * of a mip pyramid.
 */
export function halveImage(image: RasterImage): RasterImage {
  const result = createImage((image.width + 1) >> 1, (image.height + 1) >> 1);
  halveRows(image, result, 0, result.height);
  return result;
}

/** The rows `[from, to)` of {@link halveImage}'s result, so that long work can be cut into pieces. */
export function halveRows(image: RasterImage, result: RasterImage, from: number, to: number): void {
  const { data: s, width, height } = image;
  const { data: t } = result;
  for (let y = from; y < to; y++) {
    const top = 2 * y * width * 4;
    const bottom = 2 * y + 1 < height ? top + width * 4 : top;
    for (let x = 0; x < result.width; x++) {
      const left = 2 * x * 4;
      const right = 2 * x + 1 < width ? left + 4 : left;
      const [a, b, c, d] = [top + left, top + right, bottom + left, bottom + right];
      const o = (y * result.width + x) * 4;
      const [aa, ab, ac, ad] = [s[a + 3]!, s[b + 3]!, s[c + 3]!, s[d + 3]!];
      const alpha = aa + ab + ac + ad;
      if (alpha === 0) continue;
      t[o] = (s[a]! * aa + s[b]! * ab + s[c]! * ac + s[d]! * ad) / alpha;
      t[o + 1] = (s[a + 1]! * aa + s[b + 1]! * ab + s[c + 1]! * ac + s[d + 1]! * ad) / alpha;
      t[o + 2] = (s[a + 2]! * aa + s[b + 2]! * ab + s[c + 2]! * ac + s[d + 2]! * ad) / alpha;
      t[o + 3] = alpha / 4;
    }
  }
}
