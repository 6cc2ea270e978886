/** Where paper ends and ink begins in one channel. */
export interface PaperWhite {
  /** Codes from this on are paper, 1-255. */
  readonly white: number;
  /** How far noise reaches below the commonest code of paper, in codes; 0 for drawings without noise. */
  readonly spread: number;
}

/** Of the brightest pixels, so many may be glints and dust. */
const TOP = 0.995;
/** Noise ends where a code is rarer than this, compared with the commonest: 2.1 sigma of Gaussian noise. */
const TAIL = 0.1;
/** Codes; paper that varies more is uneven, and what lies farther off may well be pencil. */
const MAX_SPREAD = 24;

/**
 * Finds the paper in a channel's histogram: the commonest code of the bright half, less its noise.
 * @param histogram 256 counts
 */
export function paperWhite(histogram: ArrayLike<number>): PaperWhite {
  const top = quantile(histogram, TOP);
  let mode = top;
  for (let code = Math.floor(top / 2); code <= 255; code++) {
    // Ties go to the brighter code: of few pixels every code is as common as the next.
    if (smooth(histogram, code, 2) >= smooth(histogram, mode, 2)) mode = code;
  }
  // The commonest code itself, which smoothing may have missed by two.
  mode = commonest(histogram, Math.max(0, mode - 2), Math.min(255, mode + 2));
  const peak = smooth(histogram, mode, 1);
  let reach = 1;
  while (reach <= MAX_SPREAD + 1 && mode - reach > 0 && smooth(histogram, mode - reach, 1) >= peak * TAIL)
    reach++;
  // A single code smoothed by one reaches two codes down.
  const spread = Math.min(MAX_SPREAD, Math.max(0, reach - 2));
  return { white: Math.max(1, mode - spread), spread };
}

/** The smallest code that at least `share` of all counts do not exceed; 0 for an empty histogram. */
export function quantile(histogram: ArrayLike<number>, share: number): number {
  let total = 0;
  for (let code = 0; code < histogram.length; code++) total += histogram[code]!;
  let below = 0;
  for (let code = 0; code < histogram.length; code++) {
    below += histogram[code]!;
    if (below >= total * share) return code;
  }
  return 0;
}

function smooth(histogram: ArrayLike<number>, code: number, radius: number): number {
  let sum = 0;
  for (let at = code - radius; at <= code + radius; at++) sum += histogram[at] ?? 0;
  return sum;
}

function commonest(histogram: ArrayLike<number>, from: number, to: number): number {
  let best = to;
  for (let code = to; code >= from; code--) if (histogram[code]! > histogram[best]!) best = code;
  return best;
}
