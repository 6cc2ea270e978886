import { attributes, type AttributeName } from '@koma/character';
import type { FaceBox, Wishes } from '@koma/core/plugin';
import type { RasterImage } from '@koma/core/raster';
import { measureFace } from './measure-face.ts';
import { colourDistance, hexToOklab, type Oklab } from './oklab.ts';

/**
 * Wishes for a character with the colours of a face: the nearest named colours of hair, eyes and skin. What
 * the picture does not tell, such as shut eyes' colour, is left to chance.
 */
export function likeFace(image: RasterImage, face: FaceBox): Wishes {
  const { hair, eyes, skin } = measureFace(image, face);
  return {
    ...(hair && { hairColor: nearest('hairColor', hair) }),
    ...(eyes && { eyeColor: nearest('eyeColor', eyes), eyeColorLeft: 'same' }),
    ...(skin && { skinColor: nearest('skinColor', skin) }),
  };
}

/** The swatch that looks most like a colour. */
function nearest(name: AttributeName, colour: Oklab): string {
  const attribute = attributes[name];
  const swatches = attribute.kind === 'colour' ? Object.entries(attribute.swatches) : [];
  let [best, least] = ['', Infinity];
  for (const [value, hex] of swatches) {
    const distance = colourDistance(hexToOklab(hex), colour);
    if (distance < least) [best, least] = [value, distance];
  }
  return best;
}
