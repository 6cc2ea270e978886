import {
  characterPalette,
  drawCharacter,
  finishPainter,
  toSvg,
  type Character,
  type Drawing,
  type Painter,
} from '@koma/character';
import { Resvg } from '@resvg/resvg-js';

/** Side of the pictures that are measured, in pixels. */
export const SIZE = 256;

/** The picture of a character as SVG text. */
export function bustSvg(character: Character, width = SIZE): string {
  const drawing = drawCharacter(character);
  const paint = finishPainter(characterPalette(character), character, drawing.width / width);
  return toSvg(drawing, { ...paint, width });
}

/** SVG text as resvg's pixels: premultiplied RGBA, which is straight where the ground is opaque. */
export function pixelsOf(svg: string): Buffer {
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().pixels;
}

/** Pixels of a drawing painted for a mask, with hard edges. */
export function maskPixels(drawing: Drawing, paint: Painter): Buffer {
  return pixelsOf(toSvg(drawing, { paint, width: SIZE, crisp: true }));
}
