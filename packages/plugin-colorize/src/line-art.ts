import { createImage, type RasterImage } from '@koma/core/raster';
import type { Sketch } from './read-sketch.ts';

/**
 * The sketch's own pixels as a layer to lie over colours in multiply: its paper is white, light lines on
 * dark paper are dark lines on white, and nothing is moved or resampled. Lines keep their colour and
 * paleness; transparency stays.
 *
 * @returns a new picture
 */
export function lineArt(image: RasterImage, { inverted, white }: Sketch): RasterImage {
  const result = createImage(image.width, image.height);
  const tables = white.map((paper) =>
    Uint8Array.from({ length: 256 }, (_, code) =>
      Math.min(255, Math.round(((inverted ? 255 - code : code) * 255) / paper)),
    ),
  );
  const [red, green, blue] = tables as [Uint8Array, Uint8Array, Uint8Array];
  const { data } = image;
  for (let i = 0; i < data.length; i += 4) {
    result.data[i] = red[data[i]!]!;
    result.data[i + 1] = green[data[i + 1]!]!;
    result.data[i + 2] = blue[data[i + 2]!]!;
    result.data[i + 3] = data[i + 3]!;
  }
  return result;
}
