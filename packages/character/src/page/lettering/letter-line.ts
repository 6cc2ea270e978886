import { ink } from '../../geometry/ink.ts';
import { ellipse, type PathData } from '../../geometry/path.ts';
import type { Point } from '../../geometry/point.ts';
import type { RandomStream } from '../../random/random-stream.ts';
import { glyphOf } from './stroke-font.ts';

/** How a line is lettered. */
export interface LetterStyle {
  /** Height of the capitals in page units. */
  readonly size: number;
  /** Width of the pen in page units. */
  readonly pen: number;
  /** How far letters lean to the right: x shift a unit of height. Default 0.06. */
  readonly slant?: number;
  /** Moves points of the straight line, for letters that are turned or bent. */
  readonly bend?: (point: Point) => Point;
}

/** Grid units between letters and the width of a space. */
const SPACING = 2.2;
const SPACE = 4.4;
/** Height of capitals on the font's grid. */
const CAPITAL = 10;

/** The width of a line in page units. */
export function lineWidth(text: string, size: number): number {
  let width = 0;
  const characters = [...text];
  for (const [index, character] of characters.entries()) {
    const glyph = glyphOf(character, isAlone(characters, index));
    width += glyph === undefined ? SPACE : glyph.width + SPACING;
  }
  return (Math.max(0, width - SPACING) * size) / CAPITAL;
}

/**
 * One line of hand lettering: the filled outlines of its pen strokes, each letter a little off the line.
 *
 * @param start Where the line begins: x of the left edge, y of the tops of the capitals.
 */
export function letterLine(text: string, start: Point, style: LetterStyle, random: RandomStream): PathData {
  const { size, pen, slant = 0.06, bend = (point) => point } = style;
  const scale = size / CAPITAL;
  let x = 0;
  let path = '';
  const characters = [...text];
  for (const [index, character] of characters.entries()) {
    const glyph = glyphOf(character, isAlone(characters, index));
    if (glyph === undefined) {
      x += SPACE;
      continue;
    }
    const lift = random.between(-0.25, 0.25);
    const grow = random.between(0.97, 1.04);
    const at = ([px, py]: Point): Point =>
      bend([
        start[0] + (x + px * grow + (CAPITAL - py) * slant) * scale,
        start[1] + (py * grow + lift) * scale,
      ]);
    for (const stroke of glyph.strokes)
      path += ink(stroke.map(at), { width: pen, start: 0.8, end: 0.75, taper: 0.35 });
    for (const dot of glyph.dots) path += ellipse(at(dot), pen * 0.68, pen * 0.68);
    x += glyph.width + SPACING;
  }
  return path;
}

/** Whether the character has no letter on either side. */
function isAlone(characters: readonly string[], index: number): boolean {
  const isLetter = (character: string | undefined): boolean =>
    character !== undefined && /[A-Z]/.test(character);
  return !isLetter(characters[index - 1]) && !isLetter(characters[index + 1]);
}
