import type { RasterImage, Rect } from '@koma/core/raster';

/**
 * Writes the alpha channel of an enlarged region. A source pixel whose 3x3 neighbourhood has one alpha
 * keeps exactly that: what was opaque stays opaque, and what was invisible stays so. Elsewhere the
 * network's three equal planes are averaged. The rule looks at a pixel's neighbours only, so tiles
 * agree with the whole picture.
 *
 * @param planes `[3, height * scale, width * scale]`, 0-1; absent: alpha is copied (scale 1)
 * @param rgba the region at `scale`; only alpha is written
 */
export function alphaFromPlanes(
  source: RasterImage,
  region: Rect,
  scale: number,
  planes: Float32Array | undefined,
  rgba: Uint8ClampedArray,
): void {
  const width = region.width * scale;
  const plane = width * region.height * scale;
  for (let y = 0; y < region.height; y++)
    for (let x = 0; x < region.width; x++) {
      const kept = planes
        ? uniformAlpha(source, region.x + x, region.y + y)
        : alphaAt(source, region.x + x, region.y + y);
      for (let sy = 0; sy < scale; sy++)
        for (let sx = 0; sx < scale; sx++) {
          const i = (y * scale + sy) * width + x * scale + sx;
          rgba[i * 4 + 3] =
            kept >= 0 || !planes
              ? kept
              : ((planes[i]! + planes[i + plane]! + planes[i + 2 * plane]!) / 3) * 255;
        }
    }
}

function uniformAlpha(image: RasterImage, x: number, y: number): number {
  const alpha = alphaAt(image, x, y);
  for (let dy = -1; dy <= 1; dy++)
    for (let dx = -1; dx <= 1; dx++) if (alphaAt(image, x + dx, y + dy) !== alpha) return -1;
  return alpha;
}

/** Alpha of the nearest pixel. */
function alphaAt(image: RasterImage, x: number, y: number): number {
  const cx = Math.min(image.width - 1, Math.max(0, x));
  const cy = Math.min(image.height - 1, Math.max(0, y));
  return image.data[(cy * image.width + cx) * 4 + 3]!;
}
