import { labelCharacter, truthPictures, type Character, type CharacterLabel } from '@koma/character';
import { imageFromBytes, type RasterImage } from '@koma/core/raster';
import { encodePicture } from '../encode-picture.ts';
import { drawPicture, picturePixels, picturePng } from '../generate/picture.ts';
import { rasterizeSvg } from '../generate/rasterize-svg.ts';
import { replaceFile } from '../replace-file.ts';
import { truthFile } from './dataset-files.ts';

/**
 * Draws a character and its truth.
 * @param write whether to write the files, or only to make the label
 */
export async function writeExample(
  folder: string,
  character: Character,
  size: number,
  write: boolean,
): Promise<CharacterLabel> {
  const picture = drawPicture(character, size);
  const { drawing, palette, width, height } = picture;
  const truth = truthPictures(drawing, palette, width, rasterizeSvg);
  if (write) {
    const grey = {
      lineArt: truth.lineArt,
      shade: truth.shade,
      highlight: truth.highlight,
      parts: truth.parts,
      figure: truth.figure,
    } as const;
    for (const [kind, plane] of Object.entries(grey) as [keyof typeof grey, Uint8Array][])
      await replaceFile(
        truthFile(folder, kind, character.seed),
        await encodePng(greyImage(plane, width, height)),
      );
    const flats = imageFromBytes(width, height, truth.flats as Uint8ClampedArray<ArrayBuffer>);
    await replaceFile(truthFile(folder, 'flats', character.seed), await encodePng(flats));
    // Last, so that a picture that is there has everything.
    const png = await picturePng(character, picturePixels(picture));
    await replaceFile(truthFile(folder, 'image', character.seed), png);
  }
  return labelCharacter(character, drawing, width, truth.parts);
}

/** Opaque grey pictures become 8-bit grey files, whose samples are the values themselves. */
const encodePng = (image: RasterImage): Promise<Uint8Array> =>
  encodePicture(image, { format: 'png', quality: 100 });

function greyImage(plane: Uint8Array, width: number, height: number): RasterImage {
  const data = new Uint8ClampedArray(plane.length * 4);
  for (let i = 0, p = 0; i < plane.length; i++, p += 4) {
    data.fill(plane[i]!, p, p + 3);
    data[p + 3] = 255;
  }
  return { width, height, data };
}
