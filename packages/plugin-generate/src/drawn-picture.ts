import {
  characterPalette,
  drawCharacter,
  finishPainter,
  pictureHeight,
  type Character,
  type Drawing,
  type FinishPaint,
} from '@koma/character';
import type { GeneratorLook } from '@koma/core/plugin';
import { invalidOptions } from './options.ts';

/** A drawn character, and what makes pictures of it. */
export interface DrawnPicture {
  readonly drawing: Drawing;
  readonly paint: FinishPaint;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Pixels of the longer side. */
const SIZES: readonly [number, number] = [16, 4096];

/**
 * Draws a character whose picture's longer side has `size` pixels, or one less where whole pixels of both
 * sides cannot be had otherwise.
 * @throws KomaError `OPTIONS_INVALID` for sizes out of range
 */
export function drawnPicture(character: Character, size: number): DrawnPicture {
  const [least, greatest] = SIZES;
  if (!Number.isInteger(size) || size < least || size > greatest)
    throw invalidOptions(`The size has to be ${least} to ${greatest} whole pixels, not ${size}.`);
  const drawing = drawCharacter(character);
  const width = Math.max(1, widthWithin(drawing, size));
  const paint = finishPainter(characterPalette(character), character, drawing.width / width);
  return { drawing, paint, width, height: pictureHeight(drawing, width) };
}

/** The greatest width at which neither side is longer than `size`. */
function widthWithin(drawing: Drawing, size: number): number {
  const width = Math.floor((size * drawing.width) / Math.max(drawing.width, drawing.height));
  return pictureHeight(drawing, width + 1) <= size && width < size ? width + 1 : width;
}

/**
 * The character as a look shows it. `sketch` is black line art on white paper, as scanners give it; `style`
 * is the same picture in colour, for colouring the sketch after it.
 */
export function withLook(character: Character, look: GeneratorLook): Character {
  switch (look) {
    case 'whole':
      return character;
    case 'sketch':
      return { ...character, finish: 'line', background: 'plain' };
    case 'style': {
      const coloured = character.finish === 'cel' || character.finish === 'soft';
      return coloured ? character : { ...character, finish: 'cel' };
    }
  }
}
