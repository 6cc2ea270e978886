import type { PageImage } from '@koma/lineart';

/** How far wholly covered pixels are looked for, px: beyond a thin line's other side they tell another colour. */
const RADIUS = 2;
/** From this coverage on a pixel's colour is all the subject's. */
const SOLID = 250;
/** Subjects vary by this much beyond what is seen of them nearby, levels. */
const SLACK = 8;

/**
 * The colours that the subject has nearby, from pixels that are wholly its own. What is solved for pixels it shares
 * with the background must lie among them: small errors of a small share would be bright or dark specks.
 * @param into takes least red, green, blue, then most
 * @returns whether there are such pixels
 */
export function solidRange(image: PageImage, coverage: Uint8Array, at: number, into: Float64Array): boolean {
  const { width, height, data } = image;
  const x = at % width;
  const y = (at - x) / width;
  into.fill(Infinity, 0, 3).fill(-Infinity, 3, 6);
  const right = Math.min(width - 1, x + RADIUS);
  const bottom = Math.min(height - 1, y + RADIUS);
  for (let row = Math.max(0, y - RADIUS); row <= bottom; row++)
    for (let near = row * width + Math.max(0, x - RADIUS); near <= row * width + right; near++) {
      if (coverage[near]! < SOLID || data[4 * near + 3] === 0) continue;
      for (let channel = 0; channel < 3; channel++) {
        const value = data[4 * near + channel]!;
        if (value - SLACK < into[channel]!) into[channel] = value - SLACK;
        if (value + SLACK > into[3 + channel]!) into[3 + channel] = value + SLACK;
      }
    }
  return into[0]! < Infinity;
}
