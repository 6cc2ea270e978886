import type { MaskInput, RasterImage } from '@koma/plugin-kit';
import { oklabOf, type Oklab } from './oklab.ts';

/** One exact colour of a picture. */
export interface CountedColour {
  /** 0xRRGGBB. */
  readonly rgb: number;
  readonly lab: Oklab;
  /** Pixels that have it, among those that were looked at. */
  readonly count: number;
}

/** Pixels that are looked at; more tell nothing new. */
const MOST = 2 ** 20;
/** Pixels less opaque than this, or less selected, have no colour of their own: 0-255. */
const LEAST_ALPHA = 128;

/** The exact colours of a picture, the most frequent first. @param selection where to look */
export function countColours({ data, width, height }: RasterImage, selection?: MaskInput): CountedColour[] {
  const pixels = width * height;
  // A step that is no divisor of the width, so that columns are not always the same ones.
  const step = Math.max(1, Math.ceil(pixels / MOST));
  const stride = step > 1 && width % step === 0 ? step + 1 : step;
  const keys = new Uint32Array(Math.ceil(pixels / stride));
  let used = 0;
  for (let i = 0; i < pixels; i += stride) {
    if (data[i * 4 + 3]! < LEAST_ALPHA || (selection && selection.data[i]! < LEAST_ALPHA)) continue;
    keys[used++] = (data[i * 4]! << 16) | (data[i * 4 + 1]! << 8) | data[i * 4 + 2]!;
  }
  const sorted = keys.subarray(0, used).sort();
  const colours: CountedColour[] = [];
  for (let from = 0; from < used;) {
    const rgb = sorted[from]!;
    let to = from + 1;
    while (to < used && sorted[to] === rgb) to++;
    colours.push({ rgb, lab: oklabOf(rgb >> 16, (rgb >> 8) & 255, rgb & 255), count: to - from });
    from = to;
  }
  return colours.sort((one, other) => other.count - one.count || one.rgb - other.rgb);
}
