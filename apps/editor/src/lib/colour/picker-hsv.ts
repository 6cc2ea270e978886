import { formatHex, hsvToRgb, parseHex, rgbToHsv, type Hsv } from '@koma/core/raster';

/**
 * The hue, saturation and value at which a picker stands for a colour. Several places have the same
 * colour: greys have no hue, black no saturation, and codes are coarser than the pointer. So a picker
 * stays where it was if that is the colour, and keeps the parts that the colour leaves open.
 * @param hex `#rrggbb`
 */
export function followColour(before: Hsv, hex: string): Hsv {
  if (hexOf(before) === hex) return before;
  const rgb = parseHex(hex);
  if (!rgb) return before;
  const { h, s, v } = rgbToHsv(rgb);
  if (v === 0) return { h: before.h, s: before.s, v };
  return s === 0 ? { h: before.h, s, v } : { h, s, v };
}

/** The colour at a place of the picker, `#rrggbb`. */
export function hexOf(hsv: Hsv): string {
  return formatHex(hsvToRgb(hsv));
}

/** Whole degrees and percents, as people read them. */
export function rounded({ h, s, v }: Hsv): { degrees: number; saturation: number; value: number } {
  return { degrees: Math.round(h) % 360, saturation: Math.round(s * 100), value: Math.round(v * 100) };
}

/**
 * Where a key moves the hue, or undefined for other keys: arrows 1 degree, with Shift and by Page keys 10,
 * round the circle; Home red.
 */
export function hueAfterKey(hsv: Hsv, key: string, shift: boolean): Hsv | undefined {
  if (key === 'Home') return { ...hsv, h: 0 };
  const step = stepOf(key, shift, ['ArrowRight', 'ArrowUp'], ['ArrowLeft', 'ArrowDown']);
  return step === undefined ? undefined : { ...hsv, h: (rounded(hsv).degrees + step + 360) % 360 };
}

/**
 * Where a key moves saturation (left and right, Home and End) or value (up and down, Page keys), in whole
 * percents, with Shift ten; undefined for other keys.
 */
export function shadeAfterKey(hsv: Hsv, key: string, shift: boolean): Hsv | undefined {
  if (key === 'Home') return { ...hsv, s: 0 };
  if (key === 'End') return { ...hsv, s: 1 };
  if (key === 'ArrowRight' || key === 'ArrowLeft') {
    const step = stepOf(key, shift, ['ArrowRight'], ['ArrowLeft']) ?? 0;
    return { ...hsv, s: percent(rounded(hsv).saturation + step) };
  }
  const step = stepOf(key, shift, ['ArrowUp'], ['ArrowDown']);
  return step === undefined ? undefined : { ...hsv, v: percent(rounded(hsv).value + step) };
}

function stepOf(
  key: string,
  shift: boolean,
  up: readonly string[],
  down: readonly string[],
): number | undefined {
  if (key === 'PageUp') return 10;
  if (key === 'PageDown') return -10;
  if (up.includes(key)) return shift ? 10 : 1;
  return down.includes(key) ? (shift ? -10 : -1) : undefined;
}

function percent(value: number): number {
  return Math.min(100, Math.max(0, value)) / 100;
}
