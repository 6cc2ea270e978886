import { GLYPHS, UNKNOWN } from './glyphs.ts';
import type { Rgb, Sheet } from './sheet.ts';
import { systemGlyph } from './system-glyph.ts';

/** Width of a letter of the font with the space after it, in pixels of the font. */
const ADVANCE = 6;
/** The same of letters that the font does not have: Japanese and Chinese ones are square. */
const WIDE = 10;
/** Height of a line, in pixels of the font. */
export const LINE = 10;

/** Pixels that a text is wide. @param scale pixels a pixel of the font */
export function textWidth(text: string, scale: number): number {
  let width = 0;
  for (const letter of text) width += advanceOf(letter);
  return Math.max(0, width - 1) * scale;
}

/** The text, or as much of it as fits with an ellipsis. */
export function fitText(text: string, width: number, scale: number): string {
  if (textWidth(text, scale) <= width) return text;
  const letters = [...text];
  while (letters.length > 0) {
    letters.pop();
    const shorter = `${letters.join('').trimEnd()}…`;
    if (letters.length > 0 && textWidth(shorter, scale) <= width) return shorter;
  }
  return '';
}

/**
 * Writes one line of text: letters that the font does not have in the system's, or as boxes where there is none.
 * @param x where its left edge is, pixels; @param y where its top is
 * @param scale pixels a pixel of the font
 */
export function drawText(sheet: Sheet, text: string, x: number, y: number, scale: number, colour: Rgb): void {
  let left = x;
  for (const letter of text) {
    const rows = GLYPHS[letter];
    const drawn = rows === undefined ? systemGlyph(letter, (WIDE - 1) * scale) : undefined;
    if (drawn) sheet.stamp(drawn.coverage, drawn.side, left, y - scale, colour);
    else drawRows(sheet, rows ?? UNKNOWN, left + (rows === undefined ? 2 * scale : 0), y, scale, colour);
    left += advanceOf(letter) * scale;
  }
}

function advanceOf(letter: string): number {
  return GLYPHS[letter] === undefined ? WIDE : ADVANCE;
}

function drawRows(sheet: Sheet, glyph: string, x: number, y: number, scale: number, colour: Rgb): void {
  for (const [row, pixels] of glyph.split(' ').entries())
    for (let column = 0; column < pixels.length; column++)
      if (pixels[column] === '#') sheet.fill(x + column * scale, y + row * scale, scale, scale, colour);
}
