import type { StraightColour } from './colour-distance.ts';

/**
 * Which pixels are within `tolerance` of a colour, by `colourDistance`:
 * 1 where the distance is at most the tolerance, else 0. Exact, since products are compared as whole numbers.
 * @param rgba straight-alpha RGBA8, any run of pixels; whole rows, a tile, a page
 * @param seed the colour to compare with, usually that of the clicked pixel
 * @param tolerance 0 (same colour only) to 255 (everything)
 * @param out takes one byte a pixel from its start; made here if not given. Pass a part of a larger plane
 * to work through a page in ranges of rows.
 * @returns `out`
 */
export function similarPixels(
  rgba: Uint8Array | Uint8ClampedArray,
  seed: StraightColour,
  tolerance: number,
  out: Uint8Array = new Uint8Array(rgba.length >>> 2),
): Uint8Array {
  const { alpha } = seed;
  const red = seed.red * alpha;
  const green = seed.green * alpha;
  const blue = seed.blue * alpha;
  const limit = tolerance * 255;
  const count = rgba.length >>> 2;
  for (let i = 0, p = 0; i < count; i++, p += 4) {
    const a = rgba[p + 3]!;
    out[i] =
      Math.abs(a - alpha) <= tolerance &&
      Math.abs(rgba[p]! * a - red) <= limit &&
      Math.abs(rgba[p + 1]! * a - green) <= limit &&
      Math.abs(rgba[p + 2]! * a - blue) <= limit
        ? 1
        : 0;
  }
  return out;
}
