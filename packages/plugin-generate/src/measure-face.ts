import type { FaceBox } from '@koma/core/plugin';
import type { RasterImage } from '@koma/core/raster';
import { dominantColour } from './dominant-colour.ts';
import { chromaOf, colourDistance, toOklab, type Oklab } from './oklab.ts';

/** The colours of a face; what could not be told is absent. */
export interface FaceColours {
  readonly skin?: Oklab;
  readonly hair?: Oklab;
  readonly eyes?: Oklab;
}

/** A part of the picture in units of the face's box, from its upper left corner. */
type Region = readonly [left: number, top: number, right: number, bottom: number];

// Where things are in the boxes of the detector, as medians over renders: eyes at (0.32, 0.40) and
// (0.67, 0.41), the tip of the nose at (0.49, 0.57), the mouth at 0.67, the chin at 0.80, the middle of
// the skull at 0.28.
const CHEEKS: readonly Region[] = [
  [0.27, 0.54, 0.43, 0.66],
  [0.57, 0.54, 0.73, 0.66],
  [0.44, 0.47, 0.56, 0.55],
  [0.42, 0.72, 0.58, 0.77],
];
const CROWN: readonly Region[] = [[0.28, -0.1, 0.72, 0.1]];
const FRINGE: readonly Region[] = [
  [0.14, 0.04, 0.86, 0.26],
  [0.0, 0.26, 0.12, 0.6],
  [0.88, 0.26, 1, 0.6],
];
const EYES: readonly Region[] = [
  [0.24, 0.3, 0.41, 0.52],
  [0.58, 0.3, 0.75, 0.52],
];

/** Pixels that are looked at in one region, at most. */
const SAMPLES = 3000;
/** Pixels of an iris that a face has to show. */
const FEWEST = 12;
const SAME = 0.08;
const LIKE = 0.12;
const SEEN = 0.2;
const SKIN_HUE = 0.03;

/**
 * Measures the colours of a face. Skin is the commonest colour of the cheeks, hair that of the crown where
 * it is no skin, eyes that of what in them is neither skin, white, hair nor ink.
 */
export function measureFace(image: RasterImage, face: FaceBox): FaceColours {
  const skin = dominantColour(coloursIn(image, face, CHEEKS))?.colour;
  const isSkin = (colour: Oklab): boolean => skin !== undefined && colourDistance(colour, skin) < SAME;
  const hair = hairColour(coloursIn(image, face, CROWN), coloursIn(image, face, FRINGE), skin);
  const eyes = eyeColour(coloursIn(image, face, EYES), isSkin, hair);
  return { ...(skin && { skin }), ...(hair && { hair }), ...(eyes && { eyes }) };
}

/** The colour of the crown, unless that is a hat: then there is hardly any of it around the face. */
function hairColour(
  crown: readonly Oklab[],
  fringe: readonly Oklab[],
  skin: Oklab | undefined,
): Oklab | undefined {
  const isHair = (colour: Oklab): boolean => skin === undefined || !isSkinInShade(colour, skin);
  const above = dominantColour(crown.filter(isHair))?.colour;
  const around = fringe.filter(isHair);
  if (above === undefined) return dominantColour(around)?.colour;
  const also = around.filter((colour) => colourDistance(colour, above) < LIKE).length;
  return also >= around.length * SEEN ? above : dominantColour(around)?.colour;
}

/** Skin, lit or in the shade: darker, but of its hue and chroma or a little redder. */
function isSkinInShade(colour: Oklab, skin: Oklab): boolean {
  return (
    colour[0] < skin[0] + 0.03 &&
    colour[0] > skin[0] * 0.8 &&
    Math.hypot(colour[1] - skin[1], colour[2] - skin[2]) < SKIN_HUE
  );
}

function eyeColour(
  colours: readonly Oklab[],
  isSkin: (colour: Oklab) => boolean,
  hair: Oklab | undefined,
): Oklab | undefined {
  // Shades of skin have its hue and are darker; whites of eyes have hardly any.
  const isWhite = ([l, a, b]: Oklab): boolean => l > 0.8 && Math.hypot(a, b) < 0.05;
  const isInk = ([l]: Oklab): boolean => l < 0.3;
  const open = colours.filter((colour) => !isSkin(colour) && !isWhite(colour) && !isInk(colour));
  const notHair = open.filter((colour) => hair === undefined || colourDistance(colour, hair) > SAME);
  // Eyes of the colour of the hair leave nothing else.
  const iris = notHair.length >= FEWEST ? notHair : open;
  if (iris.length < FEWEST) return undefined;
  const vivid = iris.toSorted((a, b) => chromaOf(b) - chromaOf(a)).slice(0, Math.ceil(iris.length / 2));
  return dominantColour(vivid)?.colour;
}

/** The colours of opaque pixels in some regions, evenly taken. */
function coloursIn({ width, height, data }: RasterImage, face: FaceBox, regions: readonly Region[]): Oklab[] {
  const colours: Oklab[] = [];
  for (const [left, top, right, bottom] of regions) {
    const x0 = Math.max(0, Math.round(face.x + left * face.width));
    const x1 = Math.min(width, Math.round(face.x + right * face.width));
    const y0 = Math.max(0, Math.round(face.y + top * face.height));
    const y1 = Math.min(height, Math.round(face.y + bottom * face.height));
    const step = Math.max(1, Math.ceil(Math.sqrt(((x1 - x0) * (y1 - y0)) / SAMPLES)));
    for (let y = y0; y < y1; y += step)
      for (let x = x0; x < x1; x += step) {
        const p = (y * width + x) * 4;
        if (data[p + 3]! > 200) colours.push(toOklab(data[p]!, data[p + 1]!, data[p + 2]!));
      }
  }
  return colours;
}
