import type { Shape, Tone } from '../drawing/drawing.ts';
import type { Point } from '../geometry/point.ts';
import type { Palette } from '../palette/character-palette.ts';
import type { Material } from '../palette/material.ts';
import { hexToOklch } from '../palette/oklch.ts';
import type { Screentone } from './screentone.ts';

/** Black from one end of a line to `share` of its length, light from there on: how irises are inked. */
export interface InkedHalf {
  readonly kind: 'half';
  readonly from: Point;
  readonly to: Point;
  readonly share: number;
  /** What the light half may be filled with where paints can be laid over each other; else it is white. */
  readonly light: 'white' | Screentone;
}

/** What ink does to an area: nothing, solid black, a pen line, a tone, or black above white. */
export type MangaFill = 'white' | 'black' | 'line' | Screentone | InkedHalf;

/** The pitches of a drawing's tones in page pixels. */
export interface TonePitch {
  /** Of the tones that stand for a colour. */
  readonly flat: number;
  /** Of shadows on white. */
  readonly shade: number;
}

/** One grid for flats and shades, so that a shadow is the same dots grown; for pages about 1200 px wide. */
export const usualPitch: TonePitch = { flat: 4.3, shade: 4.3 };

type Fills = Readonly<Record<Tone, MangaFill>>;

/** Below this OKLCH lightness hair and cloth are inked solid black. */
const BLACK_BELOW = 0.47;

/**
 * The black-and-white version of a palette: which areas stay white, which get a tone and which are inked
 * solid, by the lightness of each material's flat colour. Shapes for which nothing is drawn are null.
 */
export function mangaFills(
  palette: Palette,
  pitch: TonePitch = usualPitch,
): (shape: Shape) => MangaFill | null {
  const table = new Map<Material, Fills>();
  const fillsOf = (material: Material): Fills => {
    let fills = table.get(material);
    if (fills === undefined) {
      fills = materialFills(material, hexToOklch(palette[material].flat).l, pitch);
      table.set(material, fills);
    }
    return fills;
  };
  return (shape) => {
    // A faint veil is below what a tone can show.
    if (shape.opacity < 0.45) return null;
    if (shape.material === 'blush' && shape.role !== 'line') return null;
    const fills = fillsOf(shape.material);
    if (shape.gradient !== undefined && (shape.material === 'iris' || shape.material === 'irisLeft')) {
      const { from, to } = shape.gradient;
      const dark = 1 - hexToOklch(palette[shape.material].flat).l;
      const light =
        dark < 0.3
          ? 'white'
          : ({ kind: 'dots', density: dark < 0.45 ? 0.15 : 0.3, pitch: pitch.shade } as const);
      return { kind: 'half', from, to, share: 0.25 + 0.5 * Math.min(1, Math.max(0, dark)), light };
    }
    if (shape.gradient === undefined || shape.role !== 'flat') return fills[shape.tone];
    // A gradient becomes the tone of its middle.
    const middle = shape.gradient.stops[Math.floor(shape.gradient.stops.length / 2)];
    return fills[middle?.tone ?? shape.tone];
  };
}

function materialFills(material: Material, lightness: number, pitch: TonePitch): Fills {
  const dots = (density: number, at = pitch.flat): MangaFill =>
    density < 0.07
      ? 'white'
      : { kind: 'dots', density: Math.min(0.6, Math.round(density * 20) / 20), pitch: at };
  const plain = { light: 'white', highlight: 'white', line: 'line' } as const;
  const white: Fills = {
    ...plain,
    flat: 'white',
    shade: dots(0.2, pitch.shade),
    deep: dots(0.35, pitch.shade),
  };
  const solid: Fills = {
    flat: 'black',
    shade: 'black',
    deep: 'black',
    light: 'black',
    highlight: 'white',
    line: 'white',
  };
  switch (material) {
    case 'brow':
    case 'lash':
    case 'lips':
    case 'ink':
    case 'frame':
      return { flat: 'line', shade: 'line', deep: 'line', light: 'line', highlight: 'white', line: 'line' };
    case 'sparkle':
    case 'teeth':
    case 'tear':
    case 'glass':
      return { ...plain, flat: 'white', shade: 'white', deep: 'white' };
    case 'sclera':
      return { ...plain, flat: 'white', shade: dots(0.2, pitch.shade), deep: dots(0.3, pitch.shade) };
    case 'mouth':
      return { ...plain, flat: 'black', shade: 'black', deep: 'black' };
    case 'tongue':
      return { ...plain, flat: 'white', shade: dots(0.2, pitch.shade), deep: dots(0.3, pitch.shade) };
    case 'iris':
    case 'irisLeft':
      return {
        ...plain,
        flat: dots(lightness < 0.5 ? 0.5 : 0.3, pitch.shade),
        shade: 'black',
        deep: 'black',
        light: lightness < 0.5 ? dots(0.2, pitch.shade) : 'white',
      };
    case 'skin': {
      // Only dark skin gets a tone of its own: faces live from white.
      if (lightness > 0.72) return white;
      const base = lightness > 0.58 ? 0.15 : 0.3;
      return {
        ...plain,
        flat: dots(base, pitch.shade),
        shade: dots(base + 0.2, pitch.shade),
        deep: dots(base + 0.3, pitch.shade),
      };
    }
    default: {
      if (lightness < BLACK_BELOW) return solid;
      if (lightness > 0.86) return white;
      // Mid greys: the darkest get 38 % black, 0.86 gets 10 %.
      const base = 0.38 - ((lightness - BLACK_BELOW) / (0.86 - BLACK_BELOW)) * 0.28;
      if (material !== 'cloth2')
        return { ...plain, flat: dots(base), shade: dots(base + 0.15), deep: dots(base + 0.25) };
      // Skirts and trousers get lines, which tell them from jackets of the same value.
      const lined = (density: number): MangaFill => ({
        kind: 'lines',
        density: Math.round(density * 20) / 20,
        pitch: pitch.flat,
      });
      return { ...plain, flat: lined(base), shade: lined(base + 0.15), deep: lined(base + 0.25) };
    }
  }
}
