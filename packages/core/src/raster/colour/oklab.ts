import type { Rgb } from './rgb.ts';
import { linearToSrgb8, SRGB8_TO_LINEAR, srgbToLinear } from './srgb-transfer.ts';

/**
 * A colour in Oklab (Björn Ottosson, "A perceptual color space for image processing", 2020), where equal
 * distances look about equally large. `l` is 0 for black and 1 for white; `a` (green to red) and `b`
 * (blue to yellow) are 0 for greys and stay within about ±0.4 for colours of sRGB.
 */
export interface Oklab {
  readonly l: number;
  readonly a: number;
  readonly b: number;
}

/** A colour of sRGB in Oklab. */
export function rgbToOklab({ r, g, b }: Rgb): Oklab {
  const [red, green, blue] = [light(r), light(g), light(b)];
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return {
    l: 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    a: 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    b: 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
  };
}

/** The colour of sRGB, in whole codes, nearest to one in Oklab; what sRGB cannot show is clamped by channel. */
export function oklabToRgb({ l, a, b }: Oklab): Rgb {
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return {
    r: linearToSrgb8(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
    g: linearToSrgb8(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
    b: linearToSrgb8(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short),
  };
}

/** Linear light of a code; fractions of codes too. */
function light(code: number): number {
  return SRGB8_TO_LINEAR[code] ?? srgbToLinear(code / 255);
}
