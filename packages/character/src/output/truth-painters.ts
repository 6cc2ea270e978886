import type { PartName, Role, Shape } from '../drawing/drawing.ts';
import type { Palette } from '../palette/character-palette.ts';
import type { Painter } from './paint.ts';

/**
 * The classes of part maps: a pixel's value is an index into this list, 0 the background. Stable: new ones
 * go to the end.
 */
export const partClasses = [
  'background',
  'hairBack',
  'hairFront',
  'face',
  'ear',
  'neck',
  'eye',
  'brow',
  'nose',
  'mouth',
  'torso',
  'arm',
  'hand',
  'leg',
  'foot',
  'top',
  'sleeve',
  'bottom',
  'sock',
  'shoe',
  'collar',
  'ribbon',
  'hat',
  'hairOrnament',
  'glasses',
  'horn',
  'accessory',
  'effect',
] as const satisfies readonly PartName[];

/** Shapes below this opacity show what is behind them, so the pixel stays that one's. */
const SEE_THROUGH = 0.5;
const hides = (shape: Shape): boolean => shape.opacity >= SEE_THROUGH;

/** `#vvvvvv` of a value from 0 to 255. */
const grey = (value: number): string => `#${value.toString(16).padStart(2, '0').repeat(3)}`;

/**
 * Paints every shape in the grey whose value is the class of its part; draw it with hard edges. Lines count
 * to their part; shadows and lights, which fall on other parts too, to none.
 */
export const partPainter: Painter = (shape, part) =>
  (shape.role === 'flat' || shape.role === 'line') && hides(shape)
    ? grey(partClasses.indexOf(part.name))
    : null;

/** The flats alone: every area in its plain colour, without gradients; draw it with hard edges. */
export function flatsPainter(palette: Palette): Painter {
  return (shape) => (shape.role === 'flat' && hides(shape) ? palette[shape.material][shape.tone] : null);
}

/**
 * White where shapes of a role are seen, as far as they are opaque; black elsewhere. Lines hide nothing, and
 * blush, which is drawn as shade is, is none.
 */
export function roleMaskPainter(role: Role): Painter {
  return (shape) =>
    shape.role === role && shape.material !== 'blush' ? '#ffffff' : shape.role === 'flat' ? '#000000' : null;
}
