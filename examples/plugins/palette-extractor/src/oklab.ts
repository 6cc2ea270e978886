/** A colour in Oklab: lightness 0-1 and two axes of colour, about -0.4 to 0.4. Distances are as people see them. */
export type Oklab = readonly [lightness: number, a: number, b: number];

/** sRGB level 0-255 to linear light 0-1. */
const LINEAR = Float64Array.from({ length: 256 }, (_, level) => {
  const value = level / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
});

/** Of an sRGB colour, levels 0-255. Björn Ottosson, "A perceptual color space for image processing", 2020. */
export function oklabOf(red: number, green: number, blue: number): Oklab {
  const r = LINEAR[red]!;
  const g = LINEAR[green]!;
  const b = LINEAR[blue]!;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** How different two colours look, squared; 0.02 squared is hardly seen. */
export function squaredDistance(one: Oklab, other: Oklab): number {
  return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 + (one[2] - other[2]) ** 2;
}

/** How colourful, 0 grey to about 0.32. */
export function chroma([, a, b]: Oklab): number {
  return Math.hypot(a, b);
}

/** Degrees 0-360 around the wheel: about 29 red, 110 yellow, 142 green, 264 blue. */
export function hue([, a, b]: Oklab): number {
  return ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
}
