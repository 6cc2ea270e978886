import type { BlendMode } from './blend-mode.ts';

/** Straight colour, 0-1. */
export type Rgb = readonly [number, number, number];

/** A straight colour and its alpha, 0-1. */
export interface Colour {
  readonly rgb: Rgb;
  readonly alpha: number;
}

export const CLEAR: Colour = { rgb: [0, 0, 0], alpha: 0 };

/**
 * Where a blend function jumps, a value this near to the edge is on it. Results of other layers carry
 * rounding errors, in float64 as in float32, and the specification does not say what they do here.
 */
const EDGE = 2 ** -18;

/**
 * `B(Cb, Cs)` in float64, as W3C Compositing and Blending Level 1 (sections 10.1 and 10.2) writes it;
 * linear dodge and burn are the clamped sums.
 */
export function blendReference(mode: BlendMode, cb: Rgb, cs: Rgb): Rgb {
  if (mode === 'hue') return setLum(setSat(cs, sat(cb)), lum(cb));
  if (mode === 'saturation') return setLum(setSat(cb, sat(cs)), lum(cb));
  if (mode === 'color') return setLum(cs, lum(cb));
  if (mode === 'luminosity') return setLum(cb, lum(cs));
  const b = (i: 0 | 1 | 2): number => separable(mode, cb[i], cs[i]);
  return [b(0), b(1), b(2)];
}

/** Source over backdrop: `co = cs as (1 - ab) + cb ab (1 - as) + as ab B(cb, cs)`. */
export function overReference(mode: BlendMode, backdrop: Colour, source: Colour): Colour {
  const [ab, as] = [backdrop.alpha, source.alpha];
  const alpha = as + ab * (1 - as);
  if (alpha === 0) return CLEAR;
  const mixed = blendReference(mode, backdrop.rgb, source.rgb);
  const co = (i: 0 | 1 | 2): number =>
    (source.rgb[i] * as * (1 - ab) + backdrop.rgb[i] * ab * (1 - as) + as * ab * mixed[i]) / alpha;
  return { rgb: [co(0), co(1), co(2)], alpha };
}

/** Source atop backdrop: the backdrop's alpha stays. */
export function atopReference(mode: BlendMode, backdrop: Colour, source: Colour): Colour {
  const mixed = blendReference(mode, backdrop.rgb, source.rgb);
  const co = (i: 0 | 1 | 2): number => backdrop.rgb[i] * (1 - source.alpha) + source.alpha * mixed[i];
  return { rgb: [co(0), co(1), co(2)], alpha: backdrop.alpha };
}

function separable(mode: BlendMode, cb: number, cs: number): number {
  switch (mode) {
    case 'normal':
      return cs;
    case 'multiply':
      return cb * cs;
    case 'screen':
      return cb + cs - cb * cs;
    case 'overlay':
      return separable('hard-light', cs, cb);
    case 'darken':
      return Math.min(cb, cs);
    case 'lighten':
      return Math.max(cb, cs);
    case 'color-dodge':
      if (cb <= EDGE) return 0;
      if (cs >= 1) return 1;
      return Math.min(1, cb / (1 - cs));
    case 'color-burn':
      if (cb >= 1 - EDGE) return 1;
      if (cs <= 0) return 0;
      return 1 - Math.min(1, (1 - cb) / cs);
    case 'hard-light':
      if (cs <= 0.5) return cb * (2 * cs);
      return separable('screen', cb, 2 * cs - 1);
    case 'soft-light': {
      if (cs <= 0.5) return cb - (1 - 2 * cs) * cb * (1 - cb);
      const d = cb <= 0.25 ? ((16 * cb - 12) * cb + 4) * cb : Math.sqrt(cb);
      return cb + (2 * cs - 1) * (d - cb);
    }
    case 'difference':
      return Math.abs(cb - cs);
    case 'exclusion':
      return cb + cs - 2 * cb * cs;
    case 'linear-dodge':
      return Math.min(1, cb + cs);
    case 'linear-burn':
      return Math.max(0, cb + cs - 1);
    default:
      throw new Error(`${mode} is not separable`);
  }
}

function lum([r, g, b]: Rgb): number {
  return 0.3 * r + 0.59 * g + 0.11 * b;
}

function sat([r, g, b]: Rgb): number {
  return Math.max(r, g, b) - Math.min(r, g, b);
}

function clipColor(colour: Rgb): Rgb {
  const l = lum(colour);
  const n = Math.min(...colour);
  const x = Math.max(...colour);
  let c = [...colour];
  if (n < 0) c = c.map((v) => l + ((v - l) * l) / (l - n));
  if (x > 1) c = c.map((v) => l + ((v - l) * (1 - l)) / (x - l));
  return [c[0]!, c[1]!, c[2]!];
}

function setLum(colour: Rgb, l: number): Rgb {
  const d = l - lum(colour);
  return clipColor([colour[0] + d, colour[1] + d, colour[2] + d]);
}

function setSat(colour: Rgb, s: number): Rgb {
  const order = [0, 1, 2].sort((i, j) => colour[i]! - colour[j]!);
  const [min, mid, max] = [order[0]!, order[1]!, order[2]!];
  const result: [number, number, number] = [0, 0, 0];
  if (colour[max]! - colour[min]! > EDGE) {
    result[mid] = ((colour[mid]! - colour[min]!) * s) / (colour[max]! - colour[min]!);
    result[max] = s;
  }
  return result;
}
