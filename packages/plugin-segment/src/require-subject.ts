import { KomaError } from '@koma/core/errors';
import type { Stroke } from '@koma/core/plugin';
import { isEmpty, strokeBounds } from './strokes/bounds.ts';

/**
 * Refuses strokes that mark nothing to cut out, where a result is asked for.
 * @throws KomaError `STROKES_MISSING` or `STROKES_OUTSIDE`
 */
export function requireSubject(
  strokes: readonly Stroke[],
  { width, height }: { readonly width: number; readonly height: number },
): void {
  const marking = strokes.filter(({ label }) => label !== 'bg' && label !== 'erase' && label !== 'edge');
  if (marking.length === 0)
    throw new KomaError('STROKES_MISSING', 'Nothing is marked to be cut out: draw a stroke over it first.');
  const page = { left: 0, top: 0, right: width, bottom: height };
  if (marking.every((stroke) => isEmpty(strokeBounds(stroke, page))))
    throw new KomaError(
      'STROKES_OUTSIDE',
      `All strokes lie outside the picture, which is ${width} × ${height} pixels: draw one over what is to be cut out.`,
      { width, height },
    );
}
