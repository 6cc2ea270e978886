import { labelCharacter, serializeCharacter, truthPictures, type Character } from '@koma/character';
import { encodeDocument } from '../encode-document.ts';
import { replaceFile } from '../replace-file.ts';
import type { FileType } from './generate-invocation.ts';
import { layeredPicture } from './layered-picture.ts';
import { drawPicture, picturePixels, picturePng, pictureSvg, type DrawnPicture } from './picture.ts';
import { rasterizeSvg } from './rasterize-svg.ts';

/** Draws a character and writes it as one file of the given type. @param note told what the file cannot hold */
export async function writePicture(
  character: Character,
  size: number,
  type: FileType,
  path: string,
  note: (sentence: string) => void,
): Promise<void> {
  const bytes = await encode(drawPicture(character, size), type, note);
  await replaceFile(path, bytes);
}

async function encode(
  picture: DrawnPicture,
  type: FileType,
  note: (sentence: string) => void,
): Promise<Uint8Array> {
  switch (type) {
    case 'png':
      return picturePng(picture.character, picturePixels(picture));
    case 'svg':
      return new TextEncoder().encode(pictureSvg(picture));
    case 'json':
      return new TextEncoder().encode(`${serializeCharacter(picture.character)}\n`);
    case 'psd':
    case 'ora':
      return encodeDocument(layeredPicture(picture, `${picture.character.seed}`), type, note);
  }
}

/** The label of a picture as JSON text, with what is hidden told from what is seen. */
export function pictureLabel({ character, drawing, palette, width }: DrawnPicture): string {
  const { parts } = truthPictures(drawing, palette, width, rasterizeSvg);
  return `${JSON.stringify(labelCharacter(character, drawing, width, parts))}\n`;
}
