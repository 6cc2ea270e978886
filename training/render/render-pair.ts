import {
  characterPalette,
  drawCharacter,
  finishPainter,
  partClasses,
  toSvg,
  type Character,
  type Drawing,
  type Painter,
  type Part,
  type SvgOptions,
} from '@koma/character';
import { rasterizeSquare, type SquareRaster } from './rasterize-square.ts';
import { blankRecord, forEachPixel, layOver, offsets } from './record-pixels.ts';
import type { Pair } from './sample-pair.ts';

/** What an SVG of a drawing is drawn to. */
type Draw = (options: SvgOptions) => SquareRaster;

const isBackground = ({ name }: Part): boolean => name === 'background';
const isFigure = (part: Part): boolean => !isBackground(part);

/**
 * A pair as one record: `size * size` pixels, rows from the top, of `channels`. Pictures keep their aspect, in
 * the middle of white paper.
 *
 * - line: the target's line art, 0 ink to 255 paper.
 * - red, green, blue: the target without its lines; white where it has no background.
 * - painted: how much of the pixel is to be coloured: as far as the figure covers it, and all of the picture
 *   where the sketch shows the background, too.
 * - part, stylePart: indices into `partClasses`.
 * - styleRed, styleGreen, styleBlue: the style picture with its lines; white where it has no background.
 */
export function renderPair({ target, style }: Pick<Pair, 'target' | 'style'>, size: number): Uint8Array {
  const record = blankRecord(size);
  writeTarget(record, drawCharacter(target), target, size);
  writeStyle(record, drawCharacter(style), style, size);
  return record;
}

/** Writes the target's channels of a blank record. */
export function writeTarget(record: Uint8Array, drawing: Drawing, character: Character, size: number): void {
  const draw: Draw = (options) => rasterizeSquare(toSvg(drawing, options), drawing, size);
  const palette = characterPalette(character);
  const { paint, definitions } = finishPainter(palette, character);
  const withoutLines: Painter = (shape, part) => (shape.role === 'line' ? null : paint(shape, part));
  const inked = drawing.parts.some(isInkedBackground);

  if (drawing.parts.some(isBackground))
    layOver(record, offsets.colour, draw({ paint: withoutLines, definitions, parts: isBackground }), size);
  const figure = draw({ paint: withoutLines, definitions, parts: isFigure });
  layOver(record, offsets.colour, figure, size);
  writeParts(record, offsets.part, draw, size);

  const sketch = draw({
    paint: sketchPainter(finishPainter(palette, { ...character, finish: 'line' }).paint),
    parts: inked ? () => true : isFigure,
  });
  forEachPixel(sketch, size, (from, to) => {
    // Premultiplied grey on white paper.
    const line = sketch.pixels[from]! + 255 - sketch.pixels[from + 3]!;
    record[to + offsets.line] = line;
    // Outlines stand out beyond what they bound: what neither of the two covers is left.
    const left = ((255 - figure.pixels[from + 3]!) * line) / 255;
    record[to + offsets.painted] = inked ? 255 : 255 - Math.round(left);
  });
}

/** Writes the style picture's channels of a blank record. */
function writeStyle(record: Uint8Array, drawing: Drawing, character: Character, size: number): void {
  const draw: Draw = (options) => rasterizeSquare(toSvg(drawing, options), drawing, size);
  const { paint, definitions } = finishPainter(characterPalette(character), character);
  layOver(record, offsets.style, draw({ paint, definitions }), size);
  writeParts(record, offsets.stylePart, draw, size);
}

function writeParts(record: Uint8Array, offset: number, draw: Draw, size: number): void {
  // The background is class 0, which a blank record has everywhere.
  const parts = draw({ paint: partPainter, parts: isFigure, crisp: true });
  forEachPixel(parts, size, (from, to) => {
    record[to + offset] = parts.pixels[from]!;
  });
}

/** Whether a part is a background that has pen lines of its own. */
function isInkedBackground(part: Part): boolean {
  return isBackground(part) && part.shapes.some(({ role }) => role === 'line');
}

/** The line finish, with the pen lines of the background. */
function sketchPainter(paint: Painter): Painter {
  return (shape, part) => (isBackground(part) && shape.role === 'line' ? '#000000' : paint(shape, part));
}

/** Shapes below this opacity show what is behind them, so the pixel stays that one's. */
const SEE_THROUGH = 0.5;
const classColours = new Map(
  partClasses.map((name, index) => [name, `#${index.toString(16).padStart(2, '0').repeat(3)}`]),
);

/** Every shape in the grey of its part's class, as the truth pictures of the character engine have it. */
const partPainter: Painter = (shape, part) =>
  (shape.role === 'flat' || shape.role === 'line') && shape.opacity >= SEE_THROUGH
    ? classColours.get(part.name)!
    : null;
