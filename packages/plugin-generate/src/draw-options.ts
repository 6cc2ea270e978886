import { toSvg } from '@koma/character';
import type { DrawSvg, GeneratorRequest } from '@koma/core/plugin';
import type { RasterImage } from '@koma/core/raster';
import { drawnPicture, withLook } from './drawn-picture.ts';
import { toCharacter } from './options.ts';

/** Draws what options describe. @throws KomaError `OPTIONS_INVALID` */
export async function drawOptions(
  { options, size, look = 'whole' }: GeneratorRequest<'draw'>,
  drawSvg: DrawSvg,
): Promise<RasterImage> {
  const { drawing, paint, width, height } = drawnPicture(withLook(toCharacter(options), look), size);
  return drawSvg(toSvg(drawing, { ...paint, width }), width, height);
}
