/** A straight-alpha sRGB colour, each channel 0-255. */
export interface StraightColour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

/**
 * How far apart two colours are, 0-255: the largest difference of any channel, red, green and blue
 * weighed by alpha, alpha itself as the fourth:
 *
 *     max(|r1 a1 - r2 a2| / 255, |g1 a1 - g2 a2| / 255, |b1 a1 - b2 a2| / 255, |a1 - a2|)
 *
 * The weighing makes all fully transparent pixels equal, whatever colour an eraser or a decoder left
 * under them, and gives faint pixels no more say than they have on screen. Alpha counts by itself so that
 * no opaque colour comes near to nothing at all. It is a metric (Chebyshev's, on premultiplied colours),
 * and for opaque colours it is the channel difference that painters know from other bucket tools.
 */
export function colourDistance(one: StraightColour, other: StraightColour): number {
  const red = Math.abs(one.red * one.alpha - other.red * other.alpha);
  const green = Math.abs(one.green * one.alpha - other.green * other.alpha);
  const blue = Math.abs(one.blue * one.alpha - other.blue * other.alpha);
  return Math.max(Math.max(red, green, blue) / 255, Math.abs(one.alpha - other.alpha));
}
