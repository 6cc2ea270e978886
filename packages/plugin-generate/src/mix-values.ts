import { attributes, hexToOklch, oklchToHex, type AttributeName } from '@koma/character';
import type { OptionValue } from '@koma/core/plugin';

/** Chroma below which a colour has no hue of its own. */
const GREY = 0.02;

/** The number at `t` from `a` (0) to `b` (1); exactly those at the ends. */
export function mixNumbers(a: number, b: number, t: number): number {
  if (t <= 0 || a === b) return a;
  if (t >= 1) return b;
  return a + (b - a) * t;
}

/**
 * The `#rrggbb` at `t` from `a` to `b`: straight in lightness and chroma, along the shorter arc in hue
 * (OKLCH, Ottosson 2020). A grey takes the hue of the other.
 */
export function mixColours(a: string, b: string, t: number): string {
  if (t <= 0 || a === b) return a;
  if (t >= 1) return b;
  const [from, to] = [hexToOklch(a), hexToOklch(b)];
  const fromHue = from.c < GREY ? to.h : from.h;
  const toHue = to.c < GREY ? fromHue : to.h;
  const arc = ((((toHue - fromHue) % 360) + 540) % 360) - 180;
  return oklchToHex({
    l: mixNumbers(from.l, to.l, t),
    c: mixNumbers(from.c, to.c, t),
    h: (((fromHue + arc * t) % 360) + 360) % 360,
  });
}

/** The `#rrggbb` of a colour attribute's value, which may be the name of a swatch; '' where it says "as the other". */
export function hexOf(name: AttributeName, value: OptionValue): string {
  const attribute = attributes[name];
  if (attribute.kind !== 'colour') throw new Error(`${name} is no colour`);
  return attribute.swatches[value as string] ?? (value as string);
}

/** A colour attribute between two of its values; a value that says "as the other" is `fallback`'s colour. */
export function mixColourValues(
  name: AttributeName,
  a: OptionValue,
  b: OptionValue,
  t: number,
  fallback: readonly [a: string, b: string] = ['', ''],
): OptionValue {
  if (t <= 0 || a === b) return a;
  if (t >= 1) return b;
  return mixColours(hexOf(name, a) || fallback[0], hexOf(name, b) || fallback[1], t);
}
