import type { Rgb } from './rgb.ts';

/**
 * Reads `#rgb` or `#rrggbb`, in either case, with or without `#`, spaces around it ignored.
 * @returns whole codes, or undefined if the text is anything else
 */
export function parseHex(text: string): Rgb | undefined {
  const digits = text.trim().replace(/^#\s*/, '');
  if (!/^(?:[\da-f]{3}){1,2}$/i.test(digits)) return undefined;
  const long = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  const number = Number.parseInt(long, 16);
  return { r: number >> 16, g: (number >> 8) & 255, b: number & 255 };
}

/** A colour as `#rrggbb` in small letters; channels are rounded and clamped to 0-255. */
export function formatHex({ r, g, b }: Rgb): string {
  return `#${twoDigits(r)}${twoDigits(g)}${twoDigits(b)}`;
}

function twoDigits(channel: number): string {
  const code = Math.min(255, Math.max(0, Math.round(channel)));
  return code.toString(16).padStart(2, '0');
}
