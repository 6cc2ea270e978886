import type { Shape, Tone } from '../drawing/drawing.ts';
import type { Palette } from '../palette/character-palette.ts';
import type { Material } from '../palette/material.ts';
import { hexToOklch, oklchToHex } from '../palette/oklch.ts';
import { celPainter, type Painter, type PaintStop } from './paint.ts';
import { pathBounds } from './path-bounds.ts';

/** Flats that are lower than this, in drawing units, are too small for a gradient to show. */
const SMALL = 24;
/** Hair that is lower than this is no curtain with tips: a cowlick, a bun. */
const HAIR_SMALL = 90;
/** Features stay even, and skin but for the face: its pieces meet without a line between them. */
const PLAIN = new Set<Material>([
  'skin',
  'sclera',
  'sparkle',
  'teeth',
  'tongue',
  'mouth',
  'lash',
  'brow',
  'lips',
  'ink',
  'glass',
  'tear',
]);
const HAIR = new Set<Material>(['hair', 'hairAccent', 'animalEar']);
/** Lines of these stay as dark as they are: they make the expression. */
const DARK_LINES = new Set<Material>(['lash', 'brow', 'lips', 'ink', 'iris', 'irisLeft', 'mouth', 'sclera']);

/**
 * The soft finish: shadows that fade in from the lit side, as an airbrush lays them, hair that gets lighter
 * towards its tips, a glow on the face, cheeks without an edge, lines nearer to what they bound. Made of
 * gradients only.
 *
 * @param light -1 if the light comes from the picture's left, 1 from its right.
 */
export function softPainter(palette: Palette, light: -1 | 1): Painter {
  const cel = celPainter(palette);
  const blends = new Map<string, string>();
  /** The colour `share` of the way from one tone of a material to another. */
  const blend = (material: Material, from: Tone, to: Tone, share: number): string => {
    const key = `${material} ${from} ${to} ${share}`;
    let colour = blends.get(key);
    if (colour === undefined) {
      colour = mixColours(palette[material][from], palette[material][to], share);
      blends.set(key, colour);
    }
    return colour;
  };
  const solid = (...colours: readonly (readonly [offset: number, colour: string])[]): PaintStop[] =>
    colours.map(([offset, colour]) => ({ offset, colour, opacity: 1 }));
  return (shape, part) => {
    const { role, material, tone } = shape;
    if (shape.gradient !== undefined || part.name === 'background') return cel(shape, part);
    const ramp = palette[material];
    if (role === 'line') return DARK_LINES.has(material) ? ramp[tone] : blend(material, tone, 'deep', 0.4);
    if (role === 'highlight') return highlightGradient(shape, ramp[tone]);
    if (material === 'blush') return { radial: fading(ramp[tone]) };
    if (role === 'shade')
      return shadeGradient(shape, light, [
        { offset: 0, colour: ramp[tone], opacity: 0.05 },
        { offset: 0.5, colour: ramp[tone], opacity: 0.7 },
        { offset: 1, colour: blend(material, tone, 'deep', 0.4), opacity: 1 },
      ]);
    if (part.name === 'face' && material === 'skin' && tone === 'flat')
      return {
        radial: solid(
          [0, blend(material, tone, 'light', 0.6)],
          [0.6, ramp.flat],
          [1, blend(material, tone, 'shade', 0.55)],
        ),
      };
    if (PLAIN.has(material)) return ramp[tone];
    const bounds = pathBounds(shape.path);
    if (bounds === undefined || bounds.bottom - bounds.top < (HAIR.has(material) ? HAIR_SMALL : SMALL))
      return ramp[tone];
    const lighter = tone === 'flat' ? 'light' : 'flat';
    const darker = tone === 'flat' ? 'shade' : 'deep';
    const stops = HAIR.has(material)
      ? solid([0, ramp[tone]], [0.35, ramp[tone]], [1, blend(material, tone, lighter, 0.85)])
      : solid(
          [0, blend(material, tone, lighter, 0.4)],
          [0.5, ramp[tone]],
          [1, blend(material, tone, darker, 0.6)],
        );
    return { from: [0, bounds.top], to: [0, bounds.bottom], stops };
  };
}

/** From the middle outwards, without an edge. */
function fading(colour: string): PaintStop[] {
  return [
    { offset: 0, colour, opacity: 1 },
    { offset: 0.45, colour, opacity: 0.72 },
    { offset: 1, colour, opacity: 0 },
  ];
}

/** Lights melt away downwards. */
function highlightGradient({ material, path }: Shape, colour: string): ReturnType<Painter> {
  const bounds = material === 'sparkle' ? undefined : pathBounds(path);
  if (bounds === undefined) return colour;
  return {
    from: [0, bounds.top],
    to: [0, bounds.bottom],
    stops: [
      { offset: 0, colour, opacity: 1 },
      { offset: 1, colour, opacity: 0.2 },
    ],
  };
}

/** Wide shadows hang from what casts them and fade downwards; tall ones fade in from the lit side. */
function shadeGradient(shape: Shape, light: -1 | 1, stops: readonly PaintStop[]): ReturnType<Painter> {
  const bounds = pathBounds(shape.path);
  if (bounds === undefined) return null;
  const { left, top, right, bottom } = bounds;
  if (right - left > (bottom - top) * 1.5) return { from: [0, bottom], to: [0, top], stops };
  const [lit, dark] = light === -1 ? [left, right] : [right, left];
  return { from: [lit, top], to: [dark, top + (bottom - top) * 0.25], stops };
}

function mixColours(from: string, to: string, share: number): string {
  const a = hexToOklch(from);
  const b = hexToOklch(to);
  const turn = ((b.h - a.h + 540) % 360) - 180;
  // The hue of a grey means nothing.
  const h = a.c < 0.02 ? b.h : b.c < 0.02 ? a.h : a.h + turn * share;
  return oklchToHex({ l: a.l + (b.l - a.l) * share, c: a.c + (b.c - a.c) * share, h });
}
