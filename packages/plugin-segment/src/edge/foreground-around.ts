import type { RasterImage } from '@koma/core/raster';
import type { PageImage } from '@koma/lineart';

const RADIUS = 2;
/** Sigma of the weights in px: a line two pixels wide must not take on the colour of what it encloses. */
const SIGMA = 0.6;
const WEIGHTS = Float64Array.from({ length: 2 * RADIUS * RADIUS + 1 }, (_, squared) =>
  Math.exp(-squared / (2 * SIGMA * SIGMA)),
);

/**
 * The subject's colour around a pixel: a mean that counts near pixels more, and covered ones by the fourth power of
 * their coverage, since what was solved from a small share is unsure.
 * @param solved the subject's colours as far as they are known
 * @param into takes red, green, blue, 0-255
 * @returns whether there is any
 */
export function foregroundAround(
  image: PageImage,
  solved: RasterImage,
  coverage: Uint8Array,
  at: number,
  into: Float64Array,
): boolean {
  const { width, height, data } = solved;
  const x = at % width;
  const y = (at - x) / width;
  into.fill(0);
  let total = 0;
  for (let py = Math.max(0, y - RADIUS); py <= Math.min(height - 1, y + RADIUS); py++)
    for (let px = Math.max(0, x - RADIUS); px <= Math.min(width - 1, x + RADIUS); px++) {
      const near = py * width + px;
      if (near === at || coverage[near] === 0) continue;
      const share = (coverage[near]! / 255) ** 4 * image.data[4 * near + 3]!;
      const weight = share * WEIGHTS[(px - x) ** 2 + (py - y) ** 2]!;
      into[0] = into[0]! + weight * data[4 * near]!;
      into[1] = into[1]! + weight * data[4 * near + 1]!;
      into[2] = into[2]! + weight * data[4 * near + 2]!;
      total += weight;
    }
  if (total === 0) return false;
  for (let channel = 0; channel < 3; channel++) into[channel] = into[channel]! / total;
  return true;
}
