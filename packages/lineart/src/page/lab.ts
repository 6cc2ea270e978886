/** CIE XYZ of sRGB's white, D65. */
const WHITE = [0.95047, 1, 1.08883] as const;

/** sRGB's decoding curve (IEC 61966-2-1) for each stored value. */
const LINEAR = Float32Array.from({ length: 256 }, (_, value) => {
  const v = value / 255;
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
});

/** Cube root with CIE's straight piece near black, from a table: fine to a tenth of L*. */
const STEPS = 4096;
const ROOTS = Float32Array.from({ length: STEPS + 2 }, (_, i) => {
  const t = i / STEPS;
  return t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27 / 116) * t + 16 / 116;
});

/**
 * CIE L*a*b* (1976, D65) of an sRGB colour.
 * @param red 0-255, likewise green and blue
 * @param out takes L*, a* and b* from `at` on
 */
export function labOf(red: number, green: number, blue: number, out: Float32Array, at: number): void {
  const r = LINEAR[red]!;
  const g = LINEAR[green]!;
  const b = LINEAR[blue]!;
  const x = root((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / WHITE[0]);
  const y = root(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = root((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / WHITE[2]);
  out[at] = 116 * y - 16;
  out[at + 1] = 500 * (x - y);
  out[at + 2] = 200 * (y - z);
}

function root(t: number): number {
  const place = Math.min(1, t) * STEPS;
  const i = Math.floor(place);
  return ROOTS[i]! + (place - i) * (ROOTS[i + 1]! - ROOTS[i]!);
}
