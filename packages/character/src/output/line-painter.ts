import type { Shape } from '../drawing/drawing.ts';
import type { Painter } from './paint.ts';

const BLACK = '#000000';
const WHITE = '#ffffff';
/** What is seen through: a lens, a veil. It hides nothing. */
const SEE_THROUGH = 0.5;

/** Pen lines, and what is inked solid though it has a colour: pupils. */
export function isInk({ role, tone }: Shape): boolean {
  return role === 'line' || (role === 'flat' && tone === 'line');
}

/**
 * Ink on white paper: lines and pupils black, everything that hides lines white. Backgrounds stay white.
 * This is the line finish and the line art alone.
 */
export const linePainter: Painter = (shape, part) => {
  if (part.name === 'background') return shape.role === 'flat' ? WHITE : null;
  if (isInk(shape)) return BLACK;
  if (shape.role === 'shade' || shape.opacity < SEE_THROUGH) return null;
  // Lights in the eyes lie over pupils.
  return shape.role === 'flat' || shape.material === 'sparkle' ? WHITE : null;
};
