import { inRows, part, type Steps } from '../steps.ts';

/** Distance of a side step and of a diagonal one: the 3-4 chamfer metric (Borgefors 1986), within 8 % of Euclid's. */
export const SIDE = 3;
const DIAGONAL = 4;
/** Farther than anything counts: no pixel of the other kind near. */
export const FAR = 60000;

/**
 * For each pixel the distance to the nearest pixel of the other kind, in thirds of a pixel, at most {@link FAR}:
 * for paper to the next line, for line to the next paper. Two passes over one plane.
 * @param kind padded plane of zeros and ones; its outermost pixels repeat their neighbours
 * @param width of the padded plane
 * @param out takes the distances; the padding's are {@link FAR}
 */
export function* twoSidedDistance(
  kind: Uint8Array,
  width: number,
  height: number,
  out: Uint16Array,
): Steps<void> {
  out.fill(FAR);
  const forth = inRows(width, height - 2, (first, end) => {
    for (let y = first + 1; y <= end; y++)
      for (let i = y * width + 1; i < (y + 1) * width - 1; i++) {
        const own = kind[i];
        const above = i - width;
        let nearest = FAR;
        let d = kind[i - 1] === own ? out[i - 1]! + SIDE : SIDE;
        if (d < nearest) nearest = d;
        d = kind[above] === own ? out[above]! + SIDE : SIDE;
        if (d < nearest) nearest = d;
        d = kind[above - 1] === own ? out[above - 1]! + DIAGONAL : DIAGONAL;
        if (d < nearest) nearest = d;
        d = kind[above + 1] === own ? out[above + 1]! + DIAGONAL : DIAGONAL;
        if (d < nearest) nearest = d;
        out[i] = nearest;
      }
  });
  yield* part(forth, 0, 0.5);
  const back = inRows(width, height - 2, (first, end) => {
    for (let y = height - 2 - first; y > height - 2 - end; y--)
      for (let i = (y + 1) * width - 2; i > y * width; i--) {
        const own = kind[i];
        const below = i + width;
        let nearest = out[i]!;
        let d = kind[i + 1] === own ? out[i + 1]! + SIDE : SIDE;
        if (d < nearest) nearest = d;
        d = kind[below] === own ? out[below]! + SIDE : SIDE;
        if (d < nearest) nearest = d;
        d = kind[below + 1] === own ? out[below + 1]! + DIAGONAL : DIAGONAL;
        if (d < nearest) nearest = d;
        d = kind[below - 1] === own ? out[below - 1]! + DIAGONAL : DIAGONAL;
        if (d < nearest) nearest = d;
        out[i] = nearest;
      }
  });
  yield* part(back, 0.5, 1);
}
