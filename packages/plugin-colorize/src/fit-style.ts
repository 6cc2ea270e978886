import { flattenOnto, resizeImage, type RasterImage } from '@koma/core/raster';
import { CELL_MULTIPLE } from './fit-sketch.ts';

/** A style picture as the network sees it. */
export interface FittedStyle {
  readonly width: number;
  readonly height: number;
  /** Planes of red, green and blue in sRGB, 0-1. */
  readonly planes: Float32Array<ArrayBuffer>;
}

/** Pixels: what the network was trained with, 256 x 256. */
const AREA = 256 ** 2;
const MIN_SIDE = 64;
const MAX_SIDE = 512;
/** How much a wrong aspect weighs against a wrong area, both as logarithms of ratios. */
const ASPECT_WEIGHT = 2;

/**
 * A style picture over white, at about 256 x 256 pixels of area. The aspect is kept as well as sides that
 * are multiples of 32 and 64 to 512 allow: colours are what counts.
 */
export function fitStyle(image: RasterImage): FittedStyle {
  const { width, height } = styleSize(image.width, image.height);
  // Small first: flattening does not mind, and large pictures are quicker so.
  const { data } = flattenOnto(resizeImage(image, width, height), 255, 255, 255);
  const planes = new Float32Array(3 * width * height);
  for (let p = 0, i = 0; p < width * height; p++, i += 4)
    for (let c = 0; c < 3; c++) planes[c * width * height + p] = data[i + c]! / 255;
  return { width, height, planes };
}

/** The size at which a style picture is seen, px. */
export function styleSize(width: number, height: number): { width: number; height: number } {
  let best = { width: 256, height: 256 };
  let least = Infinity;
  for (let w = MIN_SIDE; w <= MAX_SIDE; w += CELL_MULTIPLE) {
    for (let h = MIN_SIDE; h <= MAX_SIDE; h += CELL_MULTIPLE) {
      const aspect = Math.abs(Math.log((w * height) / (h * width)));
      const cost = ASPECT_WEIGHT * aspect + Math.abs(Math.log((w * h) / AREA));
      if (cost < least) [best, least] = [{ width: w, height: h }, cost];
    }
  }
  return best;
}

/** Whether a picture shows no colour anywhere. */
export function isInvisible({ data }: RasterImage): boolean {
  for (let i = 3; i < data.length; i += 4) if (data[i] !== 0) return false;
  return true;
}
