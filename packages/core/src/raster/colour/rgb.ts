/**
 * A colour in sRGB, straight codes of 0-255 a channel. Kernels return whole codes where they say so;
 * a function that takes an `Rgb` also takes fractions.
 */
export interface Rgb {
  readonly r: number;
  readonly g: number;
  readonly b: number;
}
