import { dilateBinary, discChords } from './dilate-binary.ts';
import type { Mask } from './mask.ts';
import { hasSoftCoverage, RowMaxima } from './row-maxima.ts';

/** Marks pixels that some soft coverage reaches and no full one; replaced before it can be seen. */
const SOFT_BAND = 1;

/**
 * Grey dilation by a flat disc: every pixel becomes the largest coverage within `radius`, centre to
 * centre. Hard masks stay hard, and an antialiased edge moves outwards as it is. The plane keeps its size.
 *
 * What full coverage reaches is a binary dilation. Only the band that nothing but soft coverage reaches,
 * a pixel or two wide on antialiased masks, needs maxima: chord by chord from tables of row maxima
 * (E. Urbach, M. Wilkinson, "Efficient 2-D Grayscale Morphological Transformations With Arbitrary Flat
 * Structuring Elements", IEEE TIP 17, 2008). Costs 2 × radius steps for each pixel of that band.
 * @param radius px, 0 to 500, may be fractional
 * @returns new coverage, `width * height` bytes
 */
export function dilateDisc(mask: Mask, radius: number): Uint8Array {
  const { width, height, data } = mask;
  if (radius < 1) return data.slice();
  const out = new Uint8Array(width * height);
  const soft = hasSoftCoverage(data);
  if (soft) dilateBinary(mask, 1, radius, out, SOFT_BAND);
  dilateBinary(mask, 255, radius, out, 255);
  if (soft) fillSoftBand(mask, radius, out);
  return out;
}

function fillSoftBand(mask: Mask, radius: number, out: Uint8Array): void {
  const { width, height } = mask;
  const chords = discChords(radius);
  const reach = chords.length - 1;
  const maxima = new RowMaxima(mask, reach);
  const band = new Int32Array(width);
  for (let y = 0; y < height; y++) {
    let count = 0;
    for (let x = 0, at = y * width; x < width; x++, at++) if (out[at] === SOFT_BAND) band[count++] = x;
    if (count === 0) continue;
    const start = y * width;
    for (let i = 0; i < count; i++) out[start + band[i]!] = 0;
    for (let row = Math.max(0, y - reach); row <= Math.min(height - 1, y + reach); row++)
      maxima.raise(row, chords[Math.abs(row - y)]!, band, count, out, start);
  }
}
