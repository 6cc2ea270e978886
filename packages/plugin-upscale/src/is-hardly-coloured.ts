import type { RasterImage } from '@koma/core/raster';

/** Largest distance between R, G and B of ink on paper; yellowed scans reach about 30. */
const MAX_SPREAD = 48;
/** A page may have a stamp or a coloured edge. */
const MIN_SHARE = 0.98;

/**
 * True for a page in ink: grey, or a colour scan of one on tinted paper. Such pages are where screentone
 * is found, which makes CUNet's tiles differ most. Invisible pixels do not count.
 */
export function isHardlyColoured({ data }: RasterImage): boolean {
  let [grey, all] = [0, 0];
  for (let i = 0; i < data.length; i += 4) {
    if (data[i + 3] === 0) continue;
    const [r, g, b] = [data[i]!, data[i + 1]!, data[i + 2]!];
    all++;
    if (Math.max(r, g, b) - Math.min(r, g, b) <= MAX_SPREAD) grey++;
  }
  return grey >= all * MIN_SHARE;
}
