import type { Rgb } from './rgb.ts';

/** Hue, saturation and value (Smith 1978). */
export interface Hsv {
  /** Degrees, 0 <= h < 360; 0 for greys. */
  readonly h: number;
  /** 0-1; 0 for black. */
  readonly s: number;
  /** 0-1, the largest of the three channels. */
  readonly v: number;
}

/** The hue, saturation and value of a colour. */
export function rgbToHsv({ r, g, b }: Rgb): Hsv {
  const max = Math.max(r, g, b);
  const range = max - Math.min(r, g, b);
  if (range === 0) return { h: 0, s: 0, v: max / 255 };
  let sixth = max === r ? (g - b) / range : max === g ? 2 + (b - r) / range : 4 + (r - g) / range;
  if (sixth < 0) sixth += 6;
  return { h: sixth * 60, s: range / max, v: max / 255 };
}

/**
 * The colour of a hue (any angle in degrees), saturation and value (clamped to 0-1), in whole codes; what
 * `rgbToHsv` made of whole codes comes back as the same codes.
 */
export function hsvToRgb({ h, s, v }: Hsv): Rgb {
  const saturation = Math.min(1, Math.max(0, s));
  const value = Math.min(1, Math.max(0, v));
  const sixth = (((h % 360) + 360) % 360) / 60;
  const channel = (offset: number): number => {
    const k = (offset + sixth) % 6;
    return Math.round(255 * value * (1 - saturation * Math.max(0, Math.min(k, 4 - k, 1))));
  };
  return { r: channel(5), g: channel(3), b: channel(1) };
}
