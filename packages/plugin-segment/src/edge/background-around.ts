import type { PageImage } from '@koma/lineart';

/** Background up to this far counts as "here", in px, in a square. */
const RADIUS = 4;

/** The background at a place: its mean colour, 0-255, and the mean variance of its channels. */
export interface Background {
  red: number;
  green: number;
  blue: number;
  variance: number;
  /** 0 where there is no background nearby. */
  weight: number;
}

/** Measures the pixels around one that the subject has no share in; transparent ones count less. */
export function backgroundAround(image: PageImage, coverage: Uint8Array, at: number, into: Background): void {
  const { width, height, data } = image;
  const x = at % width;
  const y = (at - x) / width;
  let red = 0;
  let green = 0;
  let blue = 0;
  let squares = 0;
  let weight = 0;
  const right = Math.min(width - 1, x + RADIUS);
  const bottom = Math.min(height - 1, y + RADIUS);
  for (let row = Math.max(0, y - RADIUS); row <= bottom; row++)
    for (let near = row * width + Math.max(0, x - RADIUS); near <= row * width + right; near++) {
      if (coverage[near] !== 0) continue;
      const share = data[4 * near + 3]!;
      const r = data[4 * near]!;
      const g = data[4 * near + 1]!;
      const b = data[4 * near + 2]!;
      red += share * r;
      green += share * g;
      blue += share * b;
      squares += share * (r * r + g * g + b * b);
      weight += share;
    }
  into.weight = weight;
  if (weight === 0) return;
  into.red = red / weight;
  into.green = green / weight;
  into.blue = blue / weight;
  const means = into.red ** 2 + into.green ** 2 + into.blue ** 2;
  into.variance = Math.max(0, (squares / weight - means) / 3);
}
