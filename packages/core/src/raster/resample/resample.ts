import { areaDownscale } from '../area-downscaler.ts';
import { createImage, type RasterImage } from '../raster-image.ts';
import { axisWeights } from './axis-weights.ts';
import { imageRows } from './image-rows.ts';
import type { ResampleFilter } from './resample-filter.ts';
import { separablePass } from './separable-pass.ts';

/** How to resample a picture. */
export interface ResampleOptions {
  readonly filter: ResampleFilter;
  /**
   * Mix light instead of sRGB codes: a fine pattern of black and white then keeps its brightness when
   * reduced, as it has on the screen. Off by default, as in other editors; line art gets thinner by it.
   */
  readonly linear?: boolean;
}

/**
 * A picture at another size, see {@link axisWeights} for the geometry. Colours are weighted by alpha, so
 * that what is hidden under transparent pixels does not bleed in; the sharp filters' overshoot is clamped.
 * Pixels whose alpha rounds to 0 are transparent black (reduced by area alone, they may keep a colour).
 * The same picture comes back where nothing changes. Work memory is a few megabytes beside the result.
 * @throws RangeError unless width and height are whole numbers of at least 1
 */
export function resample(
  image: RasterImage,
  width: number,
  height: number,
  { filter, linear = false }: ResampleOptions,
): RasterImage {
  if (width === image.width && height === image.height) return image;
  const columns = axisWeights(filter, image.width, width);
  const rows = axisWeights(filter, image.height, height);
  if (filter === 'area' && !linear && width <= image.width && height <= image.height)
    return areaDownscale(image, width, height);
  const result = createImage(width, height);
  separablePass(columns, rows, imageRows(image, result, linear));
  return result;
}
