import { clampChroma, converter, formatHex, modeOklch, modeRgb, parseHex, useMode } from 'culori/fn';

useMode(modeRgb);
useMode(modeOklch);
const toOklch = converter('oklch');

/** Lightness 0 to 1, chroma 0 to about 0.37, hue in degrees (Ottosson 2020, OKLCH). */
export interface Oklch {
  readonly l: number;
  readonly c: number;
  readonly h: number;
}

/** `#rrggbb` as OKLCH; greys have hue 0. */
export function hexToOklch(hex: string): Oklch {
  const colour = toOklch(parseHex(hex));
  return { l: colour?.l ?? 0, c: colour?.c ?? 0, h: colour?.h ?? 0 };
}

/** The nearest `#rrggbb`: colours outside sRGB lose chroma, not lightness or hue. */
export function oklchToHex({ l, c, h }: Oklch): string {
  const lightness = Math.min(1, Math.max(0, l));
  return formatHex(clampChroma({ mode: 'oklch', l: lightness, c: Math.max(0, c), h }, 'oklch'));
}

/** The hue moved towards `target` by at most `degrees`, the shorter way round. */
export function turnHue(hue: number, target: number, degrees: number): number {
  const difference = ((target - hue + 540) % 360) - 180;
  return hue + Math.sign(difference) * Math.min(Math.abs(difference), degrees);
}
