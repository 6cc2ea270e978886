import type { Palette } from '../palette/character-palette.ts';
import type { Character } from '../parameters/catalogue.ts';
import { linePainter } from './line-painter.ts';
import { celPainter, type Painter } from './paint.ts';
import { softPainter } from './soft-painter.ts';
import { tonePainter } from './tone-painter.ts';

/** How a finish colours shapes, and what its paints refer to. Both go into `toSvg` as they are. */
export interface FinishPaint {
  readonly paint: Painter;
  readonly definitions: string | (() => string);
}

/**
 * The painter of a finish.
 *
 * @param pixel The size of a pixel in drawing units: the drawing's width / the picture's. Screentones fit
 *   their dots to it. Default 1.
 */
export function finishPainter(
  palette: Palette,
  { finish, light }: Pick<Character, 'finish' | 'light'>,
  pixel = 1,
): FinishPaint {
  switch (finish) {
    case 'cel':
      return { paint: celPainter(palette), definitions: '' };
    case 'soft':
      return { paint: softPainter(palette, light === 'left' ? -1 : 1), definitions: '' };
    case 'line':
      return { paint: linePainter, definitions: '' };
    case 'tone':
      return tonePainter(palette, { pixel });
  }
}
