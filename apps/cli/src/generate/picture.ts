import {
  CHARACTER_KEYWORD,
  characterPalette,
  drawCharacter,
  finishPainter,
  pictureHeight,
  serializeCharacter,
  toSvg,
  writePngText,
  type Character,
  type Drawing,
  type FinishPaint,
  type Palette,
} from '@koma/character';
import { imageFromBytes, type RasterImage } from '@koma/core/raster';
import { encodePicture } from '../encode-picture.ts';
import { rasterizeSvg } from './rasterize-svg.ts';

/** A character that is drawn, and what makes pictures of it. */
export interface DrawnPicture {
  readonly character: Character;
  readonly drawing: Drawing;
  readonly palette: Palette;
  readonly paint: FinishPaint;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Draws a character whose picture's longer side has `size` pixels. */
export function drawPicture(character: Character, size: number): DrawnPicture {
  const drawing = drawCharacter(character);
  const width = Math.max(1, Math.round((size * drawing.width) / Math.max(drawing.width, drawing.height)));
  const palette = characterPalette(character);
  const paint = finishPainter(palette, character, drawing.width / width);
  return { character, drawing, palette, paint, width, height: pictureHeight(drawing, width) };
}

/** The picture as SVG text. */
export function pictureSvg({ drawing, paint, width }: DrawnPicture): string {
  return toSvg(drawing, { ...paint, width });
}

/** The picture's pixels. */
export function picturePixels(picture: DrawnPicture): RasterImage {
  const { width, height } = picture;
  return imageFromBytes(
    width,
    height,
    rasterizeSvg(pictureSvg(picture), width, height) as Uint8ClampedArray<ArrayBuffer>,
  );
}

/** A PNG of the picture that carries its character in a text chunk. */
export async function picturePng(character: Character, image: RasterImage): Promise<Uint8Array> {
  const png = await encodePicture(image, { format: 'png', quality: 100 });
  return writePngText(png, CHARACTER_KEYWORD, serializeCharacter(character));
}
