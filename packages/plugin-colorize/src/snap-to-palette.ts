import { labToRgb, parseHex, rgbToLab, squaredDeltaE, type Lab } from '@koma/core/raster';

/** L* by which shading may differ from the palette's colour, so that a colour stays recognisable. */
const MAX_SHADE = 16;

/**
 * Gives every cell the hue and chroma of the palette's nearest colour in CIELAB. Shading stays: by as much
 * as a cell is lighter or darker than all that went to the same colour, it is lighter or darker than that
 * colour, up to 16 L*. So what goes to a colour has that colour on average.
 *
 * @param colours planes of red, green and blue in sRGB, 0-1
 * @param weights how much each cell counts in the average; bare paper should not
 * @param palette `#rrggbb`, at least one
 * @returns new planes
 */
export function snapToPalette(
  colours: Float32Array,
  weights: Float32Array,
  palette: readonly string[],
): Float32Array<ArrayBuffer> {
  const size = weights.length;
  const targets = palette.map((hex): Lab => {
    const { r, g, b } = parseHex(hex) ?? { r: 0, g: 0, b: 0 };
    return rgbToLab(r / 255, g / 255, b / 255);
  });
  const chosen = new Uint16Array(size);
  const lightness = new Float32Array(size);
  const sums = targets.map(() => ({ weight: 0, lightness: 0 }));
  for (let p = 0; p < size; p++) {
    const lab = rgbToLab(colours[p]!, colours[size + p]!, colours[2 * size + p]!);
    const nearest = nearestOf(targets, lab);
    chosen[p] = nearest;
    lightness[p] = lab[0];
    const sum = sums[nearest]!;
    sum.weight += weights[p]!;
    sum.lightness += weights[p]! * lab[0];
  }
  const snapped = new Float32Array(3 * size);
  for (let p = 0; p < size; p++) {
    const [l, a, b] = targets[chosen[p]!]!;
    const sum = sums[chosen[p]!]!;
    const shade = sum.weight > 0 ? lightness[p]! - sum.lightness / sum.weight : 0;
    const rgb = labToRgb([l + Math.min(MAX_SHADE, Math.max(-MAX_SHADE, shade)), a, b]);
    for (let c = 0; c < 3; c++) snapped[c * size + p] = rgb[c]!;
  }
  return snapped;
}

function nearestOf(targets: readonly Lab[], lab: Lab): number {
  let [best, least] = [0, Infinity];
  for (let i = 0; i < targets.length; i++) {
    const distance = squaredDeltaE(targets[i]!, lab);
    if (distance < least) [best, least] = [i, distance];
  }
  return best;
}
