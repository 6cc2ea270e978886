import { inRows, type Steps } from '../steps.ts';
import type { GreyPlane, PageImage } from './page-image.ts';

/** Difference of the channels from which on a pixel has a colour: above JPEG's and old paper's. */
const CHROMA = 48;
/** Part of the pixels that make a page a colour page. */
const COLOURED = 0.01;

/** A page in grey. */
export interface GreyPage {
  readonly grey: GreyPlane;
  /** Number of pixels of each grey. */
  readonly histogram: Uint32Array;
  /** Whether the page has colours. */
  readonly colour: boolean;
}

/** A page in grey, laid over white: Rec. 601 luma of the stored values, as print preparation uses it. */
export function* greyOf(image: PageImage): Steps<GreyPage> {
  const { width, height, data } = image;
  const out = new Uint8Array(width * height);
  const histogram = new Uint32Array(256);
  let coloured = 0;
  yield* inRows(width, height, (first, end) => {
    for (let i = first * width, from = i * 4; i < end * width; i++, from += 4) {
      const red = data[from]!;
      const green = data[from + 1]!;
      const blue = data[from + 2]!;
      const alpha = data[from + 3]!;
      let luma = green;
      if (red !== green || blue !== green) {
        luma = (77 * red + 150 * green + 29 * blue + 128) >> 8;
        const most = Math.max(Math.abs(red - green), Math.abs(blue - green));
        if (most > CHROMA && alpha > 127) coloured++;
      }
      if (alpha !== 255) luma = 255 + Math.round(((luma - 255) * alpha) / 255);
      out[i] = luma;
      histogram[luma]!++;
    }
  });
  return { grey: { width, height, data: out }, histogram, colour: coloured > COLOURED * out.length };
}
