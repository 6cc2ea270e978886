import { finish, part, rowsOfBlock, type Steps } from '../../steps/index.ts';
import { dilateBinarySteps, discChords } from './dilate-binary.ts';
import type { Mask } from './mask.ts';
import { hasSoftCoverageSteps, RowMaxima } from './row-maxima.ts';

/** Marks pixels that some soft coverage reaches and no full one; replaced before it can be seen. */
const SOFT_BAND = 1;

/** Pixels of the soft band times rows that are done between two stops. */
const ASKED = 2 ** 17;

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
  return finish(dilateDiscSteps(mask, radius));
}

/** {@link dilateDisc} in steps. */
export function* dilateDiscSteps(mask: Mask, radius: number): Steps<Uint8Array> {
  const { width, height, data } = mask;
  if (radius < 1) return data.slice();
  const out = new Uint8Array(width * height);
  const soft = yield* part(hasSoftCoverageSteps(data), 0, 0.05);
  if (soft) yield* part(dilateBinarySteps(mask, 1, radius, out, SOFT_BAND), 0.05, 0.3);
  yield* part(dilateBinarySteps(mask, 255, radius, out, 255), soft ? 0.3 : 0.05, soft ? 0.55 : 1);
  if (soft) yield* part(fillSoftBandSteps(mask, radius, out), 0.55, 1);
  return out;
}

function* fillSoftBandSteps(mask: Mask, radius: number, out: Uint8Array): Steps<void> {
  const { width, height } = mask;
  const chords = discChords(radius);
  const reach = chords.length - 1;
  const maxima = new RowMaxima(mask, reach);
  const band = new Int32Array(width);
  const block = rowsOfBlock(width);
  // Pixels of the band that rows of maxima were asked for since the last stop.
  let asked = 0;
  for (let y = 0; y < height; y++) {
    if (y % block === 0 || asked > ASKED) {
      asked = 0;
      yield y / height;
    }
    let count = 0;
    for (let x = 0, at = y * width; x < width; x++, at++) if (out[at] === SOFT_BAND) band[count++] = x;
    if (count === 0) continue;
    asked += count * chords.length;
    const start = y * width;
    for (let i = 0; i < count; i++) out[start + band[i]!] = 0;
    for (let row = Math.max(0, y - reach); row <= Math.min(height - 1, y + reach); row++)
      maxima.raise(row, chords[Math.abs(row - y)]!, band, count, out, start);
  }
}
