/** Where a page's ink and paper lie on the scale of greys. */
export interface Levels {
  /** Grey of solid ink, 0-255. */
  readonly ink: number;
  /** Grey of blank paper, 0-255; above {@link ink}. */
  readonly paper: number;
}

/** Greys between ink and paper below which a page counts as blank or as all black. */
const CONTRAST = 48;
/** Parts of the pixels that may be darker than ink and lighter than paper: specks and dust. */
const DARKEST = 0.005;
const LIGHTEST = 0.02;

/**
 * Finds the greys of ink and paper: the ends of the histogram, without its outermost parts. A page without
 * contrast has the full scale, so that it comes out blank or black and not as noise.
 * @param histogram number of pixels of each grey
 */
export function findLevels(histogram: Uint32Array): Levels {
  let total = 0;
  for (const count of histogram) total += count;
  let ink = 0;
  for (let below = histogram[0]!; below <= DARKEST * total && ink < 255;) below += histogram[++ink]!;
  let paper = 255;
  for (let above = histogram[255]!; above <= LIGHTEST * total && paper > 0;) above += histogram[--paper]!;
  return paper - ink < CONTRAST ? { ink: 0, paper: 255 } : { ink, paper };
}
