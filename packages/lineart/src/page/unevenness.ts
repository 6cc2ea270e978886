import { inRows, type Steps } from '../steps.ts';
import type { GreyPlane } from './page-image.ts';
import type { Levels } from './find-levels.ts';

/** Side of the squares that are looked at, px: in each but solid blacks some paper shows, through tones as well. */
const SQUARE = 64;
/** Lightest and darkest paper of a page: these parts of the squares are lighter and darker still. */
const OUTLIERS = 0.02;

/** How uneven the paper of a page is: the difference of its greys in light and in dark places, 0-255. */
export function* unevenness({ width, height, data }: GreyPlane, { ink, paper }: Levels): Steps<number> {
  const across = Math.ceil(width / SQUARE);
  const lights = new Uint8Array(across * Math.ceil(height / SQUARE));
  yield* inRows(width, height, (first, end) => {
    for (let y = first; y < end; y++) {
      const row = Math.floor(y / SQUARE) * across;
      for (let column = 0; column < across; column++) {
        let light = lights[row + column]!;
        const stop = Math.min(y * width + (column + 1) * SQUARE, (y + 1) * width);
        for (let i = y * width + column * SQUARE; i < stop; i++) if (data[i]! > light) light = data[i]!;
        lights[row + column] = light;
      }
    }
  });
  const papers = lights.filter((light) => light > ink + 0.4 * (paper - ink)).sort();
  if (papers.length === 0) return 0;
  const at = (share: number): number => papers[Math.floor(share * (papers.length - 1))]!;
  return at(1 - OUTLIERS) - at(OUTLIERS);
}
