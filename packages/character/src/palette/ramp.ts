import type { Tone } from '../drawing/drawing.ts';
import { hexToOklch, oklchToHex, turnHue } from './oklch.ts';

/** The `#rrggbb` colours of one material, from highlight to line. */
export type Ramp = Readonly<Record<Tone, string>>;

/** How a kind of surface answers to light. Values are OKLCH differences. */
export interface Surface {
  /** How much darker the shade is: lightness is multiplied by this. */
  readonly shade: number;
  readonly deep: number;
  /** Lightness of the line as a fraction of the flat's. */
  readonly line: number;
  /** Chroma of the line as a fraction of the flat's. */
  readonly lineChroma: number;
  /** Where shadows drift to, degrees of hue, and how far. */
  readonly shadeHue: number;
  readonly shadeTurn: number;
  /** Chroma of shades as a multiple of the flat's, and what is added for greys. */
  readonly shadeChroma: number;
  readonly greyChroma: number;
  /** How far the highlight goes towards white, 0 to 1. */
  readonly highlight: number;
}

/** Cloth, leather and whatever has no surface of its own. */
const cloth: Surface = {
  shade: 0.86,
  deep: 0.72,
  line: 0.44,
  lineChroma: 0.75,
  shadeHue: 285,
  shadeTurn: 12,
  shadeChroma: 1.08,
  greyChroma: 0.012,
  highlight: 0.45,
};

/** The surfaces that Koma draws. Shadows drift towards violet, those of skin towards red. */
export const surfaces = {
  cloth,
  linen: { ...cloth, shade: 0.9, deep: 0.8, line: 0.45, greyChroma: 0.022, shadeTurn: 40 },
  skin: {
    ...cloth,
    shade: 0.895,
    deep: 0.82,
    line: 0.47,
    lineChroma: 1,
    shadeHue: 22,
    shadeTurn: 18,
    shadeChroma: 1.02,
    greyChroma: 0.022,
    highlight: 0.6,
  },
  hair: { ...cloth, shade: 0.845, deep: 0.71, line: 0.45, shadeTurn: 11, shadeChroma: 0.97, highlight: 0.5 },
  iris: { ...cloth, shade: 0.74, deep: 0.48, line: 0.42, shadeTurn: 8, highlight: 0.8 },
  plain: { ...cloth, shade: 0.9, deep: 0.8 },
} as const satisfies Record<string, Surface>;

/** The ramp of a material whose flat colour is `hex`. */
export function ramp(hex: string, surface: Surface = surfaces.cloth): Ramp {
  const { l, c, h } = hexToOklch(hex);
  // Very dark colours can't get much darker; their lights do the work.
  const depth = (factor: number): number => (l < 0.35 ? l * (1 - (1 - factor) * (0.55 + l)) : l * factor);
  const shadowHue = c < 0.02 ? surface.shadeHue : turnHue(h, surface.shadeHue, surface.shadeTurn);
  const shadowChroma = c * surface.shadeChroma + surface.greyChroma;
  return {
    flat: hex,
    shade: oklchToHex({ l: depth(surface.shade), c: shadowChroma, h: shadowHue }),
    deep: oklchToHex({ l: depth(surface.deep), c: shadowChroma, h: shadowHue }),
    light: oklchToHex({ l: l + (1 - l) * 0.3, c: c * 0.95, h }),
    highlight: oklchToHex({ l: l + (1 - l) * surface.highlight, c: c * 0.6, h }),
    line: oklchToHex({
      l: Math.max(0.13, l * surface.line),
      c: Math.min(0.1, c * surface.lineChroma + surface.greyChroma),
      h: shadowHue,
    }),
  };
}
