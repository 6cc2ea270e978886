/** A colour in OKLab (Ottosson 2020): lightness 0 to 1, two axes of about -0.4 to 0.4. */
export type Oklab = readonly [l: number, a: number, b: number];

const LINEAR = Float64Array.from({ length: 256 }, (_, value) => {
  const v = value / 255;
  return v > 0.04045 ? ((v + 0.055) / 1.055) ** 2.4 : v / 12.92;
});

/** 8-bit sRGB as OKLab. */
export function toOklab(red: number, green: number, blue: number): Oklab {
  const [r, g, b] = [LINEAR[red]!, LINEAR[green]!, LINEAR[blue]!];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** `#rrggbb` as OKLab. */
export function hexToOklab(hex: string): Oklab {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return toOklab(r!, g!, b!);
}

/** How unlike two colours are; 0.02 is just seen. @param lightness how much a difference of lightness counts */
export function colourDistance(a: Oklab, b: Oklab, lightness = 1): number {
  return Math.hypot((a[0] - b[0]) * lightness, a[1] - b[1], a[2] - b[2]);
}

/** Chroma: 0 is grey. */
export const chromaOf = ([, a, b]: Oklab): number => Math.hypot(a, b);
